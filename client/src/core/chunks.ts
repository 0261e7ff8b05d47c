/**
 * Long lists of children in chunks, so that a change redraws one chunk and not the whole list.
 *
 * A node keeps its chunk for as long as the order allows, as changing chunk means being built
 * again on the page. So an insertion at the top leaves all chunks but the first as they were.
 */

export interface Chunk<T> {
  readonly key: number;
  readonly items: readonly T[];
}

/** React looks at all members of a chunk, and of those beside it, to redraw one of them. */
const SIZE = 16;

/**
 * Spread items over chunks; chunks that hold the same items as before are the same objects.
 *
 * `keyOf` tells an item from the others, also when it has become another object.
 */
export function regroup<T>(
  before: readonly Chunk<T>[],
  items: readonly T[],
  keyOf: (item: T) => unknown = (item) => item,
): readonly Chunk<T>[] {
  const homes = new Map<unknown, number>();
  before.forEach((chunk, index) => chunk.items.forEach((item) => homes.set(keyOf(item), index)));
  const stays = longestRise(items.map((item) => homes.get(keyOf(item))));
  const lastStay = stays.lastIndexOf(true);
  const groups: T[][] = before.map(() => []);
  let at = 0;
  items.forEach((item, index) => {
    if (stays[index]) at = homes.get(keyOf(item)) ?? at;
    else if (index > lastStay && (groups[at]?.length ?? 0) >= SIZE) at = groups.length;
    (groups[at] ??= []).push(item);
  });
  let key = Math.max(-1, ...before.map((chunk) => chunk.key));
  return groups
    .map((group, index) => {
      const old = before[index];
      if (!old) return { key: ++key, items: group };
      return isSame(old.items, group) ? old : { key: old.key, items: group };
    })
    .filter((chunk) => chunk.items.length > 0);
}

/** Mark the members of a longest subsequence that never falls; unknown ones never belong. */
function longestRise(values: readonly (number | undefined)[]): boolean[] {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    if (value === undefined) return;
    const length = firstAbove(tails, values, value);
    previous[index] = length > 0 ? (tails[length - 1] ?? -1) : -1;
    tails[length] = index;
  });
  const marks = values.map(() => false);
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1)
    marks[index] = true;
  return marks;
}

function firstAbove(
  tails: readonly number[],
  values: readonly (number | undefined)[],
  value: number,
): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[tails[middle] ?? 0] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}
