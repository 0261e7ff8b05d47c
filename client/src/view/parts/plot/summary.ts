/** Summary: a plot in a sentence, for who cannot see it. */

import { writerOf } from "./axes";
import { rangeOf } from "./points";
import type { Kind, Line, PlotProps } from "./types";

const NAMES: Record<Kind, string> = {
  line: "Line chart",
  area: "Area chart",
  bar: "Bar chart",
  scatter: "Scatter chart",
};

/** Series that are named; of others it is said how many there are. */
const MOST = 5;

/** Return what a screen reader says of a plot. */
export function summaryOf(kind: Kind, props: PlotProps, lines: readonly Line[] | null): string {
  const names = props.series.map(({ name = "" }) => name).filter(Boolean);
  const of = names.length === 0 ? "" : ` of ${listed(names)}`;
  const by = props.x.title ? ` by ${props.x.title}` : "";
  const what = `${NAMES[kind]}${of}${by}`;
  if (!lines) return what;
  const x = rangeOf(lines.map((line) => line.x));
  const y = rangeOf(lines.map((line) => line.y));
  if (!x || !y) return `${what}: no data`;
  const [writeX, writeY] = [writerOf(props.x), writerOf(props.y)];
  const places =
    props.x.kind === "category"
      ? `${props.x.categories?.length ?? 0} categories`
      : `from ${writeX(x[0])} to ${writeX(x[1])}`;
  return `${what}, ${places}, values from ${writeY(y[0])} to ${writeY(y[1])}`;
}

function listed(names: readonly string[]): string {
  const some = names.slice(0, MOST);
  const more = names.length - some.length;
  if (more > 0) return `${some.join(", ")} and ${more} more`;
  return some.length > 1 ? `${some.slice(0, -1).join(", ")} and ${some.at(-1)}` : some[0]!;
}
