/** Keys: the items of a chart, one after the other, for who uses no pointer. */

import { counted, isBare, placeAfter } from "../chart/walk";
import type { Chart } from "../echarts";

/** What is known of a series inside of ECharts, which has no public way to count its items. */
interface Series {
  readonly seriesIndex: number;
  readonly name: string;
  readonly option: { readonly selectedMode?: unknown };
  getData(): { count(): number };
  getDataParams(place: number): { name?: string; value?: unknown; seriesName?: string };
}

interface Model {
  getSeries(): Series[];
  getComponent(
    name: "yAxis",
    place: number,
  ): { readonly option: { readonly type?: unknown; readonly inverse?: unknown } } | null;
}

/**
 * Let keys go through the items, select the one that they have come to, and clear the selection.
 *
 * Args:
 *   say: told in words which item that is.
 *   clear: selects nothing, and tells whether anything was selected.
 */
export function followKeys(
  host: HTMLElement,
  chart: Chart,
  say: (words: string) => void,
  clear: () => boolean,
): () => void {
  let [at, item] = [0, -1];
  const go = (series: Series, place: number) => {
    leave();
    [at, item] = [series.seriesIndex, place];
    const where = { seriesIndex: at, dataIndex: item };
    chart.dispatchAction({ type: "highlight", ...where });
    chart.dispatchAction({ type: "showTip", ...where });
    say(wordsOf(series, item));
  };
  const leave = () => {
    if (item < 0) return;
    chart.dispatchAction({ type: "downplay", seriesIndex: at, dataIndex: item });
    chart.dispatchAction({ type: "hideTip" });
    item = -1;
  };
  const press = (event: KeyboardEvent) => {
    if (event.target !== host || !isBare(event)) return;
    const all = seriesOf(chart);
    const row = Math.max(
      all.findIndex((each) => each.seriesIndex === at),
      0,
    );
    const lengths = all.map((each) => each.getData().count());
    const next = placeAfter(event.key, [row, item], lengths, wayDown(chart));
    if (next) go(all[next[0]]!, next[1]);
    else if ((event.key === "Enter" || event.key === " ") && item >= 0) {
      if (!all[row]?.option.selectedMode) return;
      const where = { seriesIndex: at, dataIndex: item, dataIndexInside: item };
      chart.dispatchAction({ type: "toggleSelect", isFromClick: true, ...where });
    } else if (event.key === "Escape") {
      const wasThere = item >= 0;
      leave();
      // Where there is nothing to leave, it is for what the chart is in.
      if (!clear() && !wasThere) return;
    } else return;
    event.preventDefault();
  };
  host.addEventListener("keydown", press);
  host.addEventListener("blur", leave);
  return () => {
    host.removeEventListener("keydown", press);
    host.removeEventListener("blur", leave);
  };
}

/** Which way items lie from top to bottom: as they come, unless an axis has them from below. */
function wayDown(chart: Chart): 1 | -1 {
  const axis = modelOf(chart).getComponent("yAxis", 0)?.option;
  return axis?.type === "category" && !axis.inverse ? -1 : 1;
}

/** Return the series that have items. */
function seriesOf(chart: Chart): Series[] {
  return modelOf(chart)
    .getSeries()
    .filter((each) => each.getData().count() > 0);
}

function modelOf(chart: Chart): Model {
  return (chart as unknown as { getModel(): Model }).getModel();
}

function wordsOf(series: Series, place: number): string {
  const { seriesName, name, value } = series.getDataParams(place);
  const shown = Array.isArray(value) ? value.join(", ") : value;
  const isNamed = seriesName && !seriesName.includes("\0");
  const words = [isNamed ? seriesName : "", name ?? "", shown ?? ""].filter((each) => each !== "");
  return counted(words.join(", "), place, series.getData().count());
}
