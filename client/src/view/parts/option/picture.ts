/** Picture: what a chart shows, to save. */

import { painted } from "../chart/sheet";
import type { Chart } from "../echarts";

const SCALE = 2;

/** Return a picture with the ground of the page behind it, twice as fine as on a plain screen. */
export function pictureOf(chart: Chart, background: string): Promise<HTMLCanvasElement> {
  const address = chart.getDataURL({
    type: "png", // what is drawn in SVG stays that
    pixelRatio: SCALE,
    backgroundColor: background,
    excludeComponents: ["toolbox"],
  });
  return painted(address, chart.getWidth() * SCALE, chart.getHeight() * SCALE, background);
}
