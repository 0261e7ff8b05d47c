/** Whole: all cells of some columns of a frame, quickly and as plain values: for what computes. */

import { type Table, tableFromIPC } from "@uwdata/flechette";

import type { Frame } from "../../core/wire.gen";
import { blockOf } from "./bytes";
import { typeOf, type ColumnType } from "./types";

/** The cells of one column, and what they are. */
export interface WholeColumn {
  readonly type: ColumnType;
  readonly values: ArrayLike<unknown>;
}

/**
 * Get columns by their numbers; those that are not in the frame are left out.
 *
 * Whole numbers and decimals are numbers, moments are milliseconds, however exact they were.
 * A number that is too large for that is rounded.
 */
export async function wholeColumns(
  frame: Frame,
  numbers: readonly number[],
  signal: AbortSignal,
): Promise<Map<number, WholeColumn>> {
  const found = new Map<number, WholeColumn>();
  const needed = frame.blocks.filter(({ columns: [from, to] }) =>
    numbers.some((number) => number >= from && number < to),
  );
  for (const block of needed) {
    const bytes = await blockOf(frame, block, signal);
    const tables = new Map<boolean, Table>();
    const read = (place: number, useBigInt: boolean): ArrayLike<unknown> => {
      if (!tables.has(useBigInt)) tables.set(useBigInt, tableFromIPC(bytes, { useBigInt }));
      return tables.get(useBigInt)!.getChildAt(place).toArray();
    };
    const { fields } = tables.set(false, tableFromIPC(bytes)).get(false)!.schema;
    for (const number of numbers) {
      const place = fields.findIndex(({ name }) => name === String(number));
      if (place >= 0)
        found.set(number, { type: typeOf(fields[place]!.type), values: columnOf(place, read) });
    }
  }
  return found;
}

/** Whole numbers that are too large to be exact are read as such, and then rounded. */
function columnOf(
  place: number,
  read: (place: number, useBigInt: boolean) => ArrayLike<unknown>,
): ArrayLike<unknown> {
  try {
    return read(place, false);
  } catch {
    const exact = read(place, true);
    return Array.from(exact, (value) => (typeof value === "bigint" ? Number(value) : value));
  }
}
