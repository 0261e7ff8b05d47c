/** Stacking: how high what is drawn of each series is, in each place. */

import type { Line, Stack } from "./types";

export interface Stacked {
  /** What is drawn of each, on top of those before. */
  readonly layers: readonly Float64Array[];
  /** Where the first layer begins; null at nothing. */
  readonly base: Float64Array | null;
}

/** Return what is drawn of series that have the same places. */
export function stacked(lines: readonly Line[], stack: Stack): Stacked {
  const height = (y: Float64Array) => (stack === "zero" ? y.map((value) => value || 0) : y);
  if (stack !== "normalize" && stack !== "center")
    return { layers: lines.map(({ y }) => height(y)), base: null };
  const count = lines[0]?.y.length ?? 0;
  const totals = new Float64Array(count);
  for (const { y } of lines)
    for (let at = 0; at < count; at++) totals[at]! += Math.abs(y[at]!) || 0;
  if (stack === "center")
    return {
      layers: lines.map(({ y }) => y.map((value) => Math.abs(value) || 0)),
      base: totals.map((total) => -total / 2),
    };
  const share = (y: Float64Array) => y.map((value, at) => (value || 0) / (totals[at] || 1));
  return { layers: lines.map(({ y }) => share(y)), base: null };
}
