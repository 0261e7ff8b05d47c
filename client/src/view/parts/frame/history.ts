/** History: what a person can undo in a table, and do again. */

import { sameState, type CellChange, type Entered } from "../../frames/edits";

/** One step: what there was before and after it. */
export interface Step {
  readonly before: Entered;
  readonly after: Entered;
  /** What undoes it, and does it again, cell by cell; null if it has added or deleted rows. */
  readonly back: readonly CellChange[] | null;
  readonly forth: readonly CellChange[] | null;
}

/** What a step comes to: all that is entered, or cells to be set in what is there now. */
export type Outcome = { entered: Entered } | { changes: readonly CellChange[] } | null;

const LONGEST = 1_000;

/** The steps of one editor. */
export class History {
  #past: Step[] = [];
  #future: Step[] = [];

  note(step: Step): void {
    this.#past.push(step);
    if (this.#past.length > LONGEST) this.#past.shift();
    this.#future = [];
  }

  undo(now: Entered): Outcome {
    const step = this.#past.pop();
    if (!step) return null;
    this.#future.push(step);
    return outcome(step.after, step.before, step.back, now);
  }

  redo(now: Entered): Outcome {
    const step = this.#future.pop();
    if (!step) return null;
    this.#past.push(step);
    return outcome(step.before, step.after, step.forth, now);
  }
}

/**
 * Set the cells of a step to what they were. A step that has added or deleted rows is taken back as a
 * whole, which can only be done where its data is still that of the editor.
 */
function outcome(
  from: Entered,
  to: Entered,
  changes: readonly CellChange[] | null,
  now: Entered,
): Outcome {
  // Not as if they had never been changed: the script may have made other data of it, without which
  // an edit that is gone says nothing.
  if (changes) return { changes };
  const isThere = sameState(from.state, now.state) && from.pending.length === now.pending.length;
  return isThere ? { entered: to } : null;
}
