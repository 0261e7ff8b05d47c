/** Config: the colours and fonts of the page, as Vega-Lite takes them. */

import { between, type Palette } from "../chart/palette";
import type { Json } from "./spec";

/** Return the configuration of a chart. */
export function configOf(palette: Palette | null, background: string): Json {
  if (!palette) return { background };
  const { font, text, muted, primary } = palette;
  const { grid: border, scale, ramp, diverging } = palette;
  const categories = palette.isForced ? shades(palette) : palette.categories;
  const label = { labelColor: muted, labelFont: font, labelFontSize: 12, labelFontWeight: 400 };
  const title = { titleColor: muted, titleFont: font, titleFontSize: 12, titleFontWeight: 500 };
  return {
    background: "transparent",
    font,
    padding: 4,
    view: { stroke: "transparent" },
    axis: {
      ...label,
      ...title,
      domainColor: border,
      gridColor: border,
      gridOpacity: 0.7,
      labelPadding: 6,
      labelFlush: false,
      labelOverlap: true,
      tickColor: border,
      tickSize: 4,
      titlePadding: 10,
    },
    axisQuantitative: { domain: false, ticks: false },
    axisBand: { grid: false },
    axisXBand: { labelAngle: 0 },
    axisXPoint: { labelAngle: 0 },
    legend: {
      ...label,
      ...title,
      labelColor: text,
      labelLimit: 220,
      symbolSize: 90,
      symbolType: "circle",
      symbolBaseFillColor: muted,
      symbolBaseStrokeColor: muted,
      titlePadding: 6,
      gradientLength: 160,
    },
    header: { ...label, ...title, labelColor: text, labelPadding: 6 },
    title: {
      anchor: "start",
      color: text,
      font,
      fontSize: 16,
      fontWeight: 600,
      offset: 12,
      subtitleColor: muted,
      subtitleFont: font,
      subtitleFontSize: 13,
    },
    range: {
      category: categories,
      ordinal: ramp,
      ramp,
      heatmap: scale,
      diverging,
    },
    mark: { color: categories[0], tooltip: true },
    bar: { cornerRadiusEnd: 3 },
    line: { strokeWidth: 2, strokeJoin: "round" },
    area: { fillOpacity: 0.75, line: false },
    circle: { opacity: 0.85 },
    point: { filled: false, strokeWidth: 1.75 },
    rule: { color: text },
    text: { color: text, font, fontSize: 12 },
    boxplot: { median: { color: palette.background } },
    errorbar: { color: text },
    geoshape: { stroke: palette.background, strokeWidth: 0.5 },
    arc: { stroke: palette.background, strokeWidth: 1 },
    selection: { interval: { mark: { fill: primary, fillOpacity: 0.12, stroke: primary } } },
  };
}

/** Percent of the text's colour that are told apart, in this order. */
const SHARES = [100, 45, 70, 25, 85, 35, 60];

/** Where the system has but two colours, shades between them tell things apart. */
function shades({ text, background }: Palette): string[] {
  return SHARES.map((share) => between(text, background, share));
}
