import { describe, expect, it } from "vitest";

import { type FilterMode, filterOptions } from "./filter";

const FRUIT = ["apple", "banana", "Cherry", "avocado", "Blood orange", "apple pie"];

describe("filterOptions", () => {
  it.each<[FilterMode, string, string[]]>([
    ["fuzzy", "", FRUIT],
    ["fuzzy", "  ", FRUIT],
    ["fuzzy", "an", ["banana", "Blood orange"]],
    ["fuzzy", "CHE", ["Cherry"]],
    ["fuzzy", "bo", ["Blood orange"]],
    ["fuzzy", "ao", ["avocado"]],
    ["fuzzy", "pie", ["apple pie"]],
    ["fuzzy", "apple", ["apple", "apple pie"]],
    ["fuzzy", "zzz", []],
    ["contains", "an", ["banana", "Blood orange"]],
    ["contains", "ao", []],
    ["prefix", "a", ["apple", "avocado", "apple pie"]],
    ["prefix", "pie", []],
  ])("%s with %j gives %j", (mode, query, expected) => {
    expect(filterOptions(FRUIT, query, mode).map((at) => FRUIT[at])).toEqual(expected);
  });

  it("puts whole words before scattered letters, and beginnings before middles", () => {
    const options = ["a-b-c", "xabc", "abc", "a b c d"];
    const found = filterOptions(options, "abc", "fuzzy").map((at) => options[at]);
    expect(found.slice(0, 2)).toEqual(["abc", "xabc"]);
  });

  it("keeps equal options apart", () => {
    expect(filterOptions(["A", "A", "B"], "a", "fuzzy")).toEqual([0, 1]);
  });
});
