/** Every box has its size from one place. */

import { expect, it } from "vitest";

import { sized } from "./size";

it.each<[string | number, string | number | null, ReturnType<typeof sized>]>([
  ["stretch", null, { className: " st-width-stretch", style: {}, isFixed: false }],
  ["content", "content", { className: " st-width-content", style: {}, isFixed: false }],
  [
    300,
    "stretch",
    { className: " st-width-fixed st-height-stretch", style: { width: 300 }, isFixed: false },
  ],
  ["auto", 200, { className: " st-width-auto", style: { height: 200 }, isFixed: true }],
  [300, 200, { className: " st-width-fixed", style: { width: 300, height: 200 }, isFixed: true }],
])("of width %s and height %s", (width, height, expected) => {
  expect(sized(width, height)).toEqual(expected);
});
