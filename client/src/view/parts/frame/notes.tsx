/** Notes: what a table that is edited says below itself. */

import type { Frame } from "../../../core/wire.gen";
import type { Left } from "./editing";

interface NotesProps {
  frame: Frame;
  /** The columns in which rows that were added still need a value. */
  missing: readonly number[];
  left: Left | null;
}

/** Draw them. */
export function Notes({ frame, missing, left }: NotesProps) {
  const titleOf = (number: number) => {
    const { name, options } = frame.columns[number]!;
    return `“${options?.label ?? (name || "index")}”`;
  };
  return (
    <div role="status" className="st-frame-notes">
      {missing.length > 0 && (
        <p>A row that was added counts once it has a value in {missing.map(titleOf).join(", ")}.</p>
      )}
      {left && (
        <p className="st-frame-left">
          “{left.text}” was not entered in {titleOf(left.column)}: {left.problem}.{" "}
          <button type="button" onClick={left.resume}>
            Edit
          </button>{" "}
          <button type="button" onClick={left.forget}>
            Discard
          </button>
        </p>
      )}
    </div>
  );
}
