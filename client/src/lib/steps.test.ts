import { expect, it } from "vitest";

import { addExactly, decimalsOf, snap } from "./steps";

it.each([
  [1, 0],
  [0.25, 2],
  [1e-7, 7],
  [1.5e-7, 8],
  [1e21, 0],
])("%d has %d decimals", (value, places) => {
  expect(decimalsOf(value)).toBe(places);
});

it.each([
  [0.1, 0.2, 0.3],
  [0.7, -0.1, 0.6],
  [1.005, 0.01, 1.015],
  [1e-7, 2e-7, 3e-7],
  [9007199254740990, 1, 9007199254740991],
])("%d plus %d is %d", (left, right, sum) => {
  expect(addExactly(left, right)).toBe(sum);
});

it.each([
  [0.31, 0, 1, 0.1, 0.3],
  [7, 1, 10, 5, 6], // steps are counted from the low end
  [9.9, 1, 10, 5, 10], // the high end can always be reached
  [8, 1, 10, 5, 6],
  [-3, 0, 10, 1, 0],
  [12, 0, 10, 1, 10],
  [5, 5, 5, 1, 5],
])("%d snaps between %d and %d by %d to %d", (value, low, high, step, snapped) => {
  expect(snap(value, low, high, step)).toBe(snapped);
});
