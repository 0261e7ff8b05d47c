/** Tiles: blocks of columns times groups of rows, as Arrow, decoded one by one and kept while they fit. */

import { tableFromIPC } from "@uwdata/flechette";

import { typeOf, type ColumnType } from "./types";

/** One decoded tile. */
export interface Tile {
  readonly rows: number;
  readonly names: readonly string[];
  readonly types: readonly ColumnType[];
  /** Return a value; the column counts from the first of the tile, the row from its first. */
  at(column: number, row: number): unknown;
}

/** As exactly as JavaScript can: whole numbers of 64 bits, decimals and moments are BigInts. */
const EXACTLY = { useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true };

/**
 * Decode a tile.
 *
 * Args:
 *   parts: the messages of its stream, in their order; each part holds whole ones.
 *
 * Throws what the decoder throws if the bytes are cut short or none of Arrow's.
 */
export function decodeTile(...parts: Uint8Array[]): Tile {
  const table = tableFromIPC(parts.filter(({ length }) => length > 0).map(aligned), EXACTLY);
  const types = table.schema.fields.map((field) => typeOf(field.type));
  const names = table.schema.fields.map((field) => field.name);
  const columns = types.map((_, index) => table.getChildAt(index));
  return { rows: table.numRows, names, types, at: (column, row) => columns[column]!.at(row) };
}

/** Arrays of eight-byte numbers can only begin where eight divides. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
}
