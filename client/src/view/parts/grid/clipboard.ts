/** What is pasted into a grid: a range of texts, cell by cell, and what is longer than the grid as new rows. */

import type { Change, Editing, GridProps, Place, Plain } from "./view";

const TRUE = new Set(["true", "yes", "y", "1", "on", "x", "✓"]);
const FALSE = new Set(["false", "no", "n", "0", "off", ""]);

/** Put texts into the cells from `target` on, as one change; what does not fit a cell leaves it alone. */
export function takeRange(
  editing: Editing,
  { columns, rows }: Pick<GridProps, "columns" | "rows">,
  [left, top]: Place,
  texts: readonly (readonly string[])[],
): void {
  const changes: Change[] = [];
  const added: Map<number, Plain>[] = [];
  texts.forEach((line, down) => {
    const row = top + down;
    const isNew = row >= rows;
    const values = new Map<number, Plain>();
    line.slice(0, columns.length - left).forEach((text, across) => {
      const column = left + across;
      // A new row is read as the cells above it are.
      const value = valueOf(editing, column, isNew ? Math.max(rows - 1, 0) : row, text);
      if (value === undefined) return;
      if (isNew) values.set(column, value);
      else changes.push({ column, row, value });
    });
    if (isNew && editing.addRows) added.push(values);
  });
  if (changes.length + added.length > 0) editing.change(changes, added);
}

/** Return what a text sets a cell to; undefined if it fits none. */
function valueOf(editing: Editing, column: number, row: number, text: string): Plain | undefined {
  if (editing.isTickable(column, row)) {
    const word = text.trim().toLowerCase();
    return TRUE.has(word) ? true : FALSE.has(word) ? false : undefined;
  }
  const parsed = editing.editorOf(column, row)?.parse(text);
  return parsed && "value" in parsed ? parsed.value : undefined;
}
