/** Latest: a function that remembers its last answer, so that what is the same stays the same. */

/** Return `make`, which is not called again with what it was called with last. */
export function latest<A extends readonly unknown[], T>(
  make: (...args: A) => T,
): (...args: A) => T {
  let last: { args: A; made: T } | null = null;
  return (...args) => {
    const known = last;
    if (known && args.every((each, place) => Object.is(each, known.args[place]))) return known.made;
    const made = make(...args);
    last = { args, made };
    return made;
  };
}
