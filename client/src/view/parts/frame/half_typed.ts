/** Half typed: what is typed into a cell and not yet entered, for as long as its table goes on. */

import { useEffect, useState } from "react";

import type { Drafts } from "../../../core/drafts";
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

/** An editor that is on the page. */
interface Present {
  /** Tell it that something was left to it. */
  readonly tell: () => void;
  /** The editors that were there with it when nothing was going on: none of them stands in for it. */
  readonly beside: Set<string>;
}

/** Those of a page, by their ids. */
const present = new WeakMap<Drafts, Map<string, Present>>();

/**
 * Take over what is kept of an editor without a key that this one stands in for: its id has changed
 * with its data. While a script goes on, both can be there: what is kept is then left to this one.
 *
 * Returns a number, which is another one whenever something was left to it.
 */
export function useInherited(id: string, places: readonly string[]): number {
  const { drafts, tree, busy } = useSession();
  const [left, setLeft] = useState(0);
  const start = /^.*data_editor-[0-9a-f]{16}-/.exec(id)?.[0];
  const [taken] = useState(() => {
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
  useEffect(() => {
    if (start === undefined) return;
    const here = present.get(drafts) ?? new Map<string, Present>();
    const own: Present = { tell: () => setLeft((count) => count + 1), beside: new Set() };
    present.set(drafts, here.set(id, own));
    const alike = () =>
      [...here.keys()].filter((each) => each !== id && each.startsWith(start) && tree.get(each));
    const lookAround = () => {
      if (busy.get() || !tree.get(id)) return;
      for (const each of alike()) {
        own.beside.add(each);
        here.get(each)!.beside.add(id);
      }
    };
    lookAround();
    const rest = busy.subscribe(lookAround);
    return () => {
      rest();
      here.delete(id);
      if (tree.get(id)) return;
      const [heir, ...others] = alike().filter((each) => !own.beside.has(each));
      if (heir === undefined || others.length > 0) return;
      for (const place of places) {
        const kept = drafts.get(id + place);
        if (!kept || drafts.get(heir + place)) continue;
        drafts.set(heir + place, kept);
        here.get(heir)!.tell();
      }
    };
  }, [drafts, tree, busy, start, id, places]);
  return left;
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
