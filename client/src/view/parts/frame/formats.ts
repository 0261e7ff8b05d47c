/** The formats that a person can choose for a column. */

import type { Column } from "../../frames/columns";

const NUMBERS: [name: string, format: string][] = [
  ["Automatic", ""],
  ["Localized", "localized"],
  ["Plain", "plain"],
  ["Compact", "compact"],
  ["Dollar", "dollar"],
  ["Euro", "euro"],
  ["Yen", "yen"],
  ["Percent", "percent"],
  ["Scientific", "scientific"],
  ["Accounting", "accounting"],
  ["Bytes", "bytes"],
];
const TIMES: [name: string, format: string][] = [
  ["Automatic", ""],
  ["Localized", "localized"],
  ["ISO 8601", "iso8601"],
];
const MOMENTS: [name: string, format: string][] = [
  ...TIMES,
  ["Distance", "distance"],
  ["Calendar", "calendar"],
];

export function isKindWithFormat(column: Column): boolean {
  return formatsFor(column).length > 0;
}

export function formatsFor({ kind, data }: Column): [name: string, format: string][] {
  if (kind === "progress" || (kind === "number" && data !== "text")) return NUMBERS;
  if (kind === "date" || kind === "datetime") return MOMENTS;
  return kind === "time" ? TIMES : [];
}
