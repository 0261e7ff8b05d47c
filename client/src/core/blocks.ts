/**
 * Long lists of children in blocks, so that a change redraws one block and not the whole list.
 *
 * A node keeps its block for as long as the order allows, as changing block means being built
 * anew on the page. So an insertion at the top leaves all blocks but the first as they were.
 */

export interface Block {
  readonly key: number;
  readonly ids: readonly string[];
}

const SIZE = 64;

/** Spread `ids` over blocks; blocks that hold the same ids as before are the same objects. */
export function regroup(before: readonly Block[], ids: readonly string[]): readonly Block[] {
  const homes = new Map<string, number>();
  before.forEach((block, index) => block.ids.forEach((id) => homes.set(id, index)));
  const stays = longestRise(ids.map((id) => homes.get(id)));
  const lastStay = stays.lastIndexOf(true);
  const groups: string[][] = before.map(() => []);
  let at = 0;
  ids.forEach((id, index) => {
    if (stays[index]) at = homes.get(id) ?? at;
    else if (index > lastStay && (groups[at]?.length ?? 0) >= SIZE) at = groups.length;
    (groups[at] ??= []).push(id);
  });
  let key = Math.max(-1, ...before.map((block) => block.key));
  return groups
    .map((group, index) => {
      const old = before[index];
      if (!old) return { key: ++key, ids: group };
      return isSame(old.ids, group) ? old : { key: old.key, ids: group };
    })
    .filter((block) => block.ids.length > 0);
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
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) marks[index] = true;
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

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id, index) => id === right[index]);
}
