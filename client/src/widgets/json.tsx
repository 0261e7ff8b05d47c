/** Json: nested data, foldable. */

import "./json.css";

import { useMemo, useState, type ReactNode } from "react";
import type { Json } from "../core/wire.gen";
import { define } from "../view/define";
import { CopyButton } from "../view/parts/copy";

/** How many members are drawn at once; the others stand in folded groups of this many. */
const GROUP = 100;

export default define<Json>(({ props }) => {
  const { body, expanded } = props;
  const value = useMemo(() => parse(body), [body]);
  const depth = typeof expanded === "number" ? expanded : expanded ? Infinity : 0;
  return (
    <div className="stJson" data-testid="stJson">
      <CopyButton className="st-json-copy" text={body} />
      {value === undefined ? (
        <pre>{body}</pre>
      ) : (
        <Member key={String(expanded)} name={null} value={value} depth={depth} />
      )}
    </div>
  );
});

interface MemberProps {
  name: ReactNode;
  value: unknown;
  /** How many levels are open from here on. */
  depth: number;
}

function Member({ name, value, depth }: MemberProps) {
  if (typeof value !== "object" || value === null || value instanceof Exact) {
    return (
      <div className="st-json-row">
        {name}
        <Scalar value={value} />
      </div>
    );
  }
  const members = Object.entries(value);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (members.length === 0)
    return (
      <div className="st-json-row">
        {name}
        {open}
        {close}
      </div>
    );
  const isArray = Array.isArray(value);
  return (
    <Fold name={name} open={open!} close={close!} count={members.length} isOpen={depth > 0}>
      {() =>
        members.length > GROUP ? (
          <Groups members={members} isArray={isArray} depth={depth - 1} />
        ) : (
          <Members members={members} isArray={isArray} depth={depth - 1} />
        )
      }
    </Fold>
  );
}

interface FoldProps {
  name: ReactNode;
  open: string;
  close: string;
  count: number;
  isOpen: boolean;
  /** Called only once it is open: what is folded is not drawn. */
  children(): ReactNode;
}

function Fold({ name, open, close, count, isOpen, children }: FoldProps) {
  const [shown, setShown] = useState(isOpen);
  return (
    <details
      className="st-json-fold"
      open={shown}
      onToggle={(event) => setShown(event.currentTarget.open)}
    >
      <summary>
        {name}
        <span>{open}</span>
        {!shown && (
          <>
            <span className="st-json-count">{count}</span>
            <span>{close}</span>
          </>
        )}
      </summary>
      {shown && (
        <>
          <div className="st-json-inside">{children()}</div>
          <div className="st-json-close">{close}</div>
        </>
      )}
    </details>
  );
}

interface MembersProps {
  members: [string, unknown][];
  isArray: boolean;
  depth: number;
}

function Members({ members, isArray, depth }: MembersProps) {
  return members.map(([key, value]) => (
    <Member
      key={key}
      name={
        <>
          <span className={isArray ? "st-json-index" : "st-json-key"}>
            {isArray ? key : quote(key)}
          </span>
          <span className="st-json-colon">: </span>
        </>
      }
      value={value}
      depth={depth}
    />
  ));
}

function Groups({ members, isArray, depth }: MembersProps) {
  const starts = Array.from({ length: Math.ceil(members.length / GROUP) }, (_, at) => at * GROUP);
  return starts.map((start) => {
    const some = members.slice(start, start + GROUP);
    const name = <span className="st-json-index">{`${start} – ${start + some.length - 1} `}</span>;
    return (
      <Fold key={start} name={name} open="" close="" count={some.length} isOpen={start === 0}>
        {() => <Members members={some} isArray={isArray} depth={depth} />}
      </Fold>
    );
  });
}

function Scalar({ value }: { value: unknown }) {
  const kind = value === null ? "null" : value instanceof Exact ? "number" : typeof value;
  const text =
    value instanceof Exact
      ? value.source
      : kind === "string"
        ? quote(value as string)
        : String(value);
  return <span className={`st-json-${kind}`}>{text}</span>;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

/** A number that would not look the same once it is a JavaScript number: 1.0, or 20 digits. */
class Exact {
  constructor(readonly source: string) {}
}

/** Parse the text; undefined if it is not JSON. */
function parse(text: string): unknown {
  // Browsers from before 2025 do not give the source: there such numbers are rounded.
  const keep = (_: string, value: unknown, context?: { source?: string }) => {
    const source = typeof value === "number" ? context?.source : undefined;
    return source !== undefined && source !== String(value) ? new Exact(source) : value;
  };
  try {
    return JSON.parse(text, keep);
  } catch {
    return undefined;
  }
}
