/** Table of an option: the values that a specification shows. */

import { tableOf as tableOfRows, type PlainTable } from "../chart/plain_table";
import { firstOf, isObject, objects, sharedOf, withData, type Said } from "./parts";

/** Return what is drawn of the values in a specification, as a table. */
export function tableOf(option: Said): PlainTable {
  const first = firstOf(option);
  const shared = sharedOf(first);
  if (shared) return ofSource(shared);
  const series = withData(first);
  const axis = [...objects(first.xAxis), ...objects(first.yAxis)].find(({ data }) =>
    Array.isArray(data),
  );
  const names = axis?.data as unknown[] | undefined;
  const columns = series.map(({ data }) => data as unknown[]);
  const titles = series.map(({ name, type }, place) =>
    String(name ?? `${String(type)} ${place + 1}`),
  );
  if (names && columns.every((column) => !column.some((item) => Array.isArray(valueOf(item)))))
    return {
      columns: [String(axis?.name ?? ""), ...titles],
      rows: names.map((name, row) => [
        nameOf(name),
        ...columns.map((column) => valueOf(column[row])),
      ]),
    };
  const items = columns.flatMap((column, place) =>
    column.map((item) => [titles[place], isObject(item) ? item.name : null, valueOf(item)]),
  );
  const width = items.reduce(
    (most, [, , value]) => (Array.isArray(value) ? Math.max(most, value.length) : most),
    1,
  );
  const isNamed = items.some(([, name]) => name !== null && name !== undefined);
  return {
    columns: [
      "Series",
      ...(isNamed ? ["Name"] : []),
      ...(width === 1
        ? ["Value"]
        : Array.from({ length: width }, (_, place) => `Value ${place + 1}`)),
    ],
    rows: items.map(([title, name, value]) => [
      title,
      ...(isNamed ? [name] : []),
      ...(Array.isArray(value) ? (value as unknown[]) : [value]),
    ]),
  };
}

function ofSource(source: readonly unknown[]): PlainTable {
  if (source.every(isObject)) return tableOfRows(source);
  const [head, ...rows] = source.map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
  if (head!.every((each) => typeof each === "string" || each === null))
    return { columns: head!.map(nameOf), rows };
  return { columns: head!.map((_, place) => `Value ${place + 1}`), rows: [head!, ...rows] };
}

function nameOf(item: unknown): string {
  return String(isObject(item) ? (item.value ?? "") : (item ?? ""));
}

function valueOf(item: unknown): unknown {
  return isObject(item) ? item.value : item;
}
