/** Theme: what ECharts draws with where a chart says nothing else, in the colours of the page. */

import type { Palette } from "../chart/palette";

/** The texts of an axis, in pixels. */
const SMALL = 12;

/** Return the theme of a chart in these colours. */
export function themeOf(palette: Palette): object {
  const { text, muted, border, background, raised, font, categories, scale, grid } = palette;
  const label = { color: muted, fontFamily: font, fontSize: SMALL };
  const axis = {
    axisLine: { show: true, lineStyle: { color: border } },
    axisTick: { show: false, lineStyle: { color: border } },
    axisLabel: label,
    nameTextStyle: { ...label, color: text },
    splitLine: { lineStyle: { color: grid, width: 1 } },
    splitArea: { areaStyle: { color: ["transparent", raised] } },
    minorSplitLine: { lineStyle: { color: border } },
  };
  const words = { color: text, fontFamily: font };
  return {
    color: categories,
    backgroundColor: "transparent",
    textStyle: words,
    title: { textStyle: words, subtextStyle: { ...words, color: muted } },
    legend: {
      textStyle: words,
      pageTextStyle: words,
      pageIconColor: text,
      pageIconInactiveColor: border,
      inactiveColor: border,
    },
    tooltip: {
      backgroundColor: raised,
      borderColor: border,
      borderWidth: 1,
      textStyle: { ...words, fontSize: 13 },
      axisPointer: {
        lineStyle: { color: muted, width: 1 },
        crossStyle: { color: muted, width: 1 },
        shadowStyle: { color: muted, opacity: 0.12 },
        label: { color: background, backgroundColor: text },
      },
    },
    categoryAxis: { ...axis, splitLine: { ...axis.splitLine, show: false } },
    valueAxis: { ...axis, axisLine: { ...axis.axisLine, show: false } },
    logAxis: { ...axis, axisLine: { ...axis.axisLine, show: false } },
    timeAxis: { ...axis, splitLine: { ...axis.splitLine, show: false } },
    dataZoom: { borderColor: border, textStyle: { ...words, color: muted } },
    visualMap: { color: [...scale].reverse(), textStyle: words },
    line: { symbol: "circle" },
    bar: { itemStyle: { borderColor: background, borderWidth: 0 } },
    toolbox: { iconStyle: { borderColor: muted }, emphasis: { iconStyle: { borderColor: text } } },
    timeline: { lineStyle: { color: border }, label, itemStyle: { color: categories[0] } },
    markPoint: { label: { color: background } },
    aria: { enabled: true, label: { enabled: false }, decal: { show: palette.isForced } },
  };
}
