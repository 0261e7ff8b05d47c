/** Draft: what is entered and not yet sent, and for how long it stands. */

import { isSameValue } from "./tree";

export interface Draft {
  readonly text: string;
  /** The value that it is typed over. */
  readonly value: unknown;
  /** How often the script had set that value. */
  readonly overrides: number;
  /** A password is never written down. */
  readonly isSecret: boolean;
}

/** Behind the id of an input in a form: the draft is its value, as JSON, until it is submitted. */
export const HELD = "\nheld";

/** Return whether a draft still stands: the script has not set another value since. */
export function isCurrent(draft: Draft, value: unknown, overrides: number): boolean {
  return draft.overrides === overrides || isSameValue(draft.value, value);
}
