/** Points: the places of a map as plain arrays, read from their frame at once. */

import { tableFromIPC } from "@uwdata/flechette";

import type { Frame } from "../../../core/wire.gen";
import { blockOf } from "../../frames/bytes";
import { turned } from "./degrees";

export interface Points {
  readonly count: number;
  /** From -180 to before 180. */
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  readonly sizes: Float64Array | null;
  readonly colors: Uint32Array | null;
  /** The row of each in the table. */
  rowOf(point: number): number;
}

/** Fetch and read them. */
export async function loadPoints(
  frame: Frame,
  hasSizes: boolean,
  hasColors: boolean,
  signal: AbortSignal,
): Promise<Points> {
  const block = frame.blocks[0];
  if (!block || frame.rows === 0) return pointsOf([new Float64Array(), new Float64Array()]);
  const table = tableFromIPC(await blockOf(frame, block, signal));
  const columns = [0, 1, 2, 3]
    .filter((place) => place < 2 + Number(hasSizes) + Number(hasColors))
    .map((place) => table.getChild(`${place}`).toArray() as Float64Array | Uint32Array);
  const [latitudes, longitudes, third, fourth] = columns;
  return pointsOf(
    [latitudes as Float64Array, longitudes as Float64Array],
    hasSizes ? (third as Float64Array) : null,
    hasColors ? ((hasSizes ? fourth : third) as Uint32Array) : null,
  );
}

/** Return the points that have a place. */
export function pointsOf(
  [latitudes, longitudes]: readonly [Float64Array, Float64Array],
  sizes: Float64Array | null = null,
  colors: Uint32Array | null = null,
): Points {
  let rows: Uint32Array | null = null;
  let count = 0;
  for (let row = 0; row < latitudes.length; row++) {
    const isPlace = !Number.isNaN(latitudes[row]!) && !Number.isNaN(longitudes[row]!);
    if (!isPlace && !rows) {
      rows = new Uint32Array(latitudes.length);
      for (let before = 0; before < row; before++) rows[before] = before;
    }
    if (!isPlace) continue;
    if (rows) rows[count] = row;
    count += 1;
  }
  const taken = rows?.subarray(0, count) ?? null;
  const take = <T extends Float64Array | Uint32Array>(all: T, Kind: new (size: number) => T): T => {
    if (!taken) return all;
    const some = new Kind(count);
    for (let point = 0; point < count; point++) some[point] = all[taken[point]!]!;
    return some;
  };
  return {
    count,
    latitudes: take(latitudes, Float64Array),
    longitudes: take(longitudes, Float64Array).map(turned),
    sizes: sizes && take(sizes, Float64Array),
    colors: colors && take(colors, Uint32Array),
    rowOf: (point) => taken?.[point] ?? point,
  };
}
