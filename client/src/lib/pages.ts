/** Which pages of many to show. */

/** Stands for the pages between two that are shown. */
export const GAP = null;

/**
 * Return the numbers of pages to show, and the gaps between them.
 *
 * The first and the last are always there, as are the neighbours of the current one where there is
 * room; a gap never stands for a single page.
 *
 * Args:
 *   current: the page that is open, from 1 on.
 *   count: how many pages there are.
 *   room: how many numbers and gaps there is room for.
 */
export function pagesShown(current: number, count: number, room: number): (number | null)[] {
  if (room <= 0) return [];
  if (count <= room) return span(1, count);
  if (room < 3) return [current];
  if (room < 5) {
    const [first, last] = current === count ? [1, count] : [current, count];
    return last - first === 1 ? [first, last] : [first, GAP, last];
  }
  // All but the ends, and a gap or a page beside each of them.
  const inner = room - 4;
  const from = Math.max(3, Math.min(current - Math.floor((inner - 1) / 2), count - 1 - inner));
  const to = from + inner - 1;
  return [1, from === 3 ? 2 : GAP, ...span(from, to), to === count - 2 ? count - 1 : GAP, count];
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, place) => from + place);
}
