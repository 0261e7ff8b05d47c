/** Finding: which point one points at. */

import { across, AROUND, down } from "./degrees";
import type { Points } from "./points";
import { LEAST } from "./points_layer";

/** How far beside a point still means it, in pixels. */
const BESIDE = 3;

/**
 * Return the point under a place; the topmost of several, -1 if there is none.
 *
 * Args:
 *   size: that of all points, in metres, if they have none of their own.
 */
export function pointAt(
  points: Points,
  size: number,
  longitude: number,
  latitude: number,
  zoom: number,
): number {
  const world = 512 * 2 ** zoom;
  const metre = world / AROUND / Math.cos((latitude * Math.PI) / 180);
  const x = across(longitude);
  const y = down(latitude);
  const largest = points.sizes ? points.sizes.reduce((a, b) => (b > a ? b : a), 0) : size;
  const reach = (Math.max(largest * metre * 1.2, LEAST) + BESIDE) / world;
  // Few are near enough for their place on the map to be worth computing.
  const nearLongitude = 360 * reach;
  for (let point = points.count - 1; point >= 0; point--) {
    const beside = Math.abs(points.longitudes[point]! - longitude);
    if (beside > nearLongitude && beside < 360 - nearLongitude) continue;
    const step = Math.abs(across(points.longitudes[point]!) - x);
    const dx = Math.min(step, 1 - step) * world;
    const dy = (down(points.latitudes[point]!) - y) * world;
    const own = (points.sizes?.[point] ?? size) || 0;
    if (Math.hypot(dx, dy) <= Math.max(own * metre, LEAST) + BESIDE) return point;
  }
  return -1;
}

/** Return how large a point is drawn, in pixels. */
export function radiusOf(points: Points, point: number, size: number, zoom: number): number {
  const metre = (512 * 2 ** zoom) / AROUND / Math.cos((points.latitudes[point]! * Math.PI) / 180);
  return Math.max(((points.sizes?.[point] ?? size) || 0) * metre, LEAST);
}
