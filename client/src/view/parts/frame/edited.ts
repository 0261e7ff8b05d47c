/** Cells that a person has set: drawn from plain values, where others are drawn from Arrow. */

import { cellOf, type Cell } from "../../frames/cells";
import type { Column } from "../../frames/columns";
import type { ColumnType, Form } from "../../frames/types";

const TEXT: ColumnType = { form: "text", ticks: 1n, scale: 0, zone: null, children: [] };
const MILLISECONDS = 1000n;

type Context = Parameters<typeof cellOf>[3];

/** Return what a plain value looks like in a column whose other values have this type. */
export function editedCell(
  value: unknown,
  column: Column,
  type: ColumnType | null,
  context: Context,
): Cell {
  if (value === null || value === undefined) return cellOf(null, column, TEXT, context);
  const form = formFor(value, column, type);
  const plain: ColumnType = { ...TEXT, form, ticks: MILLISECONDS };
  if (form === "date" || form === "datetime" || form === "time") {
    const at = momentOf(String(value), form);
    if (at === null) return cellOf(String(value), { ...column, kind: "text" }, TEXT, context);
    const moment = form === "date" ? at : BigInt(at);
    return cellOf(moment, { ...column, zone: null }, plain, context);
  }
  if (form === "list")
    return cellOf(value, column, { ...plain, children: [{ name: "", type: TEXT }] }, context);
  return cellOf(value, column, plain, context);
}

function formFor(value: unknown, { kind }: Column, type: ColumnType | null): Form {
  if (Array.isArray(value)) return "list";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number")
    return Number.isInteger(value) && type?.form !== "float" ? "integer" : "float";
  if (kind === "date" || kind === "datetime" || kind === "time") return kind;
  return "text";
}

/** Return the milliseconds of a moment in ISO 8601, of a time since midnight; null if it is none. */
function momentOf(text: string, form: "date" | "datetime" | "time"): number | null {
  const iso =
    form === "time"
      ? `1970-01-01T${text.split("T").at(-1)}Z`
      : form === "date"
        ? text.slice(0, 10)
        : local(text);
  const at = Date.parse(iso);
  return Number.isNaN(at) ? null : at;
}

/** A moment is shown as it was entered: in the zone of its column. */
function local(text: string): string {
  return `${text.replace(" ", "T").replace(/(?:Z|[+-]\d\d:?\d\d)$/, "")}Z`;
}
