/** Where to put labels along a line so that they neither overlap nor stick out. */

interface Spot {
  centre: number;
  width: number;
}

/**
 * Return the left edge of each of one or two labels, each as near above its spot as can be.
 *
 * Args:
 *   spots: from left to right.
 *   room: length of the line.
 *   gap: least distance between two labels.
 */
export function spaceLabels(spots: readonly Spot[], room: number, gap: number): number[] {
  const within = (left: number, width: number) => Math.max(0, Math.min(left, room - width));
  const lefts = spots.map(({ centre, width }) => within(centre - width / 2, width));
  const [first, second] = spots;
  if (first === undefined || second === undefined) return lefts;
  const overlap = lefts[0]! + first.width + gap - lefts[1]!;
  if (overlap <= 0) return lefts;
  const both = first.width + gap + second.width;
  const left = within(lefts[0]! - overlap / 2, both);
  return [left, left + first.width + gap];
}
