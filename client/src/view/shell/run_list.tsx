/** The last runs, for developers: why each ran, how long it took, and what it did. */

import { Fragment, useState } from "react";

import type { RunReport } from "../../core/wire.gen";
import { bytes } from "./bytes";

const CAUSES: Record<RunReport[1], string> = {
  event: "A person",
  visit: "Page load",
  rerun: "st.rerun",
  file: "File changed",
  notice: "Notice",
  clock: "Clock",
};

const OUTCOMES = { done: "", superseded: "cut short", stopped: "stopped", failed: "failed" };

export function Runs({ runs }: { runs: readonly RunReport[] }) {
  if (runs.length === 0)
    return <p className="st-state-nothing">None yet, since a developer looks at this page.</p>;
  return (
    <table className="st-state-table st-state-runs">
      <thead>
        <tr>
          <th scope="col">Why</th>
          <th scope="col">Took</th>
          <th scope="col">Sent</th>
        </tr>
      </thead>
      {runs.map((run) => (
        <Run key={run[0]} run={run} />
      ))}
    </table>
  );
}

function Run({ run }: { run: RunReport }) {
  const [, cause, used, , outcome, durations, , , size] = run;
  const [isOpen, setIsOpen] = useState(false);
  const took = durations.reduce((sum, [, seconds]) => sum + seconds, 0);
  return (
    <tbody>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="st-state-name"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {used.join(", ") || CAUSES[cause]}
          </button>
        </th>
        <td>
          {milliseconds(took)}
          {OUTCOMES[outcome] && <em>{OUTCOMES[outcome]}</em>}
        </td>
        <td>{bytes(size)}</td>
      </tr>
      {isOpen && (
        <tr className="st-state-more">
          <td colSpan={3}>
            <Details run={run} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Details({ run }: { run: RunReport }) {
  const [, cause, , parts, , durations, elements, edits, , read, written, caches, dropped] = run;
  const times = durations.map(([part, seconds]) => `${part} ${milliseconds(seconds)}`);
  const cached = caches.map(([name, hits, misses]) => `${name}: ${hits} found, ${misses} computed`);
  const facts: [string, string][] = [
    ["Cause", CAUSES[cause]],
    ["What ran", parts.join(", ") || "the whole page"],
    ["Time", times.join(" · ")],
    ["Page", `${plural(edits, "change")} sent, ${plural(elements, "element")} drawn`],
    ["Read", read.join(", ")],
    ["Set", written.join(", ")],
    ["Caches", cached.join(" · ")],
    ["Not applied", dropped.join(", ")],
  ];
  return (
    <dl className="st-state-facts">
      {facts.map(
        ([name, text]) =>
          text && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

function milliseconds(seconds: number): string {
  const digits = seconds < 0.01 ? 1 : 0;
  return `${(seconds * 1000).toLocaleString(undefined, { maximumFractionDigits: digits })}\u00a0ms`;
}

function plural(count: number, what: string): string {
  return `${count.toLocaleString()} ${what}${count === 1 ? "" : "s"}`;
}
