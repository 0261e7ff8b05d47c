/** Editors: what a text says in a cell. */

import { describe, expect, it } from "vitest";

import type { ColumnOptions } from "../../../core/wire.gen";
import { shownColumns, type Column } from "../../frames/columns";
import { canEdit, editorFor, parse } from "./editors";

type Data = Column["data"];

function columnOf(data: Data, options: ColumnOptions = {}): Column {
  const frame = { rows: 0, blocks: [], columns: [{ name: "a", kind: data, options }] };
  return shownColumns(frame, { order: null, hide_index: null, selectsRows: false })[0]!;
}

describe("what is typed or pasted into a cell", () => {
  it.each<[Data, ColumnOptions, string, unknown]>([
    ["text", {}, "a b", "a b"],
    ["text", {}, "", ""],
    ["integer", {}, "12", 12],
    ["integer", {}, "1,234", 1234],
    ["integer", {}, "9007199254740993", "9007199254740993"],
    ["integer", {}, "", null],
    ["number", {}, "1.5e3", 1500],
    ["number", {}, "$1,234.50", 1234.5],
    ["number", {}, "1.234,50", 1234.5],
    ["number", {}, "3,5", 3.5],
    ["number", {}, "(12)", -12],
    ["number", {}, "25%", 0.25],
    ["decimal", {}, "1.10", "1.10"],
    ["text", { type: "selectbox", options: [{ value: 1, label: "one" }] }, "one", 1],
    ["text", { type: "selectbox", options: [{ value: 1, label: "one" }] }, "1", 1],
    ["list", {}, "a, b", ["a", "b"]],
    ["list", {}, '["a,b", 2]', ["a,b", "2"]],
    ["date", {}, "2024-2-29", "2024-02-29"],
    ["date", {}, "31.12.2024", "2024-12-31"],
    ["date", {}, "12/31/2024", "2024-12-31"],
    ["date", {}, "Dec 31, 2024", "2024-12-31"],
    ["time", {}, "9:05", "09:05:00"],
    ["time", {}, "9:05 pm", "21:05:00"],
    ["datetime", {}, "2024-12-31T23:59", "2024-12-31T23:59:00"],
    ["datetime", {}, "2024-12-31", "2024-12-31T00:00:00"],
    ["datetime", {}, "2024-12-31 23:59:58.5", "2024-12-31T23:59:58.5"],
  ])("%s %o: %s is %s", (data, options, text, value) => {
    expect(parse(text, columnOf(data, options))).toEqual({ value });
  });

  it.each<[Data, ColumnOptions, string, string]>([
    ["text", { required: true }, " ", "This cell cannot be empty"],
    ["text", { max_chars: 2 }, "abc", "At most 2 characters"],
    ["text", { validate: "^a" }, "b", "This does not have the right form"],
    ["integer", {}, "1.5", "This is no whole number"],
    ["number", {}, "1e", "This is no number"],
    ["number", { min_value: 1 }, "0", "At least 1"],
    ["number", { max_value: 1 }, "2", "At most 1"],
    ["text", { type: "selectbox", options: [{ value: "x" }] }, "y", "This is none of the options"],
    [
      "list",
      { type: "multiselect", options: [{ value: "x" }] },
      "x, y",
      '"y" is none of the options',
    ],
    ["date", {}, "2023-02-29", "Not understood: write it like 2024-12-31"],
    ["date", { min_value: "2024-01-01" }, "2023-12-31", "Not before 2024-01-01"],
    [
      "datetime",
      { max_value: "2024-01-01T12:00:00" },
      "2024-01-01 12:00:01",
      "Not after 2024-01-01 12:00:00",
    ],
    ["time", {}, "24:00", "Not understood: write it like 23:59"],
  ])("%s %o: %s is refused: %s", (data, options, text, problem) => {
    expect(parse(text, columnOf(data, options))).toEqual({ problem });
  });
});

it("has no editor where a cell is ticked, or only shown", () => {
  expect(editorFor(columnOf("boolean"), true)).toBeNull();
  expect(editorFor(columnOf("text", { type: "image" }), "x")).toBeNull();
  expect(canEdit(columnOf("bytes"))).toBe(false);
  expect(canEdit(columnOf("text", { disabled: true }))).toBe(false);
  expect(canEdit(columnOf("boolean"))).toBe(true);
});
