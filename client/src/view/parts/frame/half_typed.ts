/** Half typed: what is typed into a cell and not yet entered, for as long as its table goes on. */

import { useEffect, useState } from "react";

import type { DataEditor } from "../../../core/wire.gen";
import type { EditState, Entered } from "../../frames/edits";
import { useSession } from "../../hooks";

/** What is typed into a cell and not yet entered. */
export interface HalfTyped {
  readonly mark: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Why it was not entered when it was left. */
  readonly problem?: string;
  /** Where it stands in the table as it was edited, which the script may be given back. */
  readonly place: number;
  readonly count: number;
  readonly name: string;
}

type Frame = DataEditor["frame"];

/** Return what is typed into a cell, and where that is, in data that the script may change. */
export function halfOf(
  { state, pending }: Entered,
  frame: Frame,
  at: Pick<HalfTyped, "row" | "column">,
  text: string,
  problem?: string,
): HalfTyped {
  const before = state.deleted.filter((deleted) => deleted < at.row).length;
  return {
    ...at,
    mark: state.mark,
    text,
    problem,
    place: at.row - before,
    count: countOf(state, frame, pending.length),
    name: frame.columns[at.column]!.name,
  };
}

/** Return what was typed into a cell that is still there: in this data, or in what was made of it. */
export function halfTyped(
  text: string | null,
  state: EditState,
  frame: Frame,
  pending: number,
): HalfTyped | null {
  const found = jsonIn(text) as HalfTyped | null;
  if (!found || found.mark === state.mark) return found;
  const isAlike =
    found.count === countOf(state, frame, pending) &&
    found.name === frame.columns[found.column]?.name;
  if (!isAlike) return null;
  let row = found.place;
  for (const deleted of [...state.deleted].sort((a, b) => a - b)) if (deleted <= row) row++;
  return { ...found, mark: state.mark, row };
}

/**
 * Take over what is kept of an editor without a key that this one stands in for: its id has changed
 * with its data.
 */
export function useInherited(id: string, places: readonly string[]): void {
  const { drafts, tree } = useSession();
  const [taken] = useState(() => {
    const start = /^.*data_editor-[0-9a-f]{16}-/.exec(id)?.[0];
    const found: string[] = [];
    for (const kept of start === undefined ? [] : drafts.places()) {
      const place = places.find((each) => kept.endsWith(each));
      const owner = place && kept.slice(0, -place.length);
      if (!owner?.startsWith(start!) || owner === id || tree.get(owner)) continue;
      if (!drafts.get(id + place)) drafts.set(id + place, drafts.get(kept)!);
      found.push(kept);
    }
    return found;
  });
  useEffect(() => taken.forEach((kept) => drafts.drop(kept)), [drafts, taken]);
}

/** Return what a text says as JSON; null if it says nothing. */
export function jsonIn(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function countOf(state: EditState, frame: Frame, pending: number): number {
  return frame.rows - state.deleted.length + state.added.length + pending;
}
