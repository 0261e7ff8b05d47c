/** What is chosen in a grid, in our words and in the library's. */

import { CompactSelection, type GridSelection } from "./library";
import type { Chosen, Modes, Place } from "./view";

export type { Chosen } from "./view";

/** More cells than these are not told one by one. */
const MOST_CELLS = 100_000;

/** Return the selection of the library that shows what is chosen. */
export function selectionOf(
  { rows, columns, cells }: Chosen,
  modes: Modes,
  current: GridSelection["current"],
): GridSelection {
  const shown = modes.cells !== "none" && !current ? currentOf(cells) : current;
  return {
    ...(shown ? { current: shown } : {}),
    rows: compact(rows),
    columns: compact(columns),
  };
}

function currentOf(cells: readonly Place[]): GridSelection["current"] {
  if (cells.length === 0) return undefined;
  const xs = cells.map(([column]) => column);
  const ys = cells.map(([, row]) => row);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const range = { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 };
  return { cell: cells[0]!, range, rangeStack: [] };
}

function compact(places: readonly number[]): CompactSelection {
  const sorted = [...places].sort((a, b) => a - b);
  const slices: [number, number][] = [];
  for (const place of sorted) {
    const last = slices.at(-1);
    if (last && place <= last[1]) last[1] = Math.max(last[1], place + 1);
    else slices.push([place, place + 1]);
  }
  return CompactSelection.create(slices);
}

/** Return all cells of a range, row by row. */
export function cellsIn(current: GridSelection["current"]): Place[] {
  if (!current) return [];
  const cells: Place[] = [];
  for (const { x, y, width, height } of [current.range, ...current.rangeStack])
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++) {
        if (cells.length >= MOST_CELLS) return cells;
        cells.push([column, row]);
      }
  return cells;
}

/** Tell whether the same is chosen. */
export function sameChosen(one: Chosen, other: Chosen): boolean {
  return (
    same(one.rows, other.rows) &&
    same(one.columns, other.columns) &&
    same(one.cells.flat(), other.cells.flat())
  );
}

function same(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}
