/** Sources: the tables of datasets, read from their frames. */

import type { EchartsTable, Frame } from "../../../core/wire.gen";
import { FrameSource } from "../../frames/source";
import { millisecondsOf, shownOf } from "../../frames/texts";
import type { ColumnType } from "../../frames/types";
import { loaderOf } from "../frame/source";
import type { Cell, Source } from "./tables";

/** Read a table, wherever its bytes are. */
export async function sourceOf(
  { path, frame }: EchartsTable,
  signal: AbortSignal,
): Promise<Source> {
  const source = new FrameSource(frame, loaderOf(frame.file ?? ""), Infinity);
  const places = frame.columns.map((_, place) => place);
  signal.addEventListener("abort", () => source.close());
  await source.whole(places);
  if (source.error) throw new Error(source.error);
  const columns = places.map((place) => columnOf(source, place, frame));
  const rows = Array.from({ length: frame.rows }, (_, row) =>
    columns.map((column) => column[row]!),
  );
  source.close();
  return { path, names: uniqueNames(frame.columns.map(({ name }) => name)), rows };
}

function columnOf(source: FrameSource, place: number, frame: Frame): Cell[] {
  const type = source.typeOf(place);
  if (!type) return Array.from({ length: frame.rows }, () => null);
  const plain = plainerOf(type);
  return Array.from({ length: frame.rows }, (_, row) => {
    const value = source.at(place, row);
    return value === null || value === undefined ? null : plain(value);
  });
}

/** Return what makes of a value what can be told in JSON. */
function plainerOf(type: ColumnType): (value: unknown) => Cell {
  switch (type.form) {
    case "boolean":
      return Boolean;
    case "integer":
      return Number;
    case "float":
      return (value) => (Number.isFinite(value) ? (value as number) : null);
    case "decimal":
      return (value) => Number(value) / 10 ** type.scale;
    case "duration":
      return (value) => Number(value) / (Number(type.ticks) / 1000);
    case "datetime":
      return (value) => moment(millisecondsOf(value, type), type.zone !== null);
    default:
      return (value) => shownOf(value, type);
  }
}

/** Write a moment in ISO 8601: of a clock on the wall, or else in UTC. */
function moment(milliseconds: number, isInstant: boolean): string {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return "";
  const text = date.toISOString().replace(".000Z", "Z");
  return isInstant ? text : text.slice(0, -1);
}

/** Dimensions are known by their names: of several columns of one name each but the first is numbered. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
