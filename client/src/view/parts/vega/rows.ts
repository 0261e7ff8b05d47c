/** Rows: a frame as Vega takes it, an object for each row; only what the chart names. */

import type { Frame, FrameColumn } from "../../../core/wire.gen";
import { millisecondsOf, plainOf, textOf } from "../../frames/texts";
import type { ColumnType } from "../../frames/types";
import { wholeColumns, type WholeColumn } from "../../frames/whole";
import { channelsOf, isObject, viewsOf, type Json } from "./spec";
import { clockOf, type Clock } from "./times";

export type Row = Record<string, unknown>;

/** The rows of one table. */
export interface Rows {
  readonly rows: readonly Row[];
  /** How the moments of its columns are told, by their names. */
  readonly clocks: ReadonlyMap<string, Clock>;
}

/** What a column is called: as in the table, and one without a name by its number. */
export function nameOf(column: FrameColumn, number: number): string {
  return column.name || (column.is_index ? "index" : String(number));
}

/** Get the rows of a frame. */
export async function rowsOf(frame: Frame, spec: Json, signal: AbortSignal): Promise<Rows> {
  const isNamed = namesIn(spec);
  const numbers = frame.columns
    .map((_, number) => number)
    .filter((number) => isNamed(nameOf(frame.columns[number]!, number)));
  const columns = await wholeColumns(frame, numbers, signal);
  const rows: Row[] = Array.from({ length: frame.rows }, () => ({}));
  const clocks = new Map<string, Clock>();
  for (const [number, column] of columns) {
    const told = frame.columns[number]!;
    const name = nameOf(told, number);
    const isMoment = column.type.form === "datetime" || column.type.form === "date";
    const clock = isMoment && !isText(spec, name) ? clockOf(told.zone ?? null) : null;
    if (clock) clocks.set(name, clock);
    fill(rows, name, column, readerOf(column, clock) as ((value: unknown) => unknown) | null);
  }
  return { rows, clocks };
}

function fill(
  rows: readonly Row[],
  name: string,
  { values }: WholeColumn,
  read: ((value: unknown) => unknown) | null,
): void {
  for (let row = 0; row < rows.length; row++) {
    const value = values[row] ?? null;
    rows[row]![name] = read && value !== null ? read(value) : value;
  }
}

/** The cells of a column are all of one type. */
type Reader = (value: never) => unknown;

/** Return what makes of a cell what Vega knows; null if it is that already. */
function readerOf({ type }: WholeColumn, clock: Clock | null): Reader | null {
  switch (type.form) {
    case "float":
    case "decimal":
      // As in JSON, which Vega's own data come from.
      return (value: number) => (Number.isFinite(value) ? value : null);
    case "boolean":
    case "text":
      return null;
    case "integer":
      return Number;
    case "date":
    case "datetime":
      return clock ? clock.shown : (value: number) => momentText(value, type);
    case "duration":
      return (value: number | bigint) => millisecondsOf(BigInt(value), type);
    case "list":
    case "struct":
    case "map":
      return (value: unknown) => plainOf(value, type);
    default:
      return (value: unknown) => textOf(value, type);
  }
}

/** Write a moment as short as it can be. */
function momentText(milliseconds: number, { form }: ColumnType): string {
  const text = new Date(milliseconds).toISOString();
  if (form === "date" || text.endsWith("T00:00:00.000Z")) return text.slice(0, 10);
  return text.slice(0, text.endsWith(":00.000Z") ? 16 : 19).replace("T", " ");
}

/** Tell whether a chart has a column of moments for texts alone: as names, and not as time. */
function isText(spec: Json, name: string): boolean {
  let isName = false;
  for (const [view] of viewsOf(spec))
    for (const channel of channelsOf(view)) {
      const { field, type, timeUnit } = channel;
      if (field !== name) continue;
      if (timeUnit || (type !== "nominal" && type !== "ordinal")) return false;
      isName = true;
    }
  return isName;
}

/** Return what tells whether a name may be in a chart. */
function namesIn(spec: Json): (name: string) => boolean {
  const texts: string[] = [];
  let takesAll = false;
  const collect = (value: unknown, key: string): void => {
    if (key === "datasets" || key === "values") return;
    if (typeof value === "string") texts.push(value);
    else if (Array.isArray(value)) value.forEach((each) => collect(each, ""));
    else if (isObject(value)) {
      if (value.content === "data" || "lookup" in value) takesAll = true;
      for (const [name, each] of Object.entries(value)) {
        texts.push(name);
        collect(each, name);
      }
    }
  };
  collect(spec, "");
  // A point, a bracket or a quote in a name is written behind a backslash.
  const all = texts.join("\n").replaceAll("\\", "");
  return (name) => takesAll || all.includes(name.replaceAll("\\", ""));
}
