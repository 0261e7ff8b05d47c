/** Needs: the files that a specification needs beside what all charts have, by what it names. */

import type * as Components from "./more/components";
import { allOf, firstOf, objects, partsOf, type Said } from "./parts";

/** How areas are read and drawn: it comes with the brush. */
export let brushes: typeof Components | null = null;

const FILES = {
  legend: () => import("./more/legend"),
  components: async () => (brushes = await import("./more/components")),
  networks: () => import("./more/networks"),
  axes: () => import("./more/axes"),
  round: () => import("./more/round"),
  svg: () => import("./more/svg"),
};

export type Need = keyof typeof FILES;

/** Series that all charts have. */
const USUAL = ["bar", "line", "scatter"];

const SERIES: Partial<Record<Need, readonly string[]>> = {
  round: ["funnel", "gauge", "pie", "radar"],
  networks: ["chord", "graph", "sankey", "sunburst", "tree", "treemap"],
  axes: [
    "boxplot",
    "candlestick",
    "effectScatter",
    "heatmap",
    "lines",
    "parallel",
    "pictorialBar",
    "themeRiver",
  ],
};

const COMPONENTS: Partial<Record<Need, readonly string[]>> = {
  legend: ["legend", "title"],
  components: ["brush", "graphic", "timeline", "toolbox", "visualMap"],
  round: ["angleAxis", "polar", "radar", "radiusAxis"],
  networks: ["thumbnail"],
  axes: ["calendar", "matrix", "parallel", "parallelAxis", "singleAxis"],
};

const MARKS = ["labelLayout", "markArea", "markLine", "markPoint", "universalTransition"];

/** Return which files a specification needs. */
export function needsOf(option: Said, renderer: string): Need[] {
  const named = new Set<Need>(renderer === "svg" ? ["svg"] : []);
  const words = partsOf(option).flatMap((part) =>
    Object.keys(part).filter((name) => part[name] !== null),
  );
  const series = allOf(option, "series");
  const types = series.map(({ type }) => String(type));
  for (const [need, names] of entries(COMPONENTS))
    if (words.some((word) => names.includes(word))) named.add(need);
  for (const [need, names] of entries(SERIES))
    if (types.some((type) => names.includes(type))) named.add(need);
  const axes = allOf(option, "xAxis", "yAxis", "singleAxis");
  if (
    series.some(
      (each) => MARKS.some((mark) => each[mark]) || (each.type === "scatter" && "jitter" in each),
    ) ||
    axes.some((axis) => axis.breaks || axis.jitter) ||
    allOf(option, "grid").some((grid) => grid.containLabel) ||
    allOf(option, "dataset").some((dataset) => dataset.transform) ||
    allOf(option, "dataZoom").some((zoom) => zoom.type !== "inside") ||
    allOf(option, "axisPointer").some((pointer) => pointer.link)
  )
    named.add("components");
  return [...named].sort();
}

/** Load these files. */
export async function load(needs: readonly Need[]): Promise<void> {
  await Promise.all(needs.map((need) => FILES[need]()));
}

/** Series that stand on an x and a y axis if they do not say otherwise. */
const UPRIGHT = [
  "bar",
  "boxplot",
  "candlestick",
  "effectScatter",
  "line",
  "pictorialBar",
  "scatter",
];

/** Return what is wrong with the series of a specification; null if ECharts can draw them. */
export function wrongIn(option: Said): string | null {
  const known = [...USUAL, ...Object.values(SERIES).flat()].sort();
  const first = firstOf(option);
  for (const { type } of allOf(option, "series"))
    if (type !== undefined && !known.includes(String(type)))
      return `there is no series of the type ${JSON.stringify(type)}: use one of ${known.join(", ")}`;
  for (const { type, coordinateSystem = "cartesian2d" } of objects(first.series)) {
    if (!UPRIGHT.includes(String(type)) || coordinateSystem !== "cartesian2d") continue;
    for (const name of ["xAxis", "yAxis"])
      if (objects(first[name]).length === 0)
        return `a series of the type "${String(type)}" needs an ${name}: add "${name}": {}`;
  }
  return null;
}

function entries(table: Partial<Record<Need, readonly string[]>>): [Need, readonly string[]][] {
  return Object.entries(table) as [Need, readonly string[]][];
}
