/** Search: finds rows by what their cells show. */

import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";

import { wordsOf } from "../../../lib/words";
import type { Cell } from "../../frames/cells";
import type { Column } from "../../frames/columns";
import { findRows } from "../../frames/order";
import { askRows, MOST_FOUND } from "../../frames/server_order";
import type { FrameSource } from "../../frames/source";
import { ToolbarButton } from "../toolbar_button";
import type { Rows } from "./rows";
import { askingFor } from "./source";

/** How long the text stands still before it is looked for, in ms. */
const PAUSE = 150;

interface Answer {
  /** What it answers. */
  readonly question: object | null;
  readonly found: readonly number[];
  readonly isBusy: boolean;
  readonly error: string | null;
}

const NONE = { found: [], isBusy: false, error: null };

type GetCell = (column: number, row: number) => Cell;

export interface Searching {
  readonly isOpen: boolean;
  readonly text: string;
  /** The rows that were found so far, as they are shown. */
  readonly found: readonly number[];
  /** Whether there may be more. */
  readonly isBusy: boolean;
  readonly error: string | null;
  open(): void;
  close(): void;
  look(text: string): void;
  isFound(column: number, row: number): boolean;
}

/** Follow what is looked for. */
export function useSearch(
  columns: readonly Column[],
  rows: Rows,
  getCell: GetCell,
  source: FrameSource,
  sortedBy: number,
  descending: boolean,
): Searching {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const isLooking = isOpen && text !== "";
  // Another one whenever what was found is no longer what is looked for; pages that come of the
  // same order change nothing of that.
  const order = rows.server ?? rows;
  const question = useMemo(
    () => ({ isLooking, text, columns, order, source }),
    [isLooking, text, columns, order, source],
  );
  const [answer, setAnswer] = useState<Answer>({ question: null, ...NONE });
  const reader = useRef({ getCell, rows, sort: { column: sortedBy, descending } });
  useEffect(() => {
    reader.current = { getCell, rows, sort: { column: sortedBy, descending } };
  });

  useEffect(() => {
    if (!question.isLooking) return;
    const control = new AbortController();
    const { signal } = control;
    const tell = (part: Partial<Answer>) =>
      signal.aborted || setAnswer({ question, ...NONE, ...part });
    const start = async () => {
      await new Promise((wake) => setTimeout(wake, PAUSE));
      signal.throwIfAborted();
      const { rows: all, sort } = reader.current;
      const numbers = question.columns.map(({ number }) => number);
      const ask = askingFor(question.source.frame);
      if (ask) {
        const by = all.server ? sort : null;
        const told = (found: readonly number[]) => tell({ found, isBusy: true });
        return askRows(ask, question.source.frame, numbers, question.text, by, told, signal);
      }
      await question.source.whole(numbers);
      const textAt = (column: number, row: number) => textOf(reader.current.getCell(column, row));
      return findRows(textAt, [...numbers.keys()], all.count, question.text, signal);
    };
    start().then(
      (found) => tell({ found }),
      (problem: unknown) => tell({ error: wordsOf(problem) }),
    );
    return () => control.abort();
  }, [question]);

  const isFound = useCallback(
    (column: number, row: number) =>
      isLooking && textOf(getCell(column, row)).toLowerCase().includes(text.toLowerCase()),
    [isLooking, text, getCell],
  );
  const isAnswered = answer.question === question;
  const { found, isBusy, error } = isAnswered ? answer : { ...NONE, isBusy: isLooking };
  return {
    isOpen,
    text,
    found,
    isBusy,
    error,
    open: () => setOpen(true),
    close: () => setOpen(false),
    look: setText,
    isFound,
  };
}

/** What a cell is found by. */
function textOf(cell: Cell): string {
  switch (cell.kind) {
    case "text":
    case "link":
    case "button":
    case "media":
    case "progress":
      return cell.text;
    case "bubbles":
      return cell.items.map(({ text }) => text).join(" ");
    default:
      return cell.kind === "loading" ? "" : cell.copy;
  }
}

interface SearchProps {
  search: Searching;
  goTo(row: number): void;
  /** Close it, and go back to the table. */
  leave(): void;
}

/** Draw the field, and which of the rows is shown that were found. */
export function Search({ search, goTo, leave }: SearchProps) {
  const { isOpen, text, found, error } = search;
  const first = found[0];
  const [step, setStep] = useState({ from: first, at: 0 });
  const at = step.from === first ? step.at : 0;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  const show = (row: number) => {
    goTo(row);
    requestAnimationFrame(() => field.current?.focus());
  };
  // The first row is brought in sight as soon as it is known.
  const arrive = useEffectEvent(show);
  useEffect(() => {
    if (first !== undefined) arrive(first);
  }, [first, text]);
  if (!isOpen) return null;
  const go = (by: number) => {
    if (found.length === 0) return;
    const next = (at + by + found.length) % found.length;
    setStep({ from: first, at: next });
    show(found[next]!);
  };
  return (
    <div
      role="search"
      className="st-frame-search"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        event.preventDefault(); // or what the table is shown large in would be closed as well
        leave();
      }}
    >
      <input
        ref={field}
        type="text"
        value={text}
        placeholder="Search"
        aria-label="Search in the table"
        onChange={(event) => search.look(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            go(event.shiftKey ? -1 : 1);
          }
        }}
      />
      <span role="status">{error ?? told(search, at)}</span>
      <ToolbarButton label="Previous row" icon="M6 15l6-6 6 6" onClick={() => go(-1)} />
      <ToolbarButton label="Next row" icon="M6 9l6 6 6-6" onClick={() => go(1)} />
      <ToolbarButton label="Close search" icon="M6 6l12 12M18 6L6 18" onClick={leave} />
    </div>
  );
}

function told({ text, found, isBusy }: Searching, at: number): string {
  if (text === "") return "";
  const count = found.length.toLocaleString();
  const more = isBusy ? "…" : found.length < MOST_FOUND ? "" : "+";
  if (found.length > 0) return `${(at + 1).toLocaleString()} of ${count}${more}`;
  return isBusy ? "…" : "Nothing found";
}
