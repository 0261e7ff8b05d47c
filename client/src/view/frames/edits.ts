/** Edits: what a person has changed in a table, as it travels, and the steps by which they do. */

import type { Plain } from "../parts/grid/view";

/** A value in a column, by its number. */
export type CellValue = readonly [column: number, value: Plain];
/** A row that was added: the key that it is known by, and its values. */
export type AddedRow = readonly [key: number, cells: readonly CellValue[]];

/** The value of an editor. */
export interface EditState {
  /** Which data it is of. */
  readonly mark: string;
  readonly cells: readonly (readonly [row: number, column: number, value: Plain])[];
  readonly added: readonly AddedRow[];
  readonly deleted: readonly number[];
}

/** A cell that is set: rows that were added have the numbers after those of the data. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly value: Plain;
}

/** All that a person has entered: what is sent, and rows that lack what they must have. */
export interface Entered {
  readonly state: EditState;
  readonly pending: readonly AddedRow[];
}

/** What tells which rows are whole. */
export interface Form {
  /** How many rows the data has. */
  readonly rows: number;
  /** The columns that need a value in a row that is added. */
  readonly required: readonly number[];
}

/** Return an editor in which nothing was changed. */
export function untouched(mark: string): EditState {
  return { mark, cells: [], added: [], deleted: [] };
}

/** Cells by row and column, of a state that does not change. */
export type CellMap = ReadonlyMap<number, ReadonlyMap<number, Plain>>;

/** Return the values that were set, by row, those of added rows too, whole or not. */
export function cellsOf({ state, pending }: Entered, rows: number): CellMap {
  const found = new Map<number, Map<number, Plain>>();
  for (const [row, column, value] of state.cells) {
    const cells = found.get(row) ?? new Map<number, Plain>();
    found.set(row, cells.set(column, value));
  }
  [...state.added, ...pending].forEach(([, cells], place) =>
    found.set(rows + place, new Map(cells)),
  );
  return found;
}

/** Set cells. */
export function setCells(entered: Entered, changes: readonly CellChange[], form: Form): Entered {
  const cells = new Map(entered.state.cells.map((cell) => [`${cell[0]} ${cell[1]}`, cell]));
  const rows = [...entered.state.added, ...entered.pending].map(
    ([key, values]) => [key, new Map(values)] as const,
  );
  for (const { row, column, value } of changes) {
    if (row < form.rows) cells.set(`${row} ${column}`, [row, column, value]);
    else rows[row - form.rows]?.[1].set(column, value);
  }
  const all: AddedRow[] = rows.map(([key, values]) => [key, sorted([...values])]);
  return settled(
    { ...entered.state, cells: [...cells.values()].sort(byPlace) },
    all.slice(0, entered.state.added.length),
    all.slice(entered.state.added.length),
    form,
  );
}

/** Add rows at the end. */
export function addRows(
  entered: Entered,
  rows: readonly ReadonlyMap<number, Plain>[],
  first: number,
  form: Form,
): Entered {
  const made: AddedRow[] = rows.map((values, place) => [first + place, sorted([...values])]);
  return settled(entered.state, entered.state.added, [...entered.pending, ...made], form);
}

/** Delete rows of the data, and rows that were added. */
export function deleteRows(entered: Entered, rows: readonly number[], form: Form): Entered {
  const { state, pending } = entered;
  const gone = new Set(rows);
  const deleted = [...new Set([...state.deleted, ...rows.filter((row) => row < form.rows)])];
  const isKept = (offset: number) => (_: unknown, place: number) =>
    !gone.has(form.rows + offset + place);
  return {
    state: {
      ...state,
      cells: state.cells.filter(([row]) => !gone.has(row)),
      added: state.added.filter(isKept(0)),
      deleted: deleted.sort((a, b) => a - b),
    },
    pending: pending.filter(isKept(state.added.length)),
  };
}

/** Bring back rows of the data that were deleted, with what had been set in them. */
export function restoreRows(
  { state, pending }: Entered,
  rows: ReadonlyMap<number, ReadonlyMap<number, Plain>>,
): Entered {
  const cells = [...rows].flatMap(([row, own]) =>
    [...own].map(([column, value]) => [row, column, value] as const),
  );
  return {
    state: {
      ...state,
      cells: [...state.cells, ...cells].sort(byPlace),
      deleted: state.deleted.filter((row) => !rows.has(row)),
    },
    pending,
  };
}

/** Return a key that no row has had: rows that were deleted may still be on their way. */
export function nextKey({ state, pending }: Entered, last: number): number {
  return Math.max(last, ...[...state.added, ...pending].map(([key]) => key)) + 1;
}

/** Rows go along as soon as they have all that they must have. */
function settled(
  state: EditState,
  added: readonly AddedRow[],
  pending: readonly AddedRow[],
  { required }: Form,
): Entered {
  const isWhole = ([, cells]: AddedRow) =>
    required.every((column) =>
      cells.some(([at, value]) => at === column && value !== null && value !== ""),
    );
  return {
    state: { ...state, added: [...added, ...pending.filter(isWhole)] },
    pending: pending.filter((row) => !isWhole(row)),
  };
}

function sorted(cells: CellValue[]): CellValue[] {
  return cells.sort(([one], [other]) => one - other);
}

function byPlace(one: EditState["cells"][number], other: EditState["cells"][number]): number {
  return one[0] - other[0] || one[1] - other[1];
}
