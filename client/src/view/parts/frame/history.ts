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
 * Go from one to the other, if that is where we are. Else the script has made other data of it in the
 * meantime, in which cells can still be set.
 */
function outcome(
  from: Entered,
  to: Entered,
  changes: readonly CellChange[] | null,
  now: Entered,
): Outcome {
  const isThere = sameState(from.state, now.state) && from.pending.length === now.pending.length;
  if (isThere) return { entered: to };
  return changes && { changes };
}
