/** Search: finds rows by what their cells show. */

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";

import type { Cell } from "../../frames/cells";
import type { Column } from "../../frames/columns";
import { findRows } from "../../frames/order";
import type { FrameSource } from "../../frames/source";
import { ControlButton } from "../control";
import type { Rows } from "./rows";

/** How long the text stands still before it is looked for, in ms. */
const PAUSE = 150;

const NOTHING: readonly number[] = [];

type GetCell = (column: number, row: number) => Cell;

export interface Searching {
  readonly isOpen: boolean;
  readonly text: string;
  /** The rows that were found, as they are shown; null while they are looked for. */
  readonly found: readonly number[] | null;
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
): Searching {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly number[] | null>(NOTHING);
  const [error, setError] = useState<string | null>(null);
  const isLooking = isOpen && text !== "";
  const reader = useRef(getCell);
  useEffect(() => {
    reader.current = getCell;
  }, [getCell]);

  useEffect(() => {
    if (!isLooking) return setFound(NOTHING);
    setFound(null);
    setError(null);
    const control = new AbortController();
    const start = async () => {
      await new Promise((wake) => setTimeout(wake, PAUSE));
      control.signal.throwIfAborted();
      await source.whole(columns.map(({ number }) => number));
      const textAt = (column: number, row: number) => textOf(reader.current(column, row));
      return findRows(textAt, [...columns.keys()], rows.count, text, control.signal);
    };
    start().then(
      (places) => control.signal.aborted || setFound(places),
      (problem: unknown) => {
        if (control.signal.aborted) return;
        setFound(NOTHING);
        setError(problem instanceof Error ? problem.message : String(problem));
      },
    );
    return () => control.abort();
  }, [isLooking, text, columns, rows, source]);

  const isFound = useCallback(
    (column: number, row: number) =>
      isLooking && textOf(getCell(column, row)).toLowerCase().includes(text.toLowerCase()),
    [isLooking, text, getCell],
  );
  return {
    isOpen,
    text,
    found,
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
}

/** Draw the field, and which of the rows is shown that were found. */
export function Search({ search, goTo }: SearchProps) {
  const { isOpen, text, found, error } = search;
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  // The first row is brought in sight as soon as it is known.
  const arrive = useEffectEvent((place: number) => {
    setAt(0);
    goTo(place);
    requestAnimationFrame(() => field.current?.focus());
  });
  useEffect(() => {
    if (found && found.length > 0) arrive(found[0]!);
  }, [found]);
  if (!isOpen) return null;
  const go = (step: number) => {
    if (!found?.length) return;
    const next = (at + step + found.length) % found.length;
    setAt(next);
    goTo(found[next]!);
    requestAnimationFrame(() => field.current?.focus());
  };
  return (
    <div
      role="search"
      className="st-frame-search"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        search.close();
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
      <span role="status">{error ?? told(text, found, at)}</span>
      <ControlButton label="Previous row" onClick={() => go(-1)}>
        <path d="M6 15l6-6 6 6" />
      </ControlButton>
      <ControlButton label="Next row" onClick={() => go(1)}>
        <path d="M6 9l6 6 6-6" />
      </ControlButton>
      <ControlButton label="Close search" onClick={search.close}>
        <path d="M6 6l12 12M18 6L6 18" />
      </ControlButton>
    </div>
  );
}

function told(text: string, found: readonly number[] | null, at: number): string {
  if (text === "") return "";
  if (found === null) return "…";
  if (found.length === 0) return "Nothing found";
  return `${(at + 1).toLocaleString()} of ${found.length.toLocaleString()}`;
}
