/** Sorting and searching the rows of a frame that is here, in slices: the page stays quick meanwhile. */

import type { FrameSource } from "./source";
import { textOf } from "./texts";
import { isNumber, type ColumnType } from "./types";

/** How long one slice may take, in ms. */
const SLICE = 6;

type Key = number | bigint | string | boolean | null;

/** Lets others have a turn, once a slice is over; throws if nobody waits any more. */
export class Slices {
  #until = performance.now() + SLICE;

  constructor(private readonly signal: AbortSignal) {}

  isOver(): boolean {
    return performance.now() > this.#until;
  }

  async next(): Promise<void> {
    await new Promise((wake) => setTimeout(wake));
    this.signal.throwIfAborted();
    this.#until = performance.now() + SLICE;
  }
}

/**
 * Sort the rows by a column. Equal ones stay in their order, and what is missing comes last.
 *
 * Returns the numbers of the rows, in their new order.
 */
export async function sortRows(
  source: FrameSource,
  column: number,
  descending: boolean,
  signal: AbortSignal,
): Promise<Uint32Array> {
  await source.whole([column]);
  const slices = new Slices(signal);
  const type = source.typeOf(column);
  const keys: Key[] = new Array<Key>(source.rows);
  for (let row = 0; row < source.rows; row++) {
    keys[row] = keyOf(source.at(column, row), type);
    if (row % 512 === 0 && slices.isOver()) await slices.next();
  }
  return merged(keys, descending, slices);
}

function keyOf(value: unknown, type: ColumnType | null): Key {
  if (value === null || value === undefined || type === null) return null;
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  if (typeof value === "bigint" || typeof value === "boolean") return value;
  return isNumber(type) ? (value as Key) : textOf(value, type);
}

/** Merge ever longer runs: the one way to sort that can be left and gone on with at any step. */
async function merged(keys: Key[], descending: boolean, slices: Slices): Promise<Uint32Array> {
  const comesFirst = descending
    ? (a: Key, b: Key) => (a === null ? b === null : b === null || a >= b)
    : (a: Key, b: Key) => (a === null ? b === null : b === null || a <= b);
  let from = Uint32Array.from(keys.keys());
  let to = new Uint32Array(keys.length);
  for (let width = 1; width < keys.length; width *= 2) {
    for (let start = 0; start < keys.length; start += 2 * width) {
      const middle = Math.min(start + width, keys.length);
      const end = Math.min(start + 2 * width, keys.length);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        const takesLeft =
          left < middle &&
          (right >= end || comesFirst(keys[from[left]!] ?? null, keys[from[right]!] ?? null));
        to[at] = takesLeft ? from[left++]! : from[right++]!;
        if (at % 2048 === 0 && slices.isOver()) await slices.next();
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/**
 * Find the rows in which any cell has a text in it, however it is written.
 *
 * Args:
 *   textAt: what a cell shows.
 *   count: how many rows there are, as they are shown.
 *
 * Returns the rows as they are shown.
 */
export async function findRows(
  textAt: (column: number, row: number) => string,
  columns: readonly number[],
  count: number,
  text: string,
  signal: AbortSignal,
): Promise<number[]> {
  const slices = new Slices(signal);
  const wanted = text.toLowerCase();
  const found: number[] = [];
  for (let row = 0; row < count; row++) {
    if (columns.some((column) => textAt(column, row).toLowerCase().includes(wanted)))
      found.push(row);
    if (row % 64 === 0 && slices.isOver()) await slices.next();
  }
  return found;
}
