/** Seen: which of many points can be told from others where one looks. */

/** Where one looks, on the square that maps are drawn on; `left` may be before 0, `right` after 1. */
export interface Reach {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly zoom: number;
}

/** From how many points on it is worth while to leave some out. */
export const MANY = 30_000;

/** How large a spot is in which points hide one another, in pixels, and how many show there. */
const SPOT = 3;
const SHOWN = 3;

/** How far one may zoom before others can be told apart. */
const FURTHER = 0.5;

/** Return whether what was chosen for one view will do for another. */
export function covers(chosen: Reach | null, view: Reach): boolean {
  if (!chosen || Math.abs(chosen.zoom - view.zoom) > FURTHER) return false;
  return (
    (chosen.right - chosen.left >= 1 || (chosen.left <= view.left && chosen.right >= view.right)) &&
    chosen.top <= Math.max(0, view.top) &&
    chosen.bottom >= Math.min(1, view.bottom)
  );
}

/** Return a view with as much again around it. */
export function padded({ left, right, top, bottom, zoom }: Reach): Reach {
  const across = (right - left) / 2;
  const down = (bottom - top) / 2;
  return {
    left: left - across,
    right: right + across,
    top: Math.max(0, top - down),
    bottom: Math.min(1, bottom + down),
    zoom,
  };
}

/**
 * Return which points to draw, in their order: the topmost of each spot, and all that are large.
 *
 * Args:
 *   places: x and y of each, as a coarse and a fine part.
 *   isLarge: whether one is larger than a spot.
 */
export function seen(
  places: Float32Array,
  reach: Reach,
  isLarge: ((point: number) => boolean) | null,
): Uint32Array {
  const world = 512 * 2 ** reach.zoom;
  const isWhole = reach.right - reach.left >= 1;
  const left = isWhole ? 0 : reach.left;
  const right = isWhole ? 1 : reach.right;
  const columns = Math.ceil(((right - left) * world) / SPOT) + 1;
  const rows = Math.ceil(((reach.bottom - reach.top) * world) / SPOT) + 1;
  const counts = new Uint8Array(columns * rows);
  const found = new Uint32Array(places.length / 4);
  let start = found.length;
  for (let point = found.length - 1; point >= 0; point--) {
    let x = places[4 * point]! + places[4 * point + 2]!;
    const y = places[4 * point + 1]! + places[4 * point + 3]!;
    if (isLarge?.(point)) {
      found[--start] = point;
      continue;
    }
    if (x < left) x += 1;
    else if (x > right) x -= 1;
    if (x < left || x > right || y < reach.top || y > reach.bottom) continue;
    const spot =
      Math.floor(((y - reach.top) * world) / SPOT) * columns +
      Math.floor(((x - left) * world) / SPOT);
    if (counts[spot]! >= SHOWN) continue;
    counts[spot]! += 1;
    found[--start] = point;
  }
  return found.subarray(start);
}
