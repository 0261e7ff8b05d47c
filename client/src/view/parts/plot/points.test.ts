import { expect, test } from "vitest";

import { linesOf, rangeOf, refined } from "./points";
import { stacked } from "./stacking";

const of = (...values: number[]) => Float64Array.from(values);
const series = [
  { name: "a", points: 3 },
  { name: "b", points: 1 },
];
const columns = { x: of(0, 10, 20, 5), y: of(1, 2, 3, 9) };

test("series lie one behind the other", () => {
  const [a, b] = linesOf(columns, series);
  expect([...a!.x]).toEqual([0, 10, 20]);
  expect([...b!.y]).toEqual([9]);
  expect(a!.size).toBeNull();
});

test("finer points stand in place of those that are there, and the others stay", () => {
  const finer = { x: of(8, 9, 10, 11), y: of(5, 6, 7, 8), series: of(0, 0, 0, 0) };
  const [a, b] = refined(linesOf(columns, series), finer, [8.5, 10.5]);
  expect([...a!.x]).toEqual([0, 8, 9, 10, 11, 20]);
  expect([...a!.y]).toEqual([1, 5, 6, 7, 8, 3]);
  expect([...b!.x]).toEqual([5]);
});

test("what is no number has no place in a range", () => {
  expect(rangeOf([of(NaN, 2), of(-1)])).toEqual([-1, 2]);
  expect(rangeOf([of(NaN)])).toBeNull();
});

test("shares of a hundred percent are of what is shown", () => {
  const lines = linesOf({ x: of(0, 1, 0, 1), y: of(1, NaN, 3, 4) }, [{ points: 2 }, { points: 2 }]);
  const { layers } = stacked(lines, "normalize");
  expect(layers.map((shown) => [...shown])).toEqual([
    [0.25, 0],
    [0.75, 1],
  ]);
  expect([...stacked(lines.slice(1), "normalize").layers[0]!]).toEqual([1, 1]);
});

test("a stream lies around the middle", () => {
  const lines = linesOf({ x: of(0, 0), y: of(2, 4) }, [{ points: 1 }, { points: 1 }]);
  expect([...stacked(lines, "center").base!]).toEqual([-3]);
});
