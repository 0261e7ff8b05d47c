/** What a plot draws: points of series, and how they are put. */

import type { LineChart, PlotAxis, PlotSeries } from "../../../core/wire.gen";

export type { PlotAxis };

/** What all plots are told by their props. */
export type PlotProps = Omit<LineChart, "kind">;

export type Kind = "line" | "area" | "bar" | "scatter";
export type Stack = "zero" | "normalize" | "center" | "side" | "over";

/** What of them a picture follows from, beside its points. */
export type PlotFacts = Pick<PlotProps, "x" | "y" | "series" | "shade">;

/** The points of one series. */
export interface Line extends PlotSeries {
  /** Its place among all: what its color and its pattern follow from. */
  readonly place: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly size: Float64Array | null;
  readonly shade: Float64Array | null;
}

/** What of a plot depends on its kind. */
export interface Plan {
  readonly kind: Kind;
  readonly stack: Stack;
  readonly horizontal: boolean;
  /** The size of all points, in square pixels. */
  readonly size: number | null;
}
