/** Editors: what a text says in a cell. */

import { describe, expect, it } from "vitest";

import type { ColumnOptions } from "../../../core/wire.gen";
import { shownColumns, type Column } from "../../frames/columns";
import type { ColumnType } from "../../frames/types";
import { canEdit, comparable, editorFor, parse, plainOf } from "./editors";

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
    ["date", {}, "12242025", "2025-12-24"],
    ["date", {}, "20251224", "2025-12-24"],
    ["date", { format: "DD.MM.YYYY" }, "24122025", "2025-12-24"],
    ["date", { format: "DD/MM/YYYY" }, "03/04/2025", "2025-04-03"],
    ["date", { format: "MM/DD/YYYY" }, "03/04/2025", "2025-03-04"],
    ["datetime", {}, "12242025 0930", "2025-12-24T09:30:00"],
    ["time", {}, "0930", "09:30:00"],
    ["time", {}, "10:00:00+01:00", "10:00:00"],
    ["text", { validate: "^\\-(?P<a>a)\\Z" }, "only Python knows", "only Python knows"],
    ["text", { validate: "^a\\-" }, "a-", "a-"],
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
    ["text", { validate: "^a" }, "b", "This does not have the form ^a"],
    ["text", { validate: "(" }, "b", "The form of this column is no regular expression: ("],
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
    ["date", {}, "2242025", "Not understood: write it like 2024-12-31"],
    ["date", {}, "13132025", "Not understood: write it like 2024-12-31"],
    ["date", {}, "24/12/2025", "Not understood: write it like 2024-12-31"],
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

describe("the value that an editor opens with", () => {
  const at = BigInt(Date.UTC(2024, 0, 2, 23, 30));
  const moment: ColumnType = { form: "datetime", ticks: 1000n, scale: 0, zone: null, children: [] };
  const day: ColumnType = { ...moment, form: "date" };

  it.each<[Data, ColumnOptions, unknown, ColumnType, string]>([
    ["datetime", { type: "date" }, at, moment, "2024-01-02"],
    ["datetime", { type: "time" }, at, moment, "23:30:00"],
    ["datetime", {}, at, moment, "2024-01-02T23:30:00"],
    [
      "datetime",
      { type: "date", timezone: "+01:00" },
      at,
      { ...moment, zone: "UTC" },
      "2024-01-03",
    ],
    ["datetime", { timezone: "+01:00" }, at, { ...moment, zone: "UTC" }, "2024-01-03T00:30:00"],
    ["date", { type: "datetime" }, Date.UTC(2024, 0, 2), day, "2024-01-02T00:00:00"],
  ])("of %s in %j is what its column shows", (data, options, value, type, plain) => {
    const column = columnOf(data, options);
    const whole = plainOf(value, column, type);
    expect(editorFor(column, whole)!.value).toBe(plain);
    expect(parse(plain, column)).toEqual({ value: plain });
  });
});

describe("what a value says", () => {
  it.each<[Data, ColumnOptions, unknown, unknown]>([
    ["decimal", {}, "1.5", "1.50"],
    ["number", {}, 3, "3.0"],
    ["datetime", {}, "2024-01-02T10:00", "2024-01-02 10:00:00"],
    ["datetime", { type: "date" }, "2024-01-02", "2024-01-02 00:00:00"],
    ["time", {}, "10:00", "10:00:00.000000"],
    ["list", {}, ["1", "2"], [1, 2]],
    ["text", {}, "", null],
  ])("is the same in %s %j for %j and %j", (data, options, typed, given) => {
    const column = columnOf(data, options);
    expect(comparable(typed as string, column)).toBe(comparable(given as string, column));
  });

  it("is another for another value, and for a text with other digits", () => {
    expect(comparable(0, columnOf("number"))).not.toBe(comparable(null, columnOf("number")));
    expect(comparable("1.5", columnOf("text"))).not.toBe(comparable("1.50", columnOf("text")));
  });
});
