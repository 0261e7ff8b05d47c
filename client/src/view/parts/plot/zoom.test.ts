import { expect, test } from "vitest";

import { numberOf, roundIn } from "./axes";
import { ALL, moved, scaled } from "./zoom";

test("a zoom is around the middle and never beyond the ends", () => {
  expect(scaled(ALL, 0.5)).toEqual({ start: 25, end: 75 });
  expect(scaled({ start: 25, end: 75 }, 4)).toEqual(ALL);
  expect(moved({ start: 25, end: 75 }, 0.25)).toEqual({ start: 37.5, end: 87.5 });
  expect(moved({ start: 50, end: 100 }, 0.25)).toEqual({ start: 50, end: 100 });
});

test("there is always something in sight", () => {
  let part = ALL;
  for (let times = 0; times < 100; times++) part = scaled(part, 0.5);
  expect(part.end).toBeGreaterThan(part.start);
});

test("numbers of an axis are round, and within it", () => {
  expect(roundIn([0, 19], 6)).toEqual([0, 5, 10, 15]);
  expect(roundIn([0.12, 0.34], 4)).toEqual([0.2, 0.3]);
  expect(roundIn([5, 5], 4)).toEqual([5]);
});

test("numbers are told as exactly as they can be read", () => {
  expect(numberOf(1234567.891)).toBe("1,234,567.89");
  expect(numberOf(0.1234567)).toBe("0.123457");
  expect(numberOf(2 ** 60)).toBe("1.1529e+18");
});
