/** Changed: what of an option is another than before. */

type Option = Record<string, unknown>;

/**
 * Return the components of `next` that are not as in `last`; null if all are.
 *
 * Arrays of numbers are compared by what they are, not by what they hold: there may be many.
 */
export function changed(last: Option, next: Option): Option | null {
  const names = Object.keys(next).filter((name) => !isSame(last[name], next[name]));
  return names.length ? Object.fromEntries(names.map((name) => [name, next[name]])) : null;
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, place) => isSame(each, other[place]));
  if (!isPlain(one) || !isPlain(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && isSame(one[name], other[name]))
  );
}

function isPlain(value: unknown): value is Option {
  return typeof value === "object" && value !== null && value.constructor === Object;
}
