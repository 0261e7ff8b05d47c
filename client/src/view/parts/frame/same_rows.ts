/** Same rows: which row of a table is which of what a script has made of it. */

import type { Entered, Form } from "../../frames/edits";
import type { Plain } from "../grid/view";

/** A table as it stands, with what was entered. Rows that were added have the numbers after its own. */
export interface Table {
  readonly entered: Entered;
  readonly form: Form;
  /** What all columns are called. */
  readonly names: readonly string[];
  /** Those that are shown, by number, and whether they name the rows. */
  readonly columns: readonly { readonly number: number; readonly isIndex: boolean }[];
  /** Return what a cell says, the same for the same value; undefined if that is not here. */
  textAt(column: number, row: number): string | undefined;
  /** Return what a value says in a column. */
  textOf(column: number, value: Plain): string;
  /** Return the table with something else entered. */
  with(entered: Entered): Table;
}

/** Where a row is found again, and whether all that it holds says so. */
export interface Found {
  readonly number: number;
  readonly isSure: boolean;
}

/** Cells that are looked through: in larger tables a row stays in its place, or is not known. */
const MOST = 200_000;

/**
 * Return what finds the rows of a table again in what was made of it.
 *
 * A row is the one that holds the same, in its place or else as the only one. One that a script has
 * written into is known by what names it, or else by its place, if there are as many rows as before
 * and the one there is none of the others.
 */
export function finderOf(from: Table, to: Table): (row: number) => Found | null {
  if (JSON.stringify(from.names) !== JSON.stringify(to.names)) return () => null;
  const both = from.columns.filter(({ number }) =>
    to.columns.some((each) => each.number === number),
  );
  const numbers = (isIndex: boolean) =>
    both.filter((each) => each.isIndex === isIndex).map(({ number }) => number);
  const [index, plain] = [numbers(true), numbers(false)];
  const all = [...index, ...plain];
  const ways = index.length > 0 ? [all, plain, index] : [all];
  const isLong = Math.max(countOf(from), countOf(to)) * all.length > MOST;
  const known = new Map<string, Map<string, number[]>>();
  const alike = (table: Table, way: number, text: string): readonly number[] => {
    if (isLong) return [];
    const name = `${table === to} ${way}`;
    if (!known.has(name)) known.set(name, byText(table, ways[way]!));
    return known.get(name)!.get(text) ?? [];
  };
  return (row) => {
    const place = placeOf(from, row);
    const same = place < countOf(to) ? numberAt(to, place) : null;
    for (const [way, columns] of ways.entries()) {
      const text = textOf(from, row, columns);
      if (text === undefined) continue;
      const isSure = way === 0;
      if (same !== null && textOf(to, same, columns) === text) return { number: same, isSure };
      const [number, ...others] = alike(to, way, text);
      if (number !== undefined && others.length === 0 && alike(from, way, text).length === 1)
        return { number, isSure };
    }
    if (same === null || countOf(from) !== countOf(to)) return null;
    const there = textOf(to, same, all);
    const isOther = there !== undefined && alike(from, 0, there).length > 0;
    return isOther ? null : { number: same, isSure: false };
  };
}

/** Return the key of a row that was added; null for one of the data. */
export function keyOf({ entered, form }: Table, row: number): number | null {
  return row < form.rows ? null : (rowsAdded(entered)[row - form.rows]?.[0] ?? null);
}

/** Return the number of a row that was added; null if it is not there. */
export function numberOfKey({ entered, form }: Table, key: number): number | null {
  const places =
    placesOfKeys.get(entered) ?? new Map(rowsAdded(entered).map(([each], at) => [each, at]));
  placesOfKeys.set(entered, places);
  const at = places.get(key);
  return at === undefined ? null : form.rows + at;
}

const placesOfKeys = new WeakMap<Entered, ReadonlyMap<number, number>>();

function rowsAdded({ state, pending }: Entered) {
  return [...state.added, ...pending];
}

function countOf({ entered, form }: Table): number {
  return form.rows - entered.state.deleted.length + rowsAdded(entered).length;
}

function placeOf({ entered }: Table, row: number): number {
  return row - entered.state.deleted.filter((each) => each < row).length;
}

function numberAt({ entered }: Table, place: number): number {
  let row = place;
  for (const deleted of [...entered.state.deleted].sort((a, b) => a - b)) if (deleted <= row) row++;
  return row;
}

function textOf(table: Table, row: number, columns: readonly number[]): string | undefined {
  if (columns.length === 0) return undefined;
  const texts = columns.map((column) => table.textAt(column, row));
  return texts.includes(undefined) ? undefined : JSON.stringify(texts);
}

function byText(table: Table, columns: readonly number[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const { deleted } = table.entered.state;
  const gone = new Set(deleted);
  for (let row = 0; row < countOf(table) + deleted.length; row++) {
    const text = gone.has(row) ? undefined : textOf(table, row, columns);
    if (text === undefined) continue;
    const rows = found.get(text);
    if (rows) rows.push(row);
    else found.set(text, [row]);
  }
  return found;
}
