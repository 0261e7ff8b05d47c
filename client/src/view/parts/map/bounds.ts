/** Bounds: the smallest box that points lie in, also across the 180th meridian. */

import { latitudeText, longitudeText, turned } from "./degrees";

export interface Bounds {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  /** At least `west`, and beyond 180 if the box lies across that meridian. */
  readonly east: number;
}

/** How finely gaps between longitudes are looked for. */
const SLOTS = 720;

/** Return the box; null if there is no point. */
export function boundsOf(longitudes: Float64Array, latitudes: Float64Array): Bounds | null {
  let south = Infinity;
  let north = -Infinity;
  const least = new Float64Array(SLOTS).fill(Infinity);
  const most = new Float64Array(SLOTS).fill(-Infinity);
  for (let place = 0; place < longitudes.length; place++) {
    const latitude = latitudes[place]!;
    const longitude = turned(longitudes[place]!);
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
    const slot = Math.min(SLOTS - 1, Math.floor(((longitude + 180) * SLOTS) / 360));
    if (longitude < least[slot]!) least[slot] = longitude;
    if (longitude > most[slot]!) most[slot] = longitude;
  }
  if (south > north) return null;
  return { south, north, ...around(least, most) };
}

/** Return the shortest way around the earth that passes all points. */
function around(least: Float64Array, most: Float64Array): { west: number; east: number } {
  const used = [...least.keys()].filter((slot) => least[slot]! < Infinity);
  let west = least[used[0]!]!;
  let east = most[used.at(-1)!]!;
  let gap = west + 360 - east;
  used.slice(1).forEach((slot, place) => {
    const before = most[used[place]!]!;
    const after = least[slot]!;
    // Only what is clearly shorter leads across the edge of the map.
    if (after - before > gap + 1e-9) {
      gap = after - before;
      west = after;
      east = before + 360;
    }
  });
  return { west, east };
}

/** Say how many points there are, and where. */
export function saying(count: number, bounds: Bounds | null): string {
  if (!bounds) return "Map without points";
  const { south, north, west, east } = bounds;
  const from = `${latitudeText(south)}, ${longitudeText(west)}`;
  const to = `${latitudeText(north)}, ${longitudeText(east)}`;
  const points = count === 1 ? "1 point" : `${count.toLocaleString("en-US")} points`;
  return from === to ? `Map of ${points} at ${from}` : `Map of ${points} between ${from} and ${to}`;
}
