/** Notes: what a table that is edited says below itself. */

import type { Frame } from "../../../core/wire.gen";
import type { Left, RefusedTexts, Stuck } from "./editing";

interface NotesProps {
  frame: Frame;
  /** The columns in which rows that were added still need a value. */
  missing: readonly number[];
  left: Left | null;
  refused: RefusedTexts;
  stuck: Stuck | null;
}

/** Texts that are said one by one; of others it is said how many they are. */
const MOST = 5;

/** Draw them. */
export function Notes({ frame, missing, left, refused, stuck }: NotesProps) {
  const titleOf = (number: number) => {
    const { name, options } = frame.columns[number]!;
    return `“${options?.label ?? (name || "index")}”`;
  };
  return (
    <div role="status" className="st-frame-notes">
      {missing.length > 0 && (
        <p>A row that was added counts once it has a value in {missing.map(titleOf).join(", ")}.</p>
      )}
      {stuck && (
        <p>
          {stuck.isPart ? "Some of that step" : "That step"} can no longer be{" "}
          {stuck.isUndo ? "undone" : "done again"}: the rows or values are not there any more.
        </p>
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
      {refused.texts.length > 0 && (
        <div className="st-frame-left">
          <p>
            {told(refused.texts)}{" "}
            <button type="button" onClick={refused.forget}>
              Dismiss
            </button>
          </p>
          <ul>
            {refused.texts.slice(0, MOST).map(({ column, text, problem }, place) => (
              <li key={place}>
                {[
                  text === "" ? "" : `“${text}”`,
                  column !== null && frame.columns[column] ? titleOf(column) : "",
                ]
                  .filter(Boolean)
                  .join(" in ")}
                : {problem}
              </li>
            ))}
            {refused.texts.length > MOST && <li>and {refused.texts.length - MOST} more</li>}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Say how many texts were not taken, or cells not emptied. */
function told(texts: RefusedTexts["texts"]): string {
  const isOne = texts.length === 1;
  const were = isOne ? "was" : "were";
  if (texts.every(({ text }) => text === ""))
    return `${isOne ? "A cell" : `${texts.length} cells`} ${were} not emptied:`;
  return `${isOne ? "A text" : `${texts.length} texts`} that you pasted ${were} not taken:`;
}
