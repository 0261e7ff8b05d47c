/** For developers: what is stored of session state, what is not and why, and what the runs did. */

import { Tabs } from "@base-ui/react/tabs";

import type { Entry } from "../../core/wire.gen";
import { useSession, useSignal } from "../hooks";
import "../parts/tab_list.css";
import { bytes } from "./bytes";
import { Caches } from "./cache_list";
import { Dialog } from "./dialog";
import { Runs } from "./run_list";
import "./state_panel.css";

export default function StatePanel({ close }: { close(): void }) {
  const findings = useSignal(useSession().inspector.findings);
  return (
    <Dialog title="Session state" look="st-state" close={close}>
      <Tabs.Root className="st-state-tabs" defaultValue="values">
        <Tabs.List className="st-tab-list" activateOnFocus>
          <Tabs.Tab className="st-tab" value="values">
            Values
          </Tabs.Tab>
          <Tabs.Tab className="st-tab" value="runs">
            Runs
          </Tabs.Tab>
          <Tabs.Tab className="st-tab" value="caches">
            Caches
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel className="st-state-body" data-testid="stSessionState" value="values">
          {findings && <Values entries={findings.entries} />}
        </Tabs.Panel>
        <Tabs.Panel className="st-state-body" data-testid="stSessionRuns" value="runs">
          {findings && <Runs runs={findings.runs} />}
        </Tabs.Panel>
        <Tabs.Panel className="st-state-body" data-testid="stSessionCaches" value="caches">
          {findings && <Caches caches={findings.caches} />}
        </Tabs.Panel>
      </Tabs.Root>
      <div className="st-dialog-buttons">
        <button type="button" className="st-shell-button" onClick={close}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function Nothing() {
  return (
    <p className="st-state-nothing">
      Nothing yet. What the script puts into <code>st.session_state</code>, and what people enter,
      is shown here.
    </p>
  );
}

function Values({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return <Nothing />;
  const total = entries.reduce((sum, [, , , size]) => sum + size, 0);
  const problems = entries.filter(([, , , , problem]) => problem !== "").length;
  return (
    <>
      <p className="st-state-sum">
        <strong>{bytes(total)}</strong> stored
        {problems > 0 && (
          <>
            {" "}
            · <em>{problems === 1 ? "1 problem" : `${problems} problems`}</em>
          </>
        )}
      </p>
      <Group title="Values" name="Key" entries={entries.filter(([, isWidget]) => !isWidget)} />
      <Group
        title="Widgets"
        name="Key or label"
        entries={entries.filter(([, isWidget]) => isWidget)}
      />
    </>
  );
}

interface GroupProps {
  title: string;
  /** What the first column has. */
  name: string;
  entries: readonly Entry[];
}

function Group({ title, name, entries }: GroupProps) {
  if (entries.length === 0) return null;
  return (
    <table className="st-state-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">Type</th>
          <th scope="col">Stored</th>
        </tr>
      </thead>
      {entries.map((entry) => (
        <Rows key={entry[0]} entry={entry} />
      ))}
    </table>
  );
}

/** What the column of sizes says of an entry that is not simply stored. */
const STATUS = { live: "live only", stale: "older", unreadable: "unreadable" };

function Rows({ entry: [name, isWidget, type, size, problem, status, value] }: { entry: Entry }) {
  const { inspector, tree } = useSession();
  const props = tree.get(name)?.props;
  const label = isWidget ? labelOf(name, props) : null;
  const isShown = inspector.shown.has(name);
  const toggle = () => inspector.toggle(name);
  return (
    <tbody>
      <tr>
        <th scope="row">
          <button type="button" className="st-state-name" aria-expanded={isShown} onClick={toggle}>
            {label ?? <code>{name}</code>}
          </button>
        </th>
        <td>{type}</td>
        <td>
          {size > 0 && bytes(size)}
          {status !== "stored" && <em>{STATUS[status]}</em>}
          {size === 0 && status === "stored" && "–"}
        </td>
      </tr>
      {isShown && value !== null && (
        <tr className="st-state-more st-state-value">
          <td colSpan={3}>
            <code>{value}</code>
          </td>
        </tr>
      )}
      {problem && (
        <tr className="st-state-more">
          <td colSpan={3}>{problem}</td>
        </tr>
      )}
    </tbody>
  );
}

/** What developers call a widget: the page itself has its address as a value. */
function labelOf(name: string, props: object | null | undefined): string | null {
  if (name === "main") return "Address of the page";
  return props && "label" in props ? String(props.label) : null;
}
