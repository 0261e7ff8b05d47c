/** Labels: whether the names below a chart have room side by side. */

import type { Rows } from "./rows";
import { channelsOf, isObject, viewsOf, type Json } from "./spec";

/** About how wide a letter is, how much room is left between names, and a line, in pixels. */
const LETTER = 6.6;
const APART = 10;
const LINE = 16;

/** How many names are looked at; more do not fit anyway. */
const MOST = 60;

/** Names that are longer are cut. */
const LONGEST = 28;

/** Tell whether names below the first view of a chart are to be turned, to fit at all. */
export function isCrowded(
  spec: Json,
  tables: Readonly<Record<string, Rows>>,
  width: number,
): boolean {
  for (const [view, data] of viewsOf(spec)) {
    const x = isObject(view.encoding) ? view.encoding.x : null;
    if (!isObject(x) || !channelsOf(view).includes(x)) continue;
    const { field, type, timeUnit, bin } = x;
    if (typeof field !== "string" || timeUnit || bin) return false;
    if (type !== "nominal" && type !== "ordinal") return false;
    const table = isObject(data) ? tables[String(data.name)] : undefined;
    if (!table) return false;
    const names = new Set<string>();
    for (const row of table.rows) {
      names.add(String(row[field] ?? ""));
      if (names.size > MOST) return false;
    }
    // Turned, each takes the height of a line.
    if (names.size * LINE > width - 60) return false;
    const longest = Math.min(Math.max(...[...names].map(({ length }) => length)), LONGEST);
    return names.size * (longest * LETTER + APART) > width - 60;
  }
  return false;
}
