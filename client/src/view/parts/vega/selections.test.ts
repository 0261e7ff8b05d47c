import { expect, it } from "vitest";

import { compiled } from "./vega_library";
import { isSame, selectedOf, withSelections, withWholeNames, type Selections } from "./selections";
import type { Json } from "./spec";
import { clockOf } from "./times";

const none = () => null;

it("tells points as a list, ranges by field, and nothing as an empty dict", () => {
  expect(selectedOf({}, none)).toEqual({});
  expect(selectedOf(undefined, none)).toEqual({});
  expect(selectedOf({ a: [1, 2], b: ["x"] }, none)).toEqual({ a: [1, 2], b: ["x"] });
  const point = { c: ["u"], vlPoint: { or: [{ c: "u" }, { c: NaN }] } };
  expect(selectedOf(point, none)).toEqual([{ c: "u" }, { c: null }]);
});

it("tells moments as the table has them", () => {
  const clock = clockOf(null);
  const wall = Date.UTC(2024, 6, 1, 12);
  const shown = new Date(2024, 6, 1, 12).getTime();
  expect(selectedOf({ t: [shown, shown] }, () => clock)).toEqual({ t: [wall, wall] });
});

const unit = {
  data: {
    values: [
      { a: 1, c: "u" },
      { a: 2, c: "v" },
    ],
  },
  mark: "bar",
  encoding: { x: { field: "a", type: "quantitative" }, y: { field: "c", type: "nominal" } },
};
const params = [
  { name: "brush", select: { type: "interval", encodings: ["x"] } },
  { name: "names", select: { type: "interval", encodings: ["y"] } },
  { name: "at", select: { type: "point", fields: ["c"] } },
  { name: "mine", value: 3 },
];

function begun(spec: Json, selections: Selections): unknown[] {
  const copy = structuredClone(spec);
  withSelections(copy, compiled(structuredClone(spec), {}), selections, none);
  return (copy.params as Json[]).map(({ value }) => value);
}

it("begins a chart with what is selected", () => {
  const spec = { ...unit, params };
  const selections = { brush: { a: [1, 2] }, at: [{ c: "v" }], names: { c: ["u"] } };
  expect(begun(spec, selections)).toEqual([{ x: [1, 2] }, { y: ["u", "u"] }, [{ c: "v" }], 3]);
  expect(begun(spec, {})).toEqual([undefined, undefined, undefined, 3]);
});

it("takes back what a chart would begin with, if nothing is selected", () => {
  const spec = { ...unit, params: [{ ...params[0], value: { x: [1, 2] } }] };
  expect(begun(spec, { brush: {} })).toEqual([undefined]);
  expect(begun(spec, {})).toEqual([{ x: [1, 2] }]);
});

it("has a range of names reach to the end of the last", () => {
  const spec = { ...unit, params: [{ ...params[1], value: { y: ["u", 'v"]'] } }] };
  const vega = compiled(structuredClone(spec), {});
  withWholeNames(vega, ["names"]);
  const signal = (vega.signals as Json[]).find(({ name }) => name === "names_y")!;
  expect(signal.init).toBe('[scale("y", "u"), scale("y", "v\\"]") + bandwidth("y")]');
});

it("takes numbers for the same that a scale has rounded", () => {
  expect(isSame({ a: [0.1 + 0.2, 1] }, { a: [0.3, 1] })).toBe(true);
  expect(isSame({ a: [0.3, 1] }, { a: [0.301, 1] })).toBe(false);
  expect(isSame([{ a: 1 }], [{ a: 1, b: 2 }])).toBe(false);
  expect(isSame({}, [])).toBe(false);
  expect(isSame(null, {})).toBe(false);
});

it("names an expression that is none", () => {
  const spec = { ...unit, transform: [{ calculate: "datum.a +* 2", as: "q" }] };
  expect(() => compiled(spec, {})).toThrow('Unexpected token * in "datum.a +* 2"');
});
