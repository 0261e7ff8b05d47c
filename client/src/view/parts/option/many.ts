/** Many: what is left out of series that have many items, as ECharts has options for. */

import { allOf, isObject, objects, partsOf, type Said } from "./parts";
import { hasItemTooltip } from "./tooltips";

const POINTS = 20_000;
const BARS = 2_000;
const SYMBOLS = 2_000;

/** Set `large` and `showSymbol` where the specification does not, and nothing is lost by it. */
export function setMany(option: Said, selects: boolean): void {
  const isSelected = allOf(option, "series").some((each) => each.selectedMode);
  if (selects || isSelected || allOf(option, "brush").length > 0) return;
  const hasMap = allOf(option, "visualMap").length > 0;
  const tipsItems = hasItemTooltip(option);
  for (const part of partsOf(option))
    for (const series of objects(part.series)) {
      const items = itemsOf(series, part, option);
      if (!items || items.length <= BARS) continue;
      if (series.data && items.some(isObject)) continue;
      const most = { scatter: POINTS, bar: BARS }[String(series.type)];
      if (most && items.length > most && !hasMap && series.colorBy !== "data")
        series.large ??= true;
      const isLong = series.type === "line" && items.length > SYMBOLS;
      if (isLong && !tipsItems && isContinuous(part, option, series) && !items.some(isGap))
        series.showSymbol ??= false;
    }
}

function itemsOf(series: Said, part: Said, option: Said): readonly unknown[] | null {
  if (Array.isArray(series.data)) return series.data;
  const datasets = objects(part.dataset ?? option.dataset);
  const place = Number(series.datasetIndex ?? 0);
  const dataset = series.datasetId
    ? datasets.find(({ id }) => id === series.datasetId)
    : datasets[place];
  return dataset && Array.isArray(dataset.source) ? dataset.source : null;
}

function isContinuous(part: Said, option: Said, series: Said): boolean {
  const [x, y] = ["xAxis", "yAxis"].map((name) => {
    const axes = objects(part[name] ?? option[name]);
    const axis = axes[Number(series[`${name}Index`] ?? 0)];
    return axis?.type ?? (axis?.data ? "category" : "value");
  });
  return [x, y].every((type) => type === "value" || type === "time" || type === "log");
}

function isGap(item: unknown): boolean {
  return (
    item === null ||
    item === "-" ||
    (Array.isArray(item) && item.some((each) => each === null || each === "-"))
  );
}
