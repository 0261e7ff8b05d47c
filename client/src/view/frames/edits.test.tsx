import { expect, test } from "vitest";

import {
  addRows,
  cellsOf,
  deleteRows,
  nextKey,
  restoreRows,
  setCells,
  untouched,
  type Entered,
  type Form,
} from "./edits";

const FORM: Form = { rows: 3, required: [0] };
const NOTHING: Entered = { state: untouched("m"), pending: [] };

test("cells are set in the order of their places, and the last value counts", () => {
  const changes = [
    { row: 2, column: 1, value: 5 },
    { row: 0, column: 1, value: 6 },
    { row: 2, column: 1, value: 7 },
  ];
  expect(setCells(NOTHING, changes, FORM).state.cells).toEqual([
    [0, 1, 6],
    [2, 1, 7],
  ]);
});

test("a row that is added counts once it has what it must have, and goes along then", () => {
  const begun = addRows(NOTHING, [new Map([[1, 5]])], 1, FORM);
  expect(begun.state.added).toEqual([]);
  expect(begun.pending).toEqual([[1, [[1, 5]]]]);
  expect(cellsOf(begun, FORM.rows).get(3)?.get(1)).toBe(5);
  const whole = setCells(begun, [{ row: 3, column: 0, value: "x" }], FORM);
  expect(whole.pending).toEqual([]);
  expect(whole.state.added).toEqual([
    [
      1,
      [
        [0, "x"],
        [1, 5],
      ],
    ],
  ]);
});

test("rows are deleted wherever they are, with what was set in them", () => {
  const set = setCells(NOTHING, [{ row: 1, column: 1, value: 5 }], FORM);
  const more = addRows(set, [new Map([[0, "a"]]), new Map([[0, "b"]]), new Map()], 1, FORM);
  const left = deleteRows(more, [1, 3, 5], FORM);
  expect(left.state).toEqual({ mark: "m", cells: [], added: [[2, [[0, "b"]]]], deleted: [1] });
  expect(left.pending).toEqual([]);
});

test("a key is never given twice, not even that of a row that is gone", () => {
  const added = addRows(NOTHING, [new Map([[0, "a"]])], nextKey(NOTHING, 0), FORM);
  expect(nextKey(added, 0)).toBe(2);
  expect(nextKey(deleteRows(added, [3], FORM), 1)).toBe(2);
});

test("rows that were deleted come back with what was set in them, and others stay", () => {
  const left = deleteRows(setCells(NOTHING, [{ row: 0, column: 1, value: 4 }], FORM), [0, 1], FORM);
  expect(restoreRows(left, new Map([[0, new Map([[1, 4]])]])).state).toEqual({
    mark: "m",
    cells: [[0, 1, 4]],
    added: [],
    deleted: [1],
  });
});
