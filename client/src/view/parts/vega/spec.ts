/** Spec: what a description in Vega-Lite says of itself, before anything is compiled. */

export type Json = Record<string, unknown>;

const COMPOSED = ["layer", "concat", "hconcat", "vconcat"] as const;

/** Views that are drawn once for each of their rows. */
const ONE_PER_ROW = new Set("point circle square bar rect tick rule text".split(" "));

/** The names of marks that Vega-Lite draws for the pointer alone. */
export const HELPERS = /_(brush|brush_bg|voronoi)$/;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Yield a description and the views that it is made of, each with the name of its table. */
export function* viewsOf(spec: Json, inherited: unknown = null): Generator<[Json, unknown]> {
  const data = spec.data === undefined ? inherited : spec.data;
  yield [spec, data];
  if (isObject(spec.spec)) yield* viewsOf(spec.spec, data);
  for (const name of COMPOSED)
    for (const part of listOf(spec[name])) if (isObject(part)) yield* viewsOf(part, data);
}

/** Tell whether all of it is one view, whose size can be set. */
export function isSingle(spec: Json): boolean {
  if (!("mark" in spec || "layer" in spec) || "facet" in spec || "repeat" in spec) return false;
  const channels = isObject(spec.encoding) ? spec.encoding : {};
  return !["facet", "row", "column"].some((name) => name in channels);
}

/** Return how many marks are drawn with one for each row, and how many rows are drawn at all. */
export function marksIn(spec: Json, rowsOf: (data: unknown) => number): [number, number] {
  let [marks, rows] = [0, 0];
  for (const [view, data] of viewsOf(spec)) {
    if (!("mark" in view) || isAggregated(view)) continue;
    const type = isObject(view.mark) ? view.mark.type : view.mark;
    const count = rowsOf(data);
    rows += count;
    if (ONE_PER_ROW.has(String(type))) marks += count;
  }
  return [marks, rows];
}

function isAggregated(view: Json): boolean {
  if (listOf(view.transform).length > 0) return true;
  return channelsOf(view).some(
    (each) => "aggregate" in each || (each.bin !== undefined && each.bin !== "binned"),
  );
}

/** Return what a view encodes, each as it is said. */
export function channelsOf(view: Json): Json[] {
  const channels = isObject(view.encoding) ? Object.values(view.encoding) : [];
  const facets = [view.facet, ...(isObject(view.facet) ? [view.facet.row, view.facet.column] : [])];
  return [...channels, ...facets].flatMap(listOf).filter(isObject);
}

/** Return the parameters that are selections, with the view they stand in. */
export function selectionsOf(spec: Json): Json[] {
  return [...viewsOf(spec)].flatMap(([view]) =>
    listOf(view.params).filter((each) => isObject(each) && "select" in each),
  ) as Json[];
}

/** Return how many inputs Vega makes below a chart, of which each is a line. */
export function inputsOf(spec: Json): number {
  return paramsOf(spec).reduce((sum, { bind }) => sum + inputsBound(bind), 0);
}

/** Return the names of the parameters that have inputs: only a person changes what stands in those. */
export function boundNames(spec: Json): Set<string> {
  const bound = paramsOf(spec).filter(({ bind }) => inputsBound(bind) > 0);
  return new Set(bound.map(({ name }) => String(name)));
}

function paramsOf(spec: Json): Json[] {
  return [...viewsOf(spec)].flatMap(([view]) => listOf(view.params)).filter(isObject);
}

function inputsBound(bind: unknown): number {
  if (!isObject(bind)) return 0;
  if ("input" in bind || "element" in bind) return 1;
  return Object.values(bind).filter(isObject).length;
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}
