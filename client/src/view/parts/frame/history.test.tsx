import { expect, test } from "vitest";

import { untouched, type Entered } from "../../frames/edits";
import { History } from "./history";

const of = (mark: string, value: number | null): Entered => ({
  state: { ...untouched(mark), cells: value === null ? [] : [[0, 0, value]] },
  pending: [],
});
const change = (value: number) => [{ row: 0, column: 0, value }];

test("what was done is undone and done again, step by step", () => {
  const history = new History();
  history.note({ before: of("m", null), after: of("m", 1), back: change(0), forth: change(1) });
  history.note({ before: of("m", 1), after: of("m", 2), back: change(1), forth: change(2) });
  expect(history.undo(of("m", 2))).toEqual({ changes: change(1) });
  expect(history.undo(of("m", 1))).toEqual({ changes: change(0) });
  expect(history.undo(of("m", 0))).toBeNull();
  expect(history.redo(of("m", 0))).toEqual({ changes: change(1) });
});

test("rows that were added or deleted are taken back as a whole", () => {
  const history = new History();
  history.note({ before: of("m", null), after: of("m", 1), back: null, forth: null });
  expect(history.undo(of("m", 1))).toEqual({ entered: of("m", null) });
  expect(history.redo(of("m", null))).toEqual({ entered: of("m", 1) });
});

test("in data that has changed cells are set back, and rows are not", () => {
  const history = new History();
  history.note({ before: of("m", null), after: of("m", 1), back: change(0), forth: change(1) });
  expect(history.undo(of("n", null))).toEqual({ changes: change(0) });
  history.note({ before: of("m", null), after: of("m", 1), back: null, forth: null });
  expect(history.undo(of("n", null))).toBeNull();
});

test("what is done anew ends what could be done again", () => {
  const history = new History();
  history.note({ before: of("m", null), after: of("m", 1), back: null, forth: null });
  history.undo(of("m", 1));
  history.note({ before: of("m", null), after: of("m", 2), back: null, forth: null });
  expect(history.redo(of("m", 2))).toBeNull();
});
