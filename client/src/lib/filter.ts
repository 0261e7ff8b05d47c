/** Options that match what is being typed, best first. */

export type FilterMode = "fuzzy" | "contains" | "prefix";

/** Return the indexes of the options that match `query`; all of them if it is empty. */
export function filterOptions(
  options: readonly string[],
  query: string,
  mode: FilterMode,
): number[] {
  const indexes = [...options.keys()];
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return indexes;
  if (mode === "prefix")
    return indexes.filter((at) => options[at]!.toLowerCase().startsWith(wanted));
  if (mode === "contains")
    return indexes.filter((at) => options[at]!.toLowerCase().includes(wanted));
  const scores = options.map((option) => fuzzyScore(option, wanted));
  const found = indexes.filter((at) => scores[at]! > 0);
  return found.sort((left, right) => scores[right]! - scores[left]! || left - right);
}

/**
 * Tell how well `wanted` is found in `option` letter by letter, in order; 0 if it is not.
 *
 * Letters that follow one another and letters that begin words count most, then short options.
 */
function fuzzyScore(option: string, wanted: string): number {
  const text = option.toLowerCase();
  const whole = text.indexOf(wanted);
  if (whole >= 0) return 1000 + bonus(text, whole) * wanted.length + closeness(text, whole);
  let score = 0;
  let last = -1;
  for (const letter of wanted) {
    const place = text.indexOf(letter, last + 1);
    if (place < 0) return 0;
    score += place === last + 1 && last >= 0 ? 4 : bonus(text, place);
    last = place;
  }
  return score + closeness(text, last);
}

function bonus(text: string, place: number): number {
  if (place === 0) return 5;
  return /[\p{L}\p{N}]/u.test(text.charAt(place - 1)) ? 1 : 3;
}

/** A number below 1: greater for short options and early matches. */
function closeness(text: string, place: number): number {
  return 1 / (2 + text.length + place);
}
