/** What is pasted into a grid: a range of texts, cell by cell, and what is longer than the grid as new rows. */

import type { Change, Editing, Editor, GridProps, Place, Plain, Refused } from "./view";

const TRUE = new Set(["true", "yes", "y", "1", "on", "x", "✓"]);
const FALSE = new Set(["false", "no", "n", "0", "off", ""]);

/**
 * Put texts into the cells from `target` on, as one change. What does not fit a cell leaves it alone,
 * and is said.
 */
export function takeRange(
  editing: Editing,
  { columns, rows }: Pick<GridProps, "columns" | "rows">,
  [left, top]: Place,
  texts: readonly (readonly string[])[],
): void {
  const changes: Change[] = [];
  const added: Map<number, Plain>[] = [];
  const refused: Refused[] = [];
  // Spreadsheets end the last row as they end all others: what follows is none.
  const last = texts.length - 1;
  const isEnded = last > 0 && texts[last]!.join("\t") === "";
  texts.slice(0, isEnded ? last : undefined).forEach((line, down) => {
    const row = top + down;
    const isNew = row >= rows;
    const values = new Map<number, Plain>();
    line.forEach((text, across) => {
      const column = left + across;
      const isThere = column < columns.length && (!isNew || editing.addRows !== null);
      if (!isThere) {
        if (text !== "") refused.push({ column: null, text, problem: "The table ends before it" });
        return;
      }
      // A new row is read as the cells above it are.
      const read = readIn(editing, column, isNew ? Math.max(rows - 1, 0) : row, text);
      if ("problem" in read) refused.push({ column, text, problem: read.problem });
      else if (isNew) values.set(column, read.value);
      else changes.push({ column, row, value: read.value });
    });
    if (isNew && editing.addRows) added.push(values);
  });
  if (changes.length + added.length > 0) editing.change(changes, added);
  editing.refuse(refused);
}

/** Return what a text sets a cell to, or why it fits none. */
function readIn(
  editing: Editing,
  column: number,
  row: number,
  text: string,
): ReturnType<Editor["parse"]> {
  if (editing.isTickable(column, row)) {
    const word = text.trim().toLowerCase();
    if (TRUE.has(word)) return { value: true };
    return FALSE.has(word) ? { value: false } : { problem: "This is neither yes nor no" };
  }
  const read = editing.editorOf(column, row)?.parse(text);
  return read ?? { problem: "This column cannot be edited" };
}
