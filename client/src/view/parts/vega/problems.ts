/** Problems: what is wrong with a description that Vega would draw nothing of, without a word. */

import type { Frame, FrameColumn } from "../../../core/wire.gen";
import { nameOf } from "./rows";
import { channelsOf, isObject, listOf, viewsOf, type Json } from "./spec";

/** What transforms call their results if the description does not say. */
const RESULTS: Record<string, readonly string[]> = {
  fold: ["key", "value"],
  density: ["value", "density"],
  quantile: ["prob", "value"],
};

/** Transforms whose results have names that are in the data, or in another table. */
const OPEN = ["pivot", "lookup", "flatten"];

const MARKS =
  "arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text tick trail".split(
    " ",
  );

/** What makes a description one of a chart. */
const PARTS = ["mark", "layer", "facet", "hconcat", "vconcat", "concat", "repeat"];

/** How many names of columns are told. */
const MOST = 20;

/** Return what is wrong and what to do; null if nothing is to be seen. */
export function problemOf(spec: Json, frames: Readonly<Record<string, Frame>>): string | null {
  const tables = Object.values(frames);
  const schema = String(spec.$schema ?? "");
  if (schema.includes("/schema/vega/"))
    return "This is a description in Vega, and not in Vega-Lite: write it in Vega-Lite, or show it with st.iframe";
  for (const [view, data] of viewsOf(spec)) {
    const mark = isObject(view.mark) ? view.mark.type : view.mark;
    if (mark !== undefined && !MARKS.includes(String(mark)))
      return `There is no mark ${quoted(String(mark))}: there are ${listed(MARKS)}`;
    const missing = missingField(view, namesIn(data, spec, frames), made(spec));
    if (missing) return missing;
    const url = isObject(data) ? data.url : undefined;
    if (typeof url === "string" && isElsewhere(url))
      return `The data at ${url} are not loaded, as a page fetches nothing from elsewhere: read them in the script, as with pandas.read_csv or pandas.read_json, and pass the table`;
  }
  if (!PARTS.some((name) => name in spec))
    return `The description has nothing to draw: it needs one of ${listed(PARTS)}`;
  if (tables.length > 0 && tables.every(({ rows }) => rows === 0) && !("datasets" in spec))
    return "There are no rows to draw: the table is empty";
  return null;
}

/** Tell whether an address is none of the app's own. */
export function isElsewhere(url: string): boolean {
  const found = URL.parse(url, document.baseURI);
  return !found || (found.origin !== location.origin && found.protocol !== "data:");
}

/** Return the names of the columns of some data; null if nobody knows. */
function namesIn(
  data: unknown,
  spec: Json,
  frames: Readonly<Record<string, Frame>>,
): readonly string[] | null {
  if (!isObject(data)) return null;
  const frame = frames[String(data.name)];
  if (frame) return frame.columns.filter(isNamed).map(nameOf);
  const named = isObject(spec.datasets) ? spec.datasets[String(data.name)] : undefined;
  const rows = data.values ?? named;
  if (!Array.isArray(rows) || data.format || !rows.every(isObject)) return null;
  return [...new Set(rows.flatMap((row) => Object.keys(row as Json)))];
}

/** Return the names that transforms make; null if they may be any. */
function made(spec: Json): Set<string> | null {
  const names = new Set<string>();
  for (const [view] of viewsOf(spec))
    for (const transform of listOf(view.transform)) {
      if (!isObject(transform)) continue;
      if (OPEN.some((name) => name in transform)) return null;
      for (const [name, results] of Object.entries(RESULTS))
        if (name in transform && !transform.as) results.forEach((each) => names.add(each));
      collect(transform, names);
    }
  return names;
}

/** Add all that something is called in a transform: its results, and what they are made of. */
function collect(value: unknown, names: Set<string>): void {
  if (typeof value === "string") names.add(value);
  else if (Array.isArray(value)) value.forEach((each) => collect(each, names));
  else if (isObject(value)) Object.values(value).forEach((each) => collect(each, names));
}

/** The numbers of rows are no field that anybody has named. */
function isNamed({ is_index, name }: FrameColumn): boolean {
  return !is_index || name !== "";
}

function missingField(
  view: Json,
  known: readonly string[] | null,
  others: Set<string> | null,
): string | null {
  if (!known || !others) return null;
  for (const channel of channelsOf(view))
    for (const { field } of [channel, ...listOf(channel.condition).filter(isObject)]) {
      if (typeof field !== "string" || !field) continue;
      const name = field.replaceAll("\\", "");
      const root = name.split(/[.[]/)[0]!;
      if (
        name === "index" ||
        known.includes(name) ||
        known.includes(root) ||
        others.has(field) ||
        others.has(root)
      )
        continue;
      return `There is no field ${quoted(name)} in the data: it has ${listed(known)}`;
    }
  return null;
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "no columns";
  const more = names.length > MOST ? ` and ${names.length - MOST} more` : "";
  return names.slice(0, MOST).map(quoted).join(", ") + more;
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
