/** The colours of the series of a plot. */

import { withColors } from "../colors";
import type { Palette } from "../chart/palette";
import type { PlotProps } from "./types";

const NAMES = /^(red|orange|yellow|green|blue|violet|gray|grey|primary)$/;

/** Return the color of each series: its own, or the next of those that tell series apart. */
export function colorsOf(host: Element, series: PlotProps["series"], palette: Palette): string[] {
  return withColors(host, (token) =>
    series.map(({ color }, place) => {
      if (palette.isForced) return palette.text;
      if (color === null || color === undefined)
        return palette.categories[place % palette.categories.length]!;
      return NAMES.test(color) ? token(color === "grey" ? "gray" : color) : color;
    }),
  );
}
