/** Cells: what a value looks like in a column of each kind. */

import { bool, float64, int64, list, struct, timestamp, utf8 } from "@uwdata/flechette";
import { describe, expect, it } from "vitest";

import type { ColumnOptions } from "../../core/wire.gen";
import { frameOf, type TestColumn } from "../../../test/frames";
import { cellOf, type Cell } from "./cells";
import { shownColumns } from "./columns";
import { FrameSource } from "./source";

const NOW = Date.UTC(2024, 0, 3);
const never = () => Promise.reject(new Error("nothing is to be loaded"));

function cellIn(column: TestColumn, options: ColumnOptions = {}, rest: object = {}): Cell {
  const [name, kind, values, type, more] = column;
  const frame = frameOf([[name, kind, values, type, { ...more, options }]]);
  const source = new FrameSource(frame, never);
  const shown = shownColumns(frame, { order: null, hide_index: null, selectsRows: false })[0]!;
  const context = { placeholder: "None", now: NOW, ...rest };
  return cellOf(source.at(0, 0), shown, source.typeOf(0)!, context);
}

const number = (value: unknown): TestColumn => ["a", "number", [value], float64()];
const text = (value: unknown): TestColumn => ["a", "text", [value], utf8()];
const moment = (value: number, zone?: string): TestColumn => [
  "a",
  "datetime",
  [value],
  timestamp(1, zone ?? null),
  { zone: zone ?? null },
];

type Case = [what: string, TestColumn, ColumnOptions, object];
type Colors = string | string[] | null;

/** Each option of three, in what colours it is said to be, and in what it is. */
const DYED: [said: Colors, shown: (string | null)[]][] = [
  [
    ["red", "#abc"],
    ["red", "#abc", "red"],
  ],
  ["auto", ["blue", "green", "orange"]],
  ["primary", ["primary", "primary", "primary"]],
  [[], [null, null, null]],
  [null, [null, null, null]],
];

describe("what a cell shows", () => {
  it.each<Case>([
    [
      "a number, to the right",
      number(1.23456),
      {},
      { kind: "text", text: "1.2346", align: "right" },
    ],
    [
      "one in a format",
      number(1234.5),
      { format: "%.2f €" },
      { text: "1234.50 €", copy: "1234.5" },
    ],
    [
      "a whole number that would be rounded is in no format",
      ["a", "integer", [9007199254740993n], int64()],
      { format: "plain" },
      { text: "9007199254740993" },
    ],
    ["nothing", number(null), {}, { kind: "text", text: "None", isMissing: true, copy: "" }],
    ["no truth", ["a", "boolean", [null], bool()], {}, { kind: "checkbox", checked: null }],
    ["a truth", ["a", "boolean", [true], bool()], {}, { kind: "checkbox", checked: true }],
    [
      "an option, by its label",
      text("x"),
      { type: "selectbox", options: [{ value: "x", label: "X!" }] },
      { text: "X!", copy: "x" },
    ],
    [
      "tags in the colors of their options",
      ["a", "list", [["x", "z"]], list(utf8())],
      { type: "multiselect", options: [{ value: "x", label: "X" }], color: ["red"] },
      {
        kind: "bubbles",
        items: [
          { text: "X", color: "red" },
          { text: "z", color: null },
        ],
      },
    ],
    ...DYED.map(
      ([color, shown]): Case => [
        `tags of three options in ${JSON.stringify(color)}`,
        ["a", "list", [["x", "y", "z"]], list(utf8())],
        { type: "multiselect", options: ["x", "y", "z"].map((value) => ({ value })), color },
        { items: ["x", "y", "z"].map((text, place) => ({ text, color: shown[place] })) },
      ],
    ),
    [
      "a list in a text",
      text("a, b"),
      { type: "list" },
      {
        items: [
          { text: "a", color: null },
          { text: "b", color: null },
        ],
      },
    ],
    [
      "a link by a part of it",
      text("https://x.org/u/A%20b"),
      { type: "link", display_text: "u/(.*)" },
      { kind: "link", text: "A b", href: "https://x.org/u/A%20b" },
    ],
    [
      "a link by a word",
      text("https://x.org"),
      { type: "link", display_text: "open" },
      { text: "open" },
    ],
    [
      "a film by its name",
      text("https://x.org/a/film.mp4?x=1"),
      { type: "video" },
      { kind: "media", text: "film.mp4" },
    ],
    [
      "a share",
      number(0.25),
      { type: "progress" },
      { kind: "progress", share: 0.25, text: "25%", color: null },
    ],
    [
      "a share between bounds, and no further",
      number(150),
      { type: "progress", min_value: 0, max_value: 100, format: "%d", color: "auto" },
      { share: 1, text: "150", color: "green" },
    ],
    [
      "a line, with its gap",
      ["a", "list", [[3, null, 1]], list(float64())],
      { type: "line_chart", color: "auto" },
      { kind: "chart", type: "line", values: [3, null, 1], low: 1, high: 3, color: "red" },
    ],
    [
      "bars, from nothing on",
      ["a", "list", [[3, 1]], list(float64())],
      { type: "bar_chart", y_max: 9 },
      { type: "bar", low: 0, high: 9 },
    ],
    ["a record", ["a", "struct", [{ x: 1 }], struct({ x: float64() })], {}, { text: '{"x":1}' }],
    ["a day of a moment", moment(NOW), { type: "date" }, { text: "2024-01-03" }],
    ["the clock of a moment", moment(NOW + 1000), { type: "time" }, { text: "00:00:01" }],
    ["a moment in a format", moment(NOW), { format: "D MMM YYYY" }, { text: "3 Jan 2024" }],
    [
      "a moment in its zone",
      moment(NOW, "America/New_York"),
      { format: "YYYY-MM-DD HH:mm" },
      { text: "2024-01-02 19:00" },
    ],
    [
      "a moment in a zone of the script's",
      moment(NOW, "UTC"),
      { timezone: "Asia/Tokyo" },
      { text: "2024-01-03 09:00:00+09:00" },
    ],
    [
      "Markdown, as its source",
      text("**x**"),
      { type: "markdown" },
      { text: "**x**", isMarkdown: true },
    ],
  ])("%s", (_, column, options, cell) => {
    expect(cellIn(column, options)).toMatchObject(cell);
  });

  it("is what a Styler says instead, in its look", () => {
    const look = { color: "red" };
    const cell = cellIn(number(1), {}, { text: "one!", look });
    expect(cell).toMatchObject({ kind: "text", text: "one!", copy: "one!", look });
  });
});

it.each<[ColumnOptions, string]>([
  [{ type: "date", format: "DD.MM.YYYY" }, "2024-01-02"],
  [{ type: "date", timezone: "+01:00" }, "2024-01-03"],
  [{ type: "time" }, "23:30:00"],
  [{}, "2024-01-02 23:30:00"],
])("is copied as the kind of its column: a moment in %j as %s", (options, copy) => {
  const zone = options.timezone ? "UTC" : undefined;
  expect(cellIn(moment(Date.UTC(2024, 0, 2, 23, 30), zone), options).copy).toMatch(
    new RegExp(`^${copy}`),
  );
});
