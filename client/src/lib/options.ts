/** Options that are chosen: each is known by its place and its text. */

export type Choice = [place: number, text: string];

/** The place of text that is no option, but a person's own. */
export const OWN = -1;

/** Find a chosen option among today's: by its place if it still stands there, else by its text. */
export function placeOf([place, text]: Choice, options: readonly string[]): number {
  return options[place] === text ? place : options.indexOf(text);
}
