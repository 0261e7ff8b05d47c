/** Selection: what somebody has selected in a figure, as a script is told it, and as Plotly is. */

import type { Layout, Trace } from "./figure";

export interface Selected {
  points: Record<string, unknown>[];
  point_indices: number[];
  box: Area[];
  lasso: Area[];
}

interface Area {
  xref: string;
  yref: string;
  x: unknown[];
  y: unknown[];
}

/** What Plotly tells. */
export interface SelectionEvent {
  points?: Record<string, unknown>[];
  selections?: Shape[];
  range?: Record<string, unknown[]>;
  lassoPoints?: Record<string, unknown[]>;
}

interface Shape {
  type?: string;
  path?: string;
  xref?: string;
  yref?: string;
  x0?: unknown;
  x1?: unknown;
  y0?: unknown;
  y1?: unknown;
}

export const NOTHING: Selected = { points: [], point_indices: [], box: [], lasso: [] };

/** How many points a script is told; of more, it is told the first. */
export const MOST = 100_000;

/** What an event has of Plotly's own, which no script needs. */
const OWN = new Set(["data", "fullData", "xaxis", "yaxis", "bbox", "subplot", "event"]);

/** Return what a script is told of an event. */
export function selectedOf(event: SelectionEvent | undefined): Selected {
  if (!event?.points) return NOTHING;
  const points = event.points.slice(0, MOST).map(pointOf);
  const indices = new Set<number>();
  for (const { point_index: index, point_indices: several } of points) {
    if (typeof index === "number") indices.add(index);
    if (Array.isArray(several)) for (const each of several) indices.add(each as number);
  }
  // A click has no areas; those that are still there are of selections before it.
  const shapes = event.range || event.lassoPoints ? (event.selections ?? []) : [];
  return {
    points,
    point_indices: [...indices].sort((one, other) => one - other),
    box: shapes.filter((each) => each.type !== "path").map(boxOf),
    lasso: shapes.filter((each) => each.type === "path").map(lassoOf),
  };
}

function pointOf(point: Record<string, unknown>): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(point)) {
    if (OWN.has(name) || value === undefined || typeof value === "function") continue;
    const plain = plainOf(value);
    if (plain !== undefined) told[snakeCase(name)] = plain;
  }
  const group = (point["fullData"] as Trace | undefined)?.["legendgroup"];
  if (group) told["legendgroup"] = group;
  return told;
}

function plainOf(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, plainOf);
  if (Array.isArray(value)) return value.map((each) => plainOf(each) ?? null);
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, plainOf(each) ?? null]),
  );
}

/** `pointNumber` and `marker.size` are called as Python calls things. */
function snakeCase(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replaceAll(".", "_")
    .toLowerCase();
}

function boxOf({ xref = "x", yref = "y", x0, x1, y0, y1 }: Shape): Area {
  return { xref, yref, x: [x0, x1].map(plainOf), y: [y0, y1].map(plainOf) };
}

function lassoOf({ xref = "x", yref = "y", path = "" }: Shape): Area {
  const corners = path
    .split(/[MLZ]/)
    .filter(Boolean)
    .map((corner) => corner.split(",").map(numberOf));
  return { xref, yref, x: corners.map(([x]) => x), y: corners.map(([, y]) => y) };
}

/** Between a day and its time, a path has no space. */
const DAY = /^(-?\d+-\d\d-\d\d)_/;

/** Return a number as one; what is none is a date or a category. */
function numberOf(text: string): number | string {
  const number = Number(text);
  return text !== "" && Number.isFinite(number) ? number : text.replace(DAY, "$1 ");
}

/** Have Plotly show what is selected; it writes to the traces and the layout. */
export function select(data: Trace[], layout: Layout, selected: Selected): void {
  const places = new Map<number, Set<number>>();
  const note = (curve: unknown, point: unknown) => {
    if (typeof curve !== "number" || typeof point !== "number") return;
    if (!places.has(curve)) places.set(curve, new Set());
    places.get(curve)!.add(point);
  };
  for (const point of selected.points) {
    const several = point["point_numbers"] ?? point["point_indices"];
    if (Array.isArray(several)) for (const each of several) note(point["curve_number"], each);
    else note(point["curve_number"], point["point_number"] ?? point["point_index"]);
  }
  const isChosen = places.size > 0 || selected.box.length > 0 || selected.lasso.length > 0;
  if (!isChosen) return;
  data.forEach((trace, curve) => {
    trace["selectedpoints"] = [...(places.get(curve) ?? [])];
  });
  layout["selections"] = [
    ...selected.box.map(({ xref, yref, x, y }) => ({
      ...{ type: "rect", xref, yref },
      ...{ x0: x[0], x1: x[1], y0: y[0], y1: y[1] },
    })),
    ...selected.lasso.map(({ xref, yref, x, y }) => ({
      ...{ type: "path", xref, yref },
      path: `M${x.map((each, place) => `${cornerOf(each)},${cornerOf(y[place])}`).join("L")}Z`,
    })),
  ];
}

function cornerOf(value: unknown): string {
  return String(value).replace(" ", "_");
}
