/** What is chosen in a grid, in our words and in the library's. */

import { CompactSelection, type GridSelection, type Rectangle } from "./library";
import type { Chosen, GridProps, Modes, Place } from "./view";

export type { Chosen } from "./view";

/** More cells than these are not told one by one. */
const MOST_CELLS = 100_000;

/** Return the selection of the library that shows what is chosen. */
export function selectionOf(
  { rows, columns, cells }: Chosen,
  modes: Modes,
  current: GridSelection["current"],
): GridSelection {
  // What is chosen has the last word: rows may have been sorted since, or the choice been cleared.
  const isOld = modes.cells !== "none" && !same(cellsIn(current).flat(), cells.flat());
  const shown = isOld ? currentOf(cells) : current;
  return {
    ...(shown ? { current: shown } : {}),
    rows: compact(rows),
    columns: compact(columns),
  };
}

/** Return what is chosen by what the library says, in the modes that there are. */
export function chosenOf(
  { rows, columns, current }: GridSelection,
  { modes, chosen }: Pick<GridProps, "modes" | "chosen">,
): Chosen {
  const kept = rows.length === 0 && modes.isRequired ? chosen.rows : rows.toArray();
  return {
    rows: modes.rows === "none" ? [] : kept,
    columns: modes.columns === "none" ? [] : columns.toArray(),
    cells: modes.cells === "none" ? [] : cellsIn(current),
  };
}

/** Return the place of a cell. */
export function currentAt(column: number, row: number): GridSelection["current"] {
  return { cell: [column, row], range: { x: column, y: row, width: 1, height: 1 }, rangeStack: [] };
}

/** Return a place that is there: the last row for one that is gone. */
export function within(current: GridSelection["current"], below: number): GridSelection["current"] {
  if (!current || current.cell[1] < below) return current;
  return below > 0 ? currentAt(current.cell[0], below - 1) : undefined;
}

function currentOf(cells: readonly Place[]): GridSelection["current"] {
  if (cells.length === 0) return undefined;
  const rows = new Map<number, number[]>();
  for (const [column, row] of cells) rows.set(row, [...(rows.get(row) ?? []), column]);
  const ranges: Rectangle[] = [];
  for (const [row, columns] of [...rows].sort(([one], [other]) => one - other))
    for (const [x, end] of slicesOf(columns)) {
      const above = ranges.find(
        (each) => each.x === x && each.width === end - x && each.y + each.height === row,
      );
      if (above) above.height += 1;
      else ranges.push({ x, y: row, width: end - x, height: 1 });
    }
  const range = ranges.pop()!;
  return { cell: [range.x, range.y], range, rangeStack: ranges };
}

function compact(places: readonly number[]): CompactSelection {
  return CompactSelection.create(slicesOf(places));
}

/** Return runs of places that follow each other, each to before its end. */
function slicesOf(places: readonly number[]): [from: number, to: number][] {
  const slices: [number, number][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = slices.at(-1);
    if (last && place <= last[1]) last[1] = Math.max(last[1], place + 1);
    else slices.push([place, place + 1]);
  }
  return slices;
}

/** Return all cells of a range, row by row. */
function cellsIn(current: GridSelection["current"]): Place[] {
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
