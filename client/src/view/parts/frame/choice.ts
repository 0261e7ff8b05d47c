/** Choice: what is chosen in a frame, and where that stands in the grid. */

import type { Column } from "../../frames/columns";
import type { FrameSource } from "../../frames/source";
import type { Chosen, Modes, Place } from "../grid/view";
import type { Rows } from "./rows";

/** What is chosen: rows by their number in the frame, columns by theirs. */
export interface Choice {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly cells: readonly Place[];
}

/** What is shown, for whoever edits it: places in the grid, and what they are in the frame. */
export interface Shown {
  readonly columns: readonly Column[];
  readonly rows: Rows;
  readonly source: FrameSource;
}

/** Return where what is chosen stands; what is not shown, or whose place is not known, is left out. */
export function placesOf(
  { rows, columns, cells }: Choice,
  shown: readonly Column[],
  by: Rows,
): Chosen {
  const across = (number: number) => shown.findIndex((column) => column.number === number);
  const down = (number: number) => by.placeOf(number) ?? -1;
  // All have their places, though most pages of a sorted table are not here.
  const isAll = by.server !== undefined && rows.length === by.count;
  return {
    rows: isAll ? [...Array(by.count).keys()] : rows.map(down).filter((place) => place >= 0),
    columns: columns.map(across).filter((place) => place >= 0),
    cells: cells
      .map(([column, row]) => [across(column), down(row)] as const)
      .filter(([column, row]) => column >= 0 && row >= 0),
  };
}

/** Return what is chosen; rows whose place is not known just now stay as they were. */
export function choiceOf(
  { rows, columns, cells }: Chosen,
  shown: Shown,
  before: Choice,
  modes: Modes,
): Choice {
  const across = (place: number) => shown.columns[place]!.number;
  return {
    rows: numbersOf(rows, shown, before.rows, modes).sort((a, b) => a - b),
    columns: columns.map(across),
    cells: cells
      .map(([column, place]) => [column, shown.rows.numberAt(place)] as const)
      .filter(([column, row]) => column < shown.columns.length && row >= 0)
      .map(([column, row]) => [across(column), row] as const),
  };
}

function numbersOf(
  places: readonly number[],
  { rows, source }: Shown,
  before: readonly number[],
  modes: Modes,
): number[] {
  // Who chooses all has them, though most pages of a sorted table are not here.
  if (rows.server && places.length === rows.count) return [...Array(rows.count).keys()];
  const numbers = places.map((place) => rows.numberAt(place)).filter((number) => number >= 0);
  if (!rows.server || modes.rows === "none" || (modes.rows === "single" && numbers.length > 0))
    return numbers;
  // One can be taken back alone; when several go at once, all were meant, also those not here.
  const seen = before.filter((row) => rows.placeOf(row) !== null).length;
  if (places.length === 0 && (seen > 1 || before.length === rows.count)) return [];
  const unseen = before.filter((row) => row < source.rows && rows.placeOf(row) === null);
  return [...new Set([...numbers, ...unseen])];
}
