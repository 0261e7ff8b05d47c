/** Figure: what a script shows, as Plotly takes it: with arrays of numbers where there were bytes. */

import { decode } from "../../../core/msgpack";

export type Trace = Record<string, unknown>;
export type Layout = Record<string, unknown>;

export interface Figure {
  data: Trace[];
  layout: Layout;
  frames?: unknown[];
}

type NumberArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** Numbers as they travel. */
interface Packed {
  dtype: string;
  shape: number[];
  bdata?: Uint8Array;
  file?: number;
}

const TYPES = {
  i1: Int8Array,
  u1: Uint8Array,
  i2: Int16Array,
  u2: Uint16Array,
  i4: Int32Array,
  u4: Uint32Array,
  f4: Float32Array,
  f8: Float64Array,
} as const;

/** Arrays made of files, by what tells them apart: an array that stays is the same object. */
export type Known = Map<string, unknown>;

/**
 * Read a figure. `bytesOf` has its files; `known` are the arrays of the figure before, and are
 * replaced by those of this one.
 */
export function figureOf(
  content: Uint8Array,
  files: readonly string[],
  bytesOf: (file: string) => Uint8Array,
  known: Known,
): Figure {
  const used: Known = new Map();
  const unpack = ({ dtype, shape, bdata, file }: Packed): unknown => {
    if (file === undefined) return arrayOf(dtype, shape, bdata!);
    const name = `${files[file]} ${dtype} ${shape.join()}`;
    const made = used.get(name) ?? known.get(name) ?? arrayOf(dtype, shape, bytesOf(files[file]!));
    used.set(name, made);
    return made;
  };
  const figure = unpacked(decode(content), unpack) as Figure;
  known.clear();
  for (const [name, array] of used) known.set(name, array);
  return figure;
}

function unpacked(value: unknown, unpack: (packed: Packed) => unknown): unknown {
  if (Array.isArray(value)) {
    // Rows of texts and numbers are as they are.
    for (let at = 0; at < value.length; at++) {
      const each: unknown = value[at];
      if (typeof each === "object" && each !== null) value[at] = unpacked(each, unpack);
    }
    return value;
  }
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const fields = value as Record<string, unknown>;
  if (isPacked(fields)) return unpack(value as Packed);
  for (const [name, each] of Object.entries(fields))
    if (typeof each === "object" && each !== null) fields[name] = unpacked(each, unpack);
  return value;
}

/** Whether these are numbers that the server has packed, and not some object of the script. */
function isPacked({ dtype, shape, bdata, file }: Record<string, unknown>): boolean {
  const hasBytes = bdata instanceof Uint8Array || typeof file === "number";
  return typeof dtype === "string" && Array.isArray(shape) && hasBytes;
}

/** Return numbers, in rows if they have more than one dimension. */
export function arrayOf(dtype: string, shape: readonly number[], bytes: Uint8Array): unknown {
  // Their place in what has come is none that numbers may begin at.
  const { buffer } = bytes.slice();
  if (dtype === "ms") return rowsOf(Array.from(new Float64Array(buffer), momentOf), shape);
  const Type = TYPES[dtype as keyof typeof TYPES];
  if (!Type) throw new Error(`numbers of the type ${dtype} cannot be read`);
  return rowsOf(new Type(buffer), shape);
}

function rowsOf(flat: NumberArray | (string | null)[], shape: readonly number[]): unknown {
  if (shape.length < 2) return flat;
  const [count = 0, ...rest] = shape;
  const size = rest.reduce((product, each) => product * each, 1);
  return Array.from({ length: count }, (_, row) => {
    const from = row * size;
    const part = Array.isArray(flat)
      ? flat.slice(from, from + size)
      : flat.subarray(from, from + size);
    return rowsOf(part, rest);
  });
}

/** Return a moment as Plotly reads it, to a tenth of a microsecond if need be. */
function momentOf(milliseconds: number): string | null {
  if (Number.isNaN(milliseconds)) return null;
  const whole = Math.floor(milliseconds);
  const date = new Date(whole);
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString().slice(0, -1);
  const rest = Math.round((milliseconds - whole) * 1000);
  return rest ? `${text}${String(rest).padStart(3, "0")}` : text.replace(/\.000$/, "");
}

/** Return a copy that Plotly may write to: it shares only lists and arrays. */
export function copyOf<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) {
    const first: unknown = value[0];
    const holdsObjects =
      value.length < 1000 && typeof first === "object" && first !== null && !Array.isArray(first);
    // Plotly tells by its identity whether a list has changed.
    return holdsObjects ? (value.map(copyOf) as T) : value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, copyOf(each)])) as T;
}
