import { expect, it } from "vitest";

import { isCrowded } from "./labels";
import type { Json } from "./spec";

const tables = (names: readonly string[]) => ({
  f: { rows: names.map((c) => ({ c })), clocks: new Map() },
});
const bar = (x: Json) => ({
  data: { name: "f" },
  mark: "bar",
  encoding: { x: { field: "c", ...x } },
});
const LONG = Array.from({ length: 6 }, (_, place) => `A long category ${place}`);

it("turns names that have no room side by side, and no others", () => {
  const nominal = bar({ type: "nominal" });
  expect(isCrowded(nominal, tables(LONG), 400)).toBe(true);
  expect(isCrowded(nominal, tables(LONG), 1000)).toBe(false);
  expect(isCrowded(nominal, tables(["a", "b"]), 400)).toBe(false);
  expect(isCrowded(bar({ type: "quantitative" }), tables(LONG), 400)).toBe(false);
  expect(isCrowded(bar({ type: "ordinal", timeUnit: "year" }), tables(LONG), 400)).toBe(false);
  const many = Array.from({ length: 50 }, (_, place) => `Name ${place}`);
  expect(isCrowded(nominal, tables(many), 400)).toBe(false);
});
