/** Picture: a plot with its legend, as a file. */

import { paletteAt } from "../chart/palette";
import { sheetOf } from "../chart/sheet";
import type { Chart } from "../echarts";
import type { PlotProps } from "./types";

const SCALE = 2;
const ROW = 24;
const MARGIN = 16;

/** Return a plot as a PNG, twice as fine as it is shown. */
export async function pictureOf(
  chart: Chart,
  host: HTMLElement,
  series: PlotProps["series"],
  colors: readonly string[],
): Promise<HTMLCanvasElement> {
  const palette = paletteAt(host);
  const drawn = chart.renderToCanvas({ pixelRatio: SCALE, backgroundColor: palette.background });
  const entries = series.length > 1 ? series.map(({ name = "" }) => name) : [];
  const pen = document.createElement("canvas").getContext("2d")!;
  pen.font = `14px ${palette.font}`;
  const rows = laidOut(entries, (text) => pen.measureText(text).width, drawn.width / SCALE);
  const below = (rows.length * ROW + (rows.length ? MARGIN : 0)) * SCALE;
  const [canvas, context] = sheetOf(drawn.width, drawn.height + below, palette.background);
  context.drawImage(drawn, 0, 0);
  context.scale(SCALE, SCALE);
  context.font = pen.font;
  context.textBaseline = "middle";
  rows.forEach((row, number) => {
    const y = drawn.height / SCALE + MARGIN / 2 + number * ROW;
    for (const { place, x } of row) {
      context.fillStyle = colors[place] ?? palette.text;
      context.fillRect(x, y, 12, 12);
      context.fillStyle = palette.text;
      context.fillText(entries[place]!, x + 18, y + 6);
    }
  });
  return canvas;
}

/** Return where the entries of a legend stand, row by row. */
function laidOut(entries: readonly string[], widthOf: (text: string) => number, width: number) {
  const rows: { place: number; x: number }[][] = [];
  let x = Infinity;
  entries.forEach((text, place) => {
    if (!text) return;
    const own = widthOf(text) + 36;
    if (x + own > width - MARGIN) {
      rows.push([]);
      x = MARGIN;
    }
    rows.at(-1)!.push({ place, x });
    x += own;
  });
  return rows;
}
