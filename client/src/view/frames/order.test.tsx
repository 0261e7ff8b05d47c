/** Order: rows sorted by a column, and found by a text. */

import { bool, float64, int64, utf8 } from "@uwdata/flechette";
import { describe, expect, it } from "vitest";

import { frameOf, type TestColumn } from "../../../test/frames";
import { findRows, sortRows } from "./order";
import { FrameSource } from "./source";

const never = () => Promise.reject(new Error("nothing is to be loaded"));
const going = () => new AbortController().signal;

const sorted = async (column: TestColumn, descending = false) => {
  const source = new FrameSource(frameOf([column]), never);
  return [...(await sortRows(source, 0, descending, going()))];
};

describe("sorting", () => {
  it.each<[string, TestColumn, number[], number[]]>([
    ["numbers", ["a", "number", [2, NaN, 1, null, 3], float64()], [2, 0, 4, 1, 3], [4, 0, 2, 1, 3]],
    [
      "whole numbers that differ in their last digit",
      ["a", "integer", [9007199254740993n, 9007199254740992n], int64()],
      [1, 0],
      [0, 1],
    ],
    ["texts", ["a", "text", ["b", null, "a", "b"], utf8()], [2, 0, 3, 1], [0, 3, 2, 1]],
    ["truths", ["a", "boolean", [true, false, null], bool()], [1, 0, 2], [0, 1, 2]],
  ])("%s: what is missing comes last, equal ones stay", async (_, column, up, down) => {
    expect(await sorted(column)).toEqual(up);
    expect(await sorted(column, true)).toEqual(down);
  });

  it("lets the page have its turn, and ends when nobody waits any more", async () => {
    const count = 200_000;
    const values = Float64Array.from({ length: count }, (_, row) => (row * 7919) % count);
    const source = new FrameSource(frameOf([["a", "number", [...values], float64()]]), never);
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    const order = await sortRows(source, 0, false, going());
    clearInterval(timer);
    expect(values[order[0]!]).toBe(0);
    expect(values[order[count - 1]!]).toBe(count - 1);
    expect(turns).toBeGreaterThan(3);
    const control = new AbortController();
    const left = sortRows(source, 0, false, control.signal);
    control.abort();
    await expect(left).rejects.toThrow();
  });
});

it("finds rows by any part of any cell, however it is written", async () => {
  const cells = [
    ["Anna", "x"],
    ["Bob", "Hannah"],
    ["Carl", "y"],
  ];
  const textAt = (column: number, row: number) => cells[row]![column]!;
  expect(await findRows(textAt, [0, 1], 3, "ANN", going())).toEqual([0, 1]);
  expect(await findRows(textAt, [0], 3, "ann", going())).toEqual([0]);
});
