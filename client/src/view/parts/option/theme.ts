/** Theme: that of all charts, and what other kinds of series and components have beside. */

import type { Palette } from "../chart/palette";
import { partsOf } from "../colors";
import { themeOf } from "../echarts/theme";

/** Patterns that tell areas apart where all have one colour, as ECharts describes them. */
const PATTERNS = [
  { dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 6 },
  {
    symbol: "circle",
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.8,
  },
  { dashArrayX: [1, 0], dashArrayY: [4, 3], rotation: -Math.PI / 4 },
  {
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
  },
  { dashArrayX: [1, 0], dashArrayY: [1, 6], rotation: Math.PI / 2 },
  {
    symbol: "triangle",
    dashArrayX: [
      [9, 9],
      [0, 9, 9, 0],
    ],
    dashArrayY: [7, 2],
    symbolSize: 0.75,
  },
];

/** Return the theme of a chart of any kind in these colours. */
export function themeOfAll(palette: Palette): object {
  const { text, muted, border, background, raised, font, categories, isDark, isForced } = palette;
  const words = { color: text, fontFamily: font };
  const label = { ...words, textBorderWidth: 0 };
  const quiet = { color: muted, fontFamily: font };
  const line = { color: border };
  const apart = { itemStyle: { borderColor: background, borderWidth: 1 } };
  const round = { axisLine: { lineStyle: line }, splitLine: { lineStyle: line }, axisLabel: quiet };
  const decals = PATTERNS.map((pattern) => ({ color: background, ...pattern }));
  const theme = themeOf(palette) as { aria: object; timeline: object };
  return {
    ...theme,
    darkMode: isDark,
    ...(isForced && {
      aria: { ...theme.aria, decal: { show: true, decals } },
    }),
    timeline: {
      ...theme.timeline,
      label: quiet,
      checkpointStyle: { color: categories[0], borderColor: background },
      progress: {
        lineStyle: { color: categories[0] },
        itemStyle: { color: categories[0] },
        label: words,
      },
      controlStyle: { color: muted, borderColor: muted },
    },
    dataZoom: {
      borderColor: border,
      fillerColor: alpha(categories[0]!, isForced ? 0.4 : 0.15),
      backgroundColor: "transparent",
      dataBackground: { lineStyle: { color: muted }, areaStyle: { color: border } },
      selectedDataBackground: {
        lineStyle: { color: categories[0] },
        areaStyle: { color: categories[0] },
      },
      handleStyle: { color: background, borderColor: muted },
      moveHandleStyle: { color: border },
      textStyle: quiet,
      brushStyle: { color: alpha(categories[0]!, 0.25) },
    },
    brush: {
      brushStyle: {
        color: alpha(categories[0]!, 0.15),
        borderColor: categories[0],
        borderWidth: 1,
      },
      // As its own grey would stand out in the dark.
      outOfBrush: { opacity: 0.25 },
    },
    polar: {},
    radiusAxis: round,
    angleAxis: round,
    singleAxis: { axisLine: { lineStyle: line }, splitLine: { lineStyle: line }, axisLabel: quiet },
    parallel: {
      parallelAxisDefault: {
        axisLine: { lineStyle: line },
        axisLabel: quiet,
        nameTextStyle: words,
      },
    },
    radar: {
      axisName: quiet,
      axisLine: { lineStyle: line },
      splitLine: { lineStyle: line },
      splitArea: { areaStyle: { color: ["transparent", raised] } },
    },
    calendar: {
      itemStyle: { color: "transparent", borderColor: border },
      splitLine: { lineStyle: { color: muted } },
      dayLabel: quiet,
      monthLabel: quiet,
      yearLabel: quiet,
    },
    pie: { label, labelLine: { lineStyle: { color: muted } }, ...apart },
    funnel: { label: { textBorderWidth: 0 }, ...apart },
    sunburst: apart,
    treemap: {
      breadcrumb: {
        itemStyle: { color: raised, borderColor: border, textStyle: words },
        emphasis: { itemStyle: { color: border, textStyle: words } },
      },
      itemStyle: { borderColor: background },
    },
    tree: { label, lineStyle: { color: muted }, itemStyle: { borderColor: categories[0] } },
    graph: { lineStyle: { color: muted } },
    sankey: { label, lineStyle: { color: muted, opacity: 0.25 } },
    chord: { label },
    themeRiver: { label },
    boxplot: { itemStyle: { color: background, borderColor: categories[0] } },
    gauge: {
      axisLine: { lineStyle: { color: [[1, border]] } },
      axisLabel: quiet,
      axisTick: { lineStyle: { color: muted } },
      splitLine: { lineStyle: { color: muted } },
      title: quiet,
      detail: words,
    },
    markLine: { label },
  };
}

/** Return a color that lets through what is below it. */
function alpha(color: string, share: number): string {
  const [red = 0, green = 0, blue = 0] = partsOf(color);
  return `rgba(${red}, ${green}, ${blue}, ${share})`;
}
