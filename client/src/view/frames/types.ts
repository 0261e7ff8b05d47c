/** Types of columns, told by what their values are read and written as. */

import { type DataType, type Field, Type } from "@uwdata/flechette";

export type Form =
  | "nothing"
  | "boolean"
  | "integer"
  | "float"
  | "decimal"
  | "text"
  | "bytes"
  | "date"
  | "time"
  | "datetime"
  | "duration"
  | "interval"
  | "list"
  | "struct"
  | "map"
  | "other";

/** What the values of a column are. */
export interface ColumnType {
  readonly form: Form;
  /** Ticks in a second, of times, moments and durations. */
  readonly ticks: bigint;
  /** Digits behind the point, of decimals. */
  readonly scale: number;
  /** The time zone of moments that are instants. */
  readonly zone: string | null;
  /** What lists hold, or the members of structs. */
  readonly children: readonly { readonly name: string; readonly type: ColumnType }[];
}

const FORMS: Partial<Record<number, Form>> = {
  [Type.Null]: "nothing",
  [Type.Int]: "integer",
  [Type.Float]: "float",
  [Type.Binary]: "bytes",
  [Type.Utf8]: "text",
  [Type.Bool]: "boolean",
  [Type.Decimal]: "decimal",
  [Type.Date]: "date",
  [Type.Time]: "time",
  [Type.Timestamp]: "datetime",
  [Type.Interval]: "interval",
  [Type.List]: "list",
  [Type.Struct]: "struct",
  [Type.FixedSizeBinary]: "bytes",
  [Type.FixedSizeList]: "list",
  [Type.Map]: "map",
  [Type.Duration]: "duration",
  [Type.LargeBinary]: "bytes",
  [Type.LargeUtf8]: "text",
  [Type.LargeList]: "list",
  [Type.BinaryView]: "bytes",
  [Type.Utf8View]: "text",
  [Type.ListView]: "list",
  [Type.LargeListView]: "list",
};

/** Return the type of a column as Arrow's schema tells it. */
export function typeOf(type: DataType): ColumnType {
  if (type.typeId === Type.Dictionary) return typeOf(type.dictionary);
  if (type.typeId === Type.RunEndEncoded) return typeOf(type.children[1].type);
  const { unit = 0, scale = 0, timezone = null, children = [] } = type as Partial<Details>;
  return {
    form: FORMS[type.typeId] ?? "other",
    ticks: 1000n ** BigInt(unit),
    scale,
    zone: timezone,
    children: children.map((child) => ({ name: child.name, type: typeOf(child.type) })),
  };
}

/** What some of Arrow's types have beside their id. */
interface Details {
  unit: number;
  scale: number;
  timezone: string | null;
  children: Field[];
}

/** Tell whether values of this form are numbers. */
export function isNumber({ form }: ColumnType): boolean {
  return form === "integer" || form === "float" || form === "decimal";
}

/** Tell whether values of this form are points in time. */
export function isMoment({ form }: ColumnType): boolean {
  return form === "date" || form === "time" || form === "datetime";
}
