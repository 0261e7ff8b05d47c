/** Option: a plot as ECharts draws it. */

import type { Palette } from "../chart/palette";
import type { Option } from "../echarts";
import { axisOption, numberOf, writerOf, type Span } from "./axes";
import { rangeOf } from "./points";
import { stacked } from "./stacking";
import { tooltip, type Entry } from "./tooltip";
import type { Line, Plan, PlotFacts } from "./types";
import type { Part } from "./zoom";

/** Points up to which each is looked at, for what stands alone between gaps. */
const FEW = 5_000;
/** Bars up to which each has an edge. */
const FEW_BARS = 60;
/** The areas of the smallest and the largest point, in square pixels, where a column has the size. */
const SIZES: Span = [20, 400];
const USUAL_SIZE = 60;
const TYPES = ["solid", "dashed", "dotted"] as const;
const SYMBOLS = ["circle", "rect", "triangle", "diamond", "pin", "arrow"] as const;
/** What of the width of a chart its labels take, about. */
const MARGIN = 70;

/** What is drawn, and in which colours. */
export interface Look {
  readonly props: PlotFacts;
  readonly plan: Plan;
  /** All series; those that are hidden keep their color. */
  readonly lines: readonly Line[];
  readonly colors: readonly string[];
  readonly palette: Palette;
}

/** How it is seen. */
export interface View {
  readonly width: number;
  readonly height: number;
  /** What of the x axis is in sight; null for all. */
  readonly sight: Span | null;
  /** The same in percent. */
  readonly part: Part;
  readonly isFocused: boolean;
}

/** What is computed of the points of a plot, once for as long as they are the same. */
export interface Layers {
  readonly shown: readonly { readonly line: Line; readonly data: Float64Array }[];
  readonly base: Float64Array | null;
  readonly x: Span | null;
}

/** Return the numbers of the series in sight, as ECharts takes them. */
export function layersOf(lines: readonly Line[], hidden: ReadonlySet<number>, plan: Plan): Layers {
  const visible = lines.filter(({ place }) => !hidden.has(place));
  const { layers, base } = stacked(visible, plan.stack);
  const shown = visible.map((line, place) => {
    const columns = [line.x, layers[place]!, line.y, line.size, line.shade];
    const there = columns.filter((each) => each !== null);
    return { line, data: woven(there) };
  });
  return {
    shown,
    base: base && visible[0] ? woven([visible[0].x, base, base]) : null,
    x: rangeOf(lines.map(({ x }) => x)),
  };
}

function woven(columns: readonly Float64Array[]): Float64Array {
  const width = columns.length;
  const found = new Float64Array((columns[0]?.length ?? 0) * width);
  columns.forEach((column, place) => {
    for (let at = 0; at < column.length; at++) found[at * width + place] = column[at]!;
  });
  return found;
}

/** Return a plot as ECharts draws it; `series` and `tooltip` are made apart, as they change less. */
export function optionOf(look: Look, view: View, layers: Layers): Option {
  const { props, plan, palette } = look;
  const { sight } = view;
  const across = axisOption(props.x, {
    length: plan.horizontal ? view.height - 60 : view.width - MARGIN,
    isUpright: plan.horizontal,
    extent: layers.x,
    sight,
    fromZero: false,
    hasMargin: plan.kind === "scatter" || plan.kind === "bar" || isPoint(layers.x),
    isShare: false,
  });
  const up = axisOption(props.y, {
    length: plan.horizontal ? view.width - MARGIN : view.height - 40,
    isUpright: !plan.horizontal,
    extent: rangeOf(look.lines.map(({ y }) => y)),
    sight: plan.kind === "line" && sight ? heightIn(look.lines, sight) : null,
    fromZero: plan.kind === "bar" || plan.kind === "area",
    hasMargin: true,
    isShare: plan.stack === "normalize",
  });
  const isGrouped = plan.kind === "line" || plan.kind === "area";
  if (isGrouped && props.x.kind === "category") across["boundaryGap"] = false;
  const [xAxis, yAxis] = plan.horizontal ? [up, across] : [across, up];
  return {
    animation: false,
    useUTC: true,
    grid: { left: 4, right: 16, top: 12, bottom: 4, outerBoundsMode: "same" },
    xAxis,
    yAxis,
    dataZoom: zooms(plan, view),
    aria: { enabled: true, label: { enabled: false }, decal: patterns(palette) },
  };
}

/** Return the least and the greatest value of what is in sight. */
function heightIn(lines: readonly Line[], [low, high]: Span): Span | null {
  const seen = lines.map(({ x, y }) => y.filter((_, at) => x[at]! >= low && x[at]! <= high));
  return rangeOf(seen);
}

/** Where colours do not tell series apart, patterns do: the legend has the same ones (plot.css). */
function patterns({ isForced, background }: Palette): Option {
  const lines = (rotation: number) => ({
    color: background,
    symbol: "rect",
    symbolSize: 1,
    dashArrayX: [1, 0],
    dashArrayY: [2, 4],
    rotation,
  });
  const dots = {
    color: background,
    symbol: "circle",
    symbolSize: 0.6,
    dashArrayX: 6,
    dashArrayY: 6,
  };
  const [half, quarter] = [Math.PI / 2, Math.PI / 4];
  return {
    show: isForced,
    decals: [{ symbol: "none" }, lines(-quarter), lines(quarter), lines(0), lines(half), dots],
  };
}

function isPoint(span: Span | null): boolean {
  return span !== null && span[0] === span[1];
}

/** Drags are the page's until the chart has the focus; for wheels see `zoom.ts`. */
function zooms({ kind, horizontal }: Plan, { isFocused, sight, part }: View): Option[] {
  const common = {
    type: "inside",
    filterMode: "none",
    zoomOnMouseWheel: true,
    moveOnMouseMove: isFocused && sight !== null,
    moveOnMouseWheel: false,
    preventDefaultMouseMove: false,
    minSpan: 0.001,
  };
  const along = horizontal ? { yAxisIndex: 0 } : { xAxisIndex: 0 };
  const zooms = [{ ...common, id: "along", ...along, ...part }];
  return kind === "scatter" ? [...zooms, { ...common, id: "up", yAxisIndex: 0 } as never] : zooms;
}

/** Return the series of a plot. */
export function seriesOf(look: Look, { shown, base }: Layers): Option[] {
  const { plan } = look;
  const made = shown.map(({ line, data }) => ({
    id: `s${line.place}`,
    name: line.name,
    data,
    ...common(look, line),
    ...LOOKS[plan.kind](look, line),
  }));
  if (!base) return made;
  const below = {
    id: "base",
    data: base,
    ...common(look, shown[0]!.line),
    ...LOOKS[plan.kind](look, shown[0]!.line),
    silent: true,
    tooltip: { show: false },
    itemStyle: { color: "transparent" },
    lineStyle: { opacity: 0 },
    areaStyle: { opacity: 0 },
  };
  return [below, ...made];
}

function common({ plan, props }: Look, line: Line): Option {
  const dimensions = ["x", "shown", "y", line.size && "size", line.shade && "shade"];
  const isStacked = ["zero", "normalize", "center"].includes(plan.stack);
  return {
    dimensions: dimensions.filter((name) => name !== null),
    encode: plan.horizontal ? { x: "shown", y: "x" } : { x: "x", y: "shown" },
    ...(isStacked && props.series.length > 1 && plan.kind !== "line" && plan.kind !== "scatter"
      ? {
          stack: "all",
          stackStrategy: plan.stack !== "center" && plan.kind === "bar" ? "samesign" : "all",
        }
      : {}),
    emphasis: { disabled: plan.kind !== "scatter" },
  };
}

const LOOKS: Record<Plan["kind"], (look: Look, line: Line) => Option> = {
  line: lineLook,
  area: areaLook,
  bar: barLook,
  scatter: scatterLook,
};

function lineLook({ colors, palette }: Look, line: Line): Option {
  const color = colors[line.place]!;
  const pattern = palette.isForced
    ? line.place
    : Math.floor(line.place / palette.categories.length);
  return {
    type: "line",
    color,
    lineStyle: { width: 2, color, type: TYPES[pattern % TYPES.length] },
    ...symbols(line),
    connectNulls: false,
  };
}

function areaLook(look: Look, line: Line): Option {
  const isStacked = look.plan.stack !== "over";
  const base = lineLook(look, line);
  return {
    ...base,
    lineStyle: { ...(base["lineStyle"] as Option), width: 1.5 },
    areaStyle: { color: look.colors[line.place], opacity: isStacked ? 0.75 : 0.3 },
  };
}

function barLook({ colors, plan, props }: Look, line: Line): Option {
  const isOver = plan.stack === "over";
  return {
    type: "bar",
    color: colors[line.place],
    itemStyle: {
      color: colors[line.place],
      opacity: isOver && props.series.length > 1 ? 0.7 : 1,
      // A line between what is stacked; of many thin bars it would leave nothing.
      borderWidth: line.points <= FEW_BARS ? 1 : 0,
    },
    barGap: isOver ? "-100%" : "0%",
    barCategoryGap: "20%",
    barMinWidth: 1,
    barMaxWidth: 120,
  };
}

function scatterLook({ colors, palette, plan, props, lines }: Look, line: Line): Option {
  const sizes = rangeOf(lines.flatMap(({ size }) => (size ? [size] : [])));
  const shades = rangeOf(lines.flatMap(({ shade }) => (shade ? [shade] : [])));
  const at = line.size ? 4 : 3;
  return {
    type: "scatter",
    color: colors[line.place],
    symbol: palette.isForced ? SYMBOLS[line.place % SYMBOLS.length] : "circle",
    symbolSize:
      line.size && sizes
        ? (value: ArrayLike<number>) => sideOf(between(SIZES, share(value[3]!, sizes)))
        : sideOf(plan.size ?? USUAL_SIZE),
    itemStyle: {
      opacity: props.series.length * line.points > 2000 ? 0.6 : 0.8,
      ...(shades
        ? {
            color: ({ value }: { value: ArrayLike<number> }) =>
              shadeOf(share(value[at]!, shades), palette.scale),
          }
        : {}),
    },
    large: false,
    progressive: 4000,
  };
}

/** Return how wide a point of an area is. */
function sideOf(area: number): number {
  return 2 * Math.sqrt(area / Math.PI);
}

function share(value: number, [low, high]: Span): number {
  return high > low ? (value - low) / (high - low) : 0.5;
}

function between([low, high]: Span, part: number): number {
  return low + (high - low) * part;
}

/** Return a colour of a scale; its weakest steps are too near to the ground. */
export function shadeOf(part: number, scale: readonly string[]): string {
  const steps = scale.slice(2);
  return steps[Math.min(Math.floor(part * steps.length), steps.length - 1)] ?? "";
}

/** Return what shows points that no line leads to: one alone, or one between two gaps. */
function symbols({ y }: Line): Option {
  const isThere = (at: number) => y[at] !== undefined && !Number.isNaN(y[at]);
  const isAlone = (at: number) => isThere(at) && !isThere(at - 1) && !isThere(at + 1);
  let hasLonely = false;
  if (y.length <= FEW) for (let at = 0; at < y.length && !hasLonely; at++) hasLonely = isAlone(at);
  if (!hasLonely) return { showSymbol: false, symbol: "circle", symbolSize: 7 };
  return {
    showSymbol: true,
    symbol: "circle",
    symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => (isAlone(dataIndex) ? 7 : 0),
  };
}

interface Point {
  readonly seriesId: string;
  readonly value: ArrayLike<number>;
}

/** Return what stands beside the pointer. */
export function tooltipOf(look: Look): Option {
  const { plan, props, lines, colors, palette } = look;
  const writeX = writerOf(props.x);
  const writeY = writerOf(props.y);
  const isScatter = plan.kind === "scatter";
  const entryOf = ({ seriesId, value }: Point): Entry | null => {
    const line = lines[Number(seriesId.slice(1))];
    const y = value[2];
    if (!line || y === undefined || Number.isNaN(y)) return null;
    const part = plan.stack === "normalize" ? ` (${percent(value[1]!)})` : "";
    const name = line.name || (props.y.title ?? "value");
    return { name, color: colors[line.place]!, text: writeY(y) + part, value: y };
  };
  const show = (points: Point | readonly Point[]) => {
    const all = Array.isArray(points) ? (points as Point[]) : [points as Point];
    const first = all[0];
    if (!first) return "";
    const entries = all.map(entryOf).filter((each) => each !== null);
    if (!isScatter) return tooltip(writeX(first.value[0]!), entries);
    const line = lines[Number(first.seriesId.slice(1))]!;
    const more: Entry[] = [];
    const add = (name: string, value: number | undefined) =>
      more.push({ name, color: null, text: numberOf(value ?? NaN), value: 0 });
    if (line.size) add("size", first.value[3]);
    if (line.shade) add(props.shade || "color", first.value[line.size ? 4 : 3]);
    return tooltip(writeX(first.value[0]!), [...entries, ...more]);
  };
  return {
    trigger: isScatter ? "item" : "axis",
    confine: true,
    transitionDuration: 0,
    className: "st-plot-tip",
    padding: 0,
    borderWidth: 0,
    backgroundColor: "transparent",
    extraCssText: "box-shadow: none",
    axisPointer: { type: plan.kind === "bar" ? "shadow" : "line", label: { show: false } },
    formatter: show,
    textStyle: { color: palette.text },
  };
}

function percent(value: number): string {
  return value.toLocaleString(undefined, { style: "percent", maximumFractionDigits: 1 });
}
