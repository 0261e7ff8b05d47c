/** Graticule: meridians and parallels with their degrees, where there is no base map. */

import type { Map as MapLibre } from "maplibre-gl";

import type { Palette } from "../chart/palette";
import { latitudeText, longitudeText, TOP } from "./degrees";

/** How far apart lines may be, in degrees. */
const STEPS = [
  45, 30, 15, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002,
  0.0001,
];

/** How far apart they are to be at least, in pixels. */
const APART = 90;

type Spot = readonly [x: number, y: number];

/** Draw the lines that are in sight. */
export function drawGraticule(canvas: HTMLCanvasElement, map: MapLibre, palette: Palette): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.scale(ratio, ratio);
  context.font = `11px ${palette.font}`;
  const pixels = (512 * 2 ** map.getZoom()) / 360;
  const step = STEPS.filter((each) => each * pixels >= APART).at(-1) ?? STEPS[0]!;
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const { west, east, south, north } = sightOf(map);
  const label = (text: string, [x, y]: Spot) => {
    context.fillStyle = palette.muted;
    context.fillText(text, x, y);
  };
  for (const longitude of between(west, east, step)) {
    const line = lineOf(map, (part) => [longitude, south + (north - south) * part]);
    trace(context, line, palette, longitude % 360 === 0);
    const spot = crossing(line, 1, height - 6);
    const text = longitudeText(longitude, digits);
    // The scale and who made the map stand in the corners.
    if (spot && spot[0] > 120 && spot[0] < width - 60) label(text, [spot[0] + 4, height - 6]);
  }
  for (const latitude of between(south, north, step)) {
    const line = lineOf(map, (part) => [west + (east - west) * part, latitude]);
    trace(context, line, palette, latitude === 0);
    const spot = crossing(line, 0, 6);
    if (spot && spot[1] > 16 && spot[1] < height - 40)
      label(latitudeText(latitude, digits), [6, spot[1] - 4]);
  }
}

function sightOf(map: MapLibre) {
  const bounds = map.getBounds();
  return {
    west: bounds.getWest(),
    east: bounds.getEast(),
    south: Math.max(-TOP, bounds.getSouth()),
    north: Math.min(TOP, bounds.getNorth()),
  };
}

function between(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.min(200, Math.max(0, Math.floor(to / step) - first + 1));
  return Array.from({ length: count }, (_, place) => (first + place) * step);
}

/** Return a line as it is on the screen; it is straight but for what lies behind who looks. */
function lineOf(map: MapLibre, at: (part: number) => [number, number]): Spot[] {
  const parts = map.getPitch() > 0 ? 16 : 1;
  return Array.from({ length: parts + 1 }, (_, place) => {
    const { x, y } = map.project(at(place / parts));
    return [x, y] as const;
  });
}

function trace(
  context: CanvasRenderingContext2D,
  line: readonly Spot[],
  palette: Palette,
  isMain: boolean,
): void {
  context.strokeStyle = palette.border;
  context.lineWidth = isMain ? 2 : 1;
  context.beginPath();
  line.forEach(([x, y], place) => (place ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.stroke();
}

/** Return where a line crosses another, which is level (axis 1) or upright (axis 0). */
function crossing(line: readonly Spot[], axis: 0 | 1, at: number): Spot | null {
  for (let place = 1; place < line.length; place++) {
    const [from, to] = [line[place - 1]!, line[place]!];
    const [a, b] = [from[axis] - at, to[axis] - at];
    if (a * b > 0 || a === b) continue;
    const part = a / (a - b);
    return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
  }
  return null;
}
