/** Library: the smallest build of Plotly that draws the traces of a figure. */

import type { Layout, Trace } from "./figure";

/** What of Plotly is used here. It puts these on the element that it draws in. */
export interface Plotly {
  react(
    host: HTMLElement,
    figure: { data: Trace[]; layout: Layout; config: object; frames?: unknown[] },
  ): Promise<unknown>;
  relayout(host: HTMLElement, changes: object): Promise<unknown>;
  purge(host: HTMLElement): void;
  toImage(host: HTMLElement, options: object): Promise<string>;
  readonly Fx: {
    hover(host: HTMLElement, points: readonly { curveNumber: number; pointNumber: number }[]): void;
    unhover(host: HTMLElement): void;
  };
}

const BASIC = new Set(["scatter", "bar", "pie"]);
const CARTESIAN = new Set([
  ...BASIC,
  ...["box", "contour", "heatmap", "histogram", "histogram2d", "histogram2dcontour", "image"],
  ...["scatterternary", "violin"],
]);

/** Builds, the smallest first; each draws what those before it do. */
const BUILDS = [
  async () => (await import("plotly.js-basic-dist-min")).default,
  async () => (await import("plotly.js-cartesian-dist-min")).default,
  async () => (await import("plotly.js-strict-dist-min")).default,
] as const;

/** Return which build a figure needs, by its number. */
export function buildOf({ data, frames = [] }: { data: Trace[]; frames?: unknown[] }): number {
  const within = frames.flatMap((frame) => (frame as { data?: Trace[] }).data ?? []);
  const types = [...data, ...within].map(typeOf);
  return types.every((type) => BASIC.has(type))
    ? 0
    : types.every((type) => CARTESIAN.has(type))
      ? 1
      : 2;
}

/** Return the type of a trace. */
export function typeOf(trace: Trace): string {
  return typeof trace.type === "string" ? trace.type : "scatter";
}

/** Load a build. */
export async function loadPlotly(build: number): Promise<Plotly> {
  forbidStyles();
  bringGround();
  return (await BUILDS[build]!()) as Plotly;
}

/** Have Plotly leave its styles out, by the mark that it looks for: plotly.css has them. */
function forbidStyles(): void {
  const id = "plotly.js-style-global";
  if (document.getElementById(id)) return;
  const mark = document.createElement("meta");
  mark.id = id;
  mark.className = "no-inline-styles";
  document.head.append(mark);
}

/**
 * Have the ground of maps be a plain one, with meridians and parallels: Plotly would load outlines
 * of land from another host, whichever part of the world is shown.
 */
function bringGround(): void {
  const none = { type: "GeometryCollection", geometries: [] };
  const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
  const ground = {
    type: "Topology",
    arcs: [],
    objects: Object.fromEntries(layers.map((layer) => [layer, none])),
  };
  const topojson = new Proxy({}, { get: () => ground });
  Object.assign(window, { PlotlyGeoAssets: { topojson } });
}
