/** Icon: an emoji, a Material symbol by name, or a spinner. */

import "./icon.css";

import { useEffect, useState } from "react";

const SYMBOL = /^:material\/([a-z\d_]+):$/i;

interface IconProps {
  /** An emoji, ":material/name:" or "spinner". */
  icon: string;
  /** What a screen reader says; without it the icon is decoration. */
  label?: string;
  testId?: string;
}

/** Draw an icon as large as the text around it. */
export function Icon({ icon, label, testId: given }: IconProps) {
  const name = SYMBOL.exec(icon)?.[1]?.toLowerCase();
  const isSpinner = icon === "spinner";
  const testId = given ?? (name ? "stIconMaterial" : isSpinner ? "stSpinnerIcon" : "stIconEmoji");
  const role = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  if (name) return <Symbol name={name} role={role} testId={testId} />;
  return (
    <span {...role} className={isSpinner ? "st-icon st-spinner" : "st-icon"} data-testid={testId}>
      {isSpinner ? null : icon}
    </span>
  );
}

function Symbol({ name, role, testId }: { name: string; role: object; testId?: string }) {
  const [drawn, draw] = useState({ name, path: paths.get(name) });
  const path = drawn.name === name ? drawn.path : paths.get(name);
  useEffect(() => {
    if (paths.has(name)) return;
    let isGone = false;
    void load(name).then((found) => isGone || draw({ name, path: found }));
    return () => {
      isGone = true;
    };
  }, [name]);
  if (path === null) return <span data-testid={testId}>{name}</span>;
  return (
    <span {...role} className="st-icon" data-testid={testId} translate="no">
      <svg viewBox="0 -960 960 960" aria-hidden="true">
        {path && <path d={path} />}
      </svg>
    </span>
  );
}

/** The path of each symbol asked for so far; null for a name that does not exist. */
const paths = new Map<string, string | null>();
const loads = new Map<string, Promise<string | null>>();

function load(name: string): Promise<string | null> {
  const known = loads.get(name);
  if (known) return known;
  const found = request(name).then((path) => {
    if (path === undefined)
      loads.delete(name); // out of reach for now: ask again next time
    else paths.set(name, path);
    return path ?? null;
  });
  loads.set(name, found);
  return found;
}

async function request(name: string): Promise<string | null | undefined> {
  try {
    const response = await fetch(new URL(`_stcore/icons/${name}.svg`, document.baseURI));
    if (!response.ok) return response.status === 404 ? null : undefined;
    return / d="([a-zA-Z\d\s.,-]+)"/.exec(await response.text())?.[1] ?? null;
  } catch {
    return undefined;
  }
}
