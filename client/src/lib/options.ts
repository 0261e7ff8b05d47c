/** Options that are chosen, each known by its place and its text; and those left to choose from. */

import { type FilterMode, filterOptions } from "./filter";

export type Choice = [place: number, text: string];

/** The place, and the row in a list, of text that is no option but a person's own. */
export const OWN = -1;

/** Find a chosen option among today's: by its place if it still stands there, else by its text. */
export function placeOf([place, text]: Choice, options: readonly string[]): number {
  return place !== OWN && options[place] === text ? place : options.indexOf(text);
}

interface Choosing {
  options: readonly string[];
  filter_mode: FilterMode | null;
  accept_new_options: boolean;
}

/** Return the places of the options that match what is typed, after `OWN` if that is a new one. */
export function rowsFor(query: string | null, choosing: Choosing): number[] {
  const { options, filter_mode, accept_new_options } = choosing;
  const rows = filterOptions(options, query ?? "", filter_mode ?? "contains");
  const typed = query?.trim().toLowerCase() ?? "";
  const isNew = typed !== "" && !rows.some((row) => options[row]!.toLowerCase() === typed);
  return accept_new_options && isNew ? [OWN, ...rows] : rows;
}

/** Return what an empty box says: what there is to do, or `noun` of which there are none. */
export function invitation({ options, accept_new_options }: Choosing, noun: string): string {
  if (options.length === 0) return accept_new_options ? `Add ${noun}` : "No options to select";
  return accept_new_options ? `Choose or add ${noun}` : `Choose ${noun}`;
}
