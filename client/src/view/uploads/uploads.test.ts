import { expect, it } from "vitest";

import { fits, sizeOf } from "./uploads";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1 KB"],
  [1234, "1.2 KB"],
  [200_000_000, "200 MB"],
  [9_960_000_000, "10 GB"],
])("writes %d bytes as %s", (bytes, text) => expect(sizeOf(bytes)).toBe(text));

it.each([
  ["a.csv", "", [], true],
  ["A.CSV", "", [".csv"], true],
  ["a.csv.exe", "text/csv", [".csv"], false],
  ["a.png", "image/png", ["image/*"], true],
  ["a.png", "image/png", ["image/jpeg"], false],
  ["a", "", ["image/*"], true],
])("tells whether %s of type %s is one of %j: %j", (name, type, types, is) =>
  expect(fits(name, type, types)).toBe(is),
);
