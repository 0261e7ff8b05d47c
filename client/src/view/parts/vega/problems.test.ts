import { float64 } from "@uwdata/flechette";
import { expect, it } from "vitest";

import { frameOf } from "../../../../test/frames";
import { problemOf } from "./problems";
import type { Json } from "./spec";

const frame = frameOf([
  ["", "integer", [0], float64(), { is_index: true }],
  ["a", "number", [1], float64()],
  ["b.c", "number", [1], float64()],
]);
const with_ = (spec: Json) =>
  problemOf({ data: { name: "f" }, mark: "bar", ...spec }, { f: frame });
const x = (field: string) => ({ encoding: { x: { field, type: "quantitative" } } });

it("names a field that is not there, and those that are", () => {
  expect(with_(x("z"))).toBe('There is no field "z" in the data: it has "a", "b.c"');
  expect(with_({ layer: [x("a"), { mark: "bar", ...x("z") }] })).toContain('"z"');
  expect(with_({ encoding: { color: { condition: { param: "p", field: "z" } } } })).toContain(
    '"z"',
  );
  expect(with_({ mark: undefined, facet: { row: { field: "z" } }, spec: {} })).toContain('"z"');
  const inline = { data: { values: [{ a: 1 }, { b: 2 }] } };
  expect(with_({ ...inline, ...x("z") })).toBe(
    'There is no field "z" in the data: it has "a", "b"',
  );
});

it.each([
  x("a"),
  x("b\\.c"),
  x("a.part"),
  x("index"),
  { transform: [{ calculate: "datum.a", as: "z" }], ...x("z") },
  { transform: [{ fold: ["a"] }], ...x("value") },
  { transform: [{ aggregate: [{ op: "mean", field: "a", as: "z" }] }], ...x("z") },
  { transform: [{ pivot: "a", value: "b" }], ...x("z") },
  { encoding: { x: { field: { repeat: "column" } } } },
  { data: { sequence: { start: 0, stop: 9 } }, ...x("data") },
  { data: { url: "app/static/x.csv" }, ...x("z") },
])("finds nothing wrong with %j", (spec) => {
  expect(with_(spec)).toBeNull();
});

it("says what is to be done about data that are elsewhere, no rows, no marks, and Vega", () => {
  expect(with_({ data: { url: "https://example.com/x.csv" } })).toContain("pandas.read_csv");
  expect(problemOf({ mark: "bar" }, { f: { ...frame, rows: 0 } })).toContain("the table is empty");
  expect(with_({ mark: "column" })).toMatch(/no mark "column": there are "arc", .*"trail"$/);
  expect(with_({ mark: undefined })).toBeNull();
  expect(problemOf({ encoding: {} }, {})).toContain('it needs one of "mark"');
  const schema = "https://vega.github.io/schema/vega/v5.json";
  expect(with_({ $schema: schema })).toContain("and not in Vega-Lite");
});
