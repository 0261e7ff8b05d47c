/** Walk: which item of a chart a key leads to, for who uses no pointer. */

/** What the keys are, as screen readers know them. */
export const KEYS = "ArrowLeft ArrowRight ArrowUp ArrowDown Home End Enter Space Escape";

/** A row of items, and the place in it; before the first, -1. */
export type At = readonly [row: number, place: number];

const ALONG: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

const ASIDE: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Return where a key leads; null if it leads nowhere.
 *
 * Args:
 *   lengths: how many items there are in each row; in none there are none.
 *   down: through a row that is the only one, up and down go too: this way, or -1 for the other.
 */
export function placeAfter(
  key: string,
  [row, place]: At,
  lengths: readonly number[],
  down: 1 | -1 = 1,
): At | null {
  const aside = ASIDE[key];
  const step = ALONG[key] ?? (aside && lengths.length === 1 ? aside * down : undefined);
  if (lengths.length === 0 || (step === undefined && aside === undefined)) return null;
  const next = within(row + (step === undefined ? aside! : 0), lengths.length);
  const length = lengths[next]!;
  if (step === undefined) return [next, within(place, length)];
  return [next, place < 0 && step === -1 ? length - 1 : within(place + step, length)];
}

function within(place: number, count: number): number {
  return Math.min(Math.max(place, 0), count - 1);
}

/** Whether a key is meant for a chart, and not for the browser. */
export function isBare({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !ctrlKey && !altKey && !metaKey;
}

/** Say which of how many items this is. */
export function counted(words: string, place: number, count: number): string {
  return `${words} (${place + 1} of ${count})`;
}
