/** Axes: what stands along each, and how values on it are written. */

import type { Option } from "../echarts";
import { clockTicks, durationOf, momentOf, timeOf, timeTicks, type Ticks } from "./ticks";
import type { PlotAxis } from "./types";

/** From how large numbers on are written short: "1.2M". */
const LARGE = 1e6;

/** How wide a letter is, about, and how high a line. */
const LETTER = 6.5;
const LINE = 14;
/** How far from an axis its texts stand; below it the lowest one beside it has room, too. */
const BESIDE = 8;
const BELOW = 12;
/** From how wide a category on its name is wrapped. */
const LEAST_BAND = 56;

export type Span = readonly [low: number, high: number];

/** Return how a tooltip and a summary write values of an axis, in full. */
export function writerOf(axis: PlotAxis): (value: number) => string {
  const { kind, zone = null, is_date: isDate = false, categories } = axis;
  if (kind === "category") return (value) => categories?.[value] ?? "";
  if (kind === "time") return (value) => momentOf(value, zone, isDate);
  if (kind === "clock") return timeOf;
  if (kind === "duration") return durationOf;
  return numberOf;
}

/** Write a number: as exactly as it can be read. */
export function numberOf(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return value.toExponential(4);
  const digits = size >= 1000 ? 2 : size >= 1 ? 4 : 6;
  return value.toLocaleString(undefined, { maximumFractionDigits: digits });
}

/** Write the ends of a range, no more exactly than they differ. */
export function endsOf([low, high]: Span): [string, string] {
  const digits = Math.max(0, Math.min(2 - Math.ceil(Math.log10(high - low || 1)), 6));
  const write = (end: number) =>
    Math.max(-low, high) >= LARGE
      ? compact(end)
      : end.toLocaleString(undefined, { maximumFractionDigits: digits });
  return [write(low), write(high)];
}

interface Place {
  /** How long the axis is, in pixels. */
  readonly length: number;
  readonly isUpright: boolean;
  /** What the data has along it; null if there is none. */
  readonly extent: Span | null;
  /** What of that is in sight. */
  readonly sight: Span | null;
  /** Whether nothing is to be in sight: bars and areas begin there. */
  readonly fromZero: boolean;
  /** Whether the data has room at both ends. */
  readonly hasMargin: boolean;
  readonly isShare: boolean;
}

/** Return an axis as ECharts has it. */
export function axisOption(axis: PlotAxis, place: Place): Option {
  const { kind = "number", title } = axis;
  const { isUpright, length } = place;
  const common = {
    name: title ?? "",
    nameLocation: "middle",
    nameRotate: isUpright ? 90 : 0,
    nameTextStyle: { width: length * 0.9, overflow: "truncate" },
    nameTruncate: { maxWidth: Math.max(length * 0.9, 60) },
    nameGap: isUpright ? 12 : 32,
  };
  if (kind === "category") {
    const own = categories(axis, place);
    const isWrapped = (own["axisLabel"] as Option)["overflow"] === "break";
    return { ...common, ...own, ...(isWrapped ? { nameGap: 32 + 2 * LINE } : {}) };
  }
  if (kind === "number") return { ...common, ...numbers(place) };
  return { ...common, ...moments(axis, place) };
}

function categories(axis: PlotAxis, { length, isUpright, extent, sight }: Place): Option {
  const names = axis.categories ?? [];
  const seen = sight && extent ? (sight[1] - sight[0]) / (extent[1] - extent[0] || 1) : 1;
  const band = length / Math.max(names.length * seen, 1);
  const longest = Math.min(
    names.reduce((most, { length }) => Math.max(most, length), 0) * LETTER,
    150,
  );
  const label = isUpright
    ? { width: Math.min(160, longest + LETTER) }
    : longest > band && band >= LEAST_BAND
      ? wrapped(band)
      : { width: Math.max(band, longest + LETTER) };
  return {
    type: "category",
    data: names,
    inverse: isUpright,
    axisLabel: {
      interval: "auto",
      hideOverlap: true,
      overflow: "truncate",
      rotate: 0,
      margin: isUpright ? BESIDE : BELOW,
      ...label,
    },
  };
}

/** Long names are written in up to three lines. */
function wrapped(band: number): Option {
  return {
    interval: 0,
    width: band - 8,
    overflow: "break",
    lineHeight: LINE,
    height: 3 * LINE,
    lineOverflow: "truncate",
  };
}

function numbers(place: Place): Option {
  const { extent, sight, fromZero, hasMargin, isShare, isUpright } = place;
  const isPoint = extent !== null && extent[0] === extent[1];
  // What a chart is not told any more it keeps.
  const free = { min: null, max: null };
  const bounds = !extent
    ? free
    : isPoint && !fromZero
      ? { min: extent[0] - 1, max: extent[1] + 1 }
      : hasMargin
        ? sight && !fromZero
          ? roundAround(sight, splits(place))
          : free
        : { min: extent[0], max: extent[1] };
  // The ends of the data are no round numbers.
  const own = extent && !hasMargin ? roundIn(sight ?? extent, splits(place)) : null;
  const large = extent ? Math.max(Math.abs(extent[0]), Math.abs(extent[1])) : 0;
  return {
    type: "value",
    scale: !fromZero,
    ...(isShare ? { min: extent && extent[0] < 0 ? -1 : 0, max: 1 } : bounds),
    splitNumber: splits(place),
    splitLine: { show: isUpright },
    axisLine: { onZero: fromZero },
    axisTick: { show: own !== null && !isUpright, customValues: own },
    axisLabel: {
      hideOverlap: true,
      margin: isUpright ? BESIDE : BELOW,
      customValues: own,
      formatter: isShare ? percent : large >= LARGE ? compact : plain,
    },
  };
}

function moments({ kind, zone = null }: PlotAxis, place: Place): Option {
  const { extent, sight, fromZero } = place;
  const seen = sight ?? extent;
  if (!extent || !seen) return { type: "value", axisLabel: { show: false } };
  const isPoint = extent[0] === extent[1];
  const margin = isPoint ? 43_200_000 : place.hasMargin ? (extent[1] - extent[0]) / 30 : 0;
  const [low, high] = [fromZero ? Math.min(extent[0], 0) : extent[0] - margin, extent[1] + margin];
  const ticks = ticksOf(kind, isPoint ? [low, high] : seen, splits(place), zone);
  return {
    type: "value",
    min: low,
    max: high,
    splitLine: { show: place.isUpright },
    axisLine: { onZero: false },
    axisTick: { show: !place.isUpright, customValues: ticks.values },
    axisLabel: {
      hideOverlap: true,
      margin: place.isUpright ? BESIDE : BELOW,
      customValues: ticks.values,
      formatter: (value: number) => ticks.write(value),
    },
  };
}

function ticksOf(
  kind: PlotAxis["kind"] | undefined,
  [low, high]: Span,
  count: number,
  zone: string | null,
): Ticks {
  return kind === "time"
    ? timeTicks(low, high, count, zone)
    : clockTicks(low, high, count, kind === "clock");
}

function splits({ length, isUpright }: Place): number {
  return Math.max(2, Math.min(Math.round(length / (isUpright ? 45 : 90)), 12));
}

/** Return the round numbers around two. */
function roundAround([low, high]: Span, count: number): { min: number; max: number } {
  const step = stepIn([low, high], count) || Math.abs(low) / 10 || 1;
  const round = (steps: number) => Number((steps * step).toPrecision(12));
  const [min, max] = [round(Math.floor(low / step)), round(Math.ceil(high / step))];
  return min < max ? { min, max } : { min: min - step, max: max + step };
}

/** Return a round step of which there are about so many between two numbers; 0 if they are one. */
function stepIn([low, high]: Span, count: number): number {
  const wanted = (high - low) / Math.max(count, 1);
  if (!(wanted > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= wanted)!;
}

/** Return round numbers between two, about so many. */
export function roundIn([low, high]: Span, count: number): number[] {
  const step = stepIn([low, high], count);
  if (step === 0) return [low];
  const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
  return Array.from({ length: last - first + 1 }, (_, place) =>
    Number(((first + place) * step).toPrecision(12)),
  );
}

function plain(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < 1e-4) return value.toExponential(1);
  return value.toLocaleString(undefined, { maximumFractionDigits: 6 });
}

function compact(value: number): string {
  if (Math.abs(value) >= 1e15) return value.toExponential(3).replace(/\.?0+e\+?/, "e");
  return value.toLocaleString(undefined, { notation: "compact", maximumFractionDigits: 2 });
}

function percent(value: number): string {
  return value.toLocaleString(undefined, { style: "percent", maximumFractionDigits: 1 });
}
