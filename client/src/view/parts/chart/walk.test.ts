import { expect, it } from "vitest";

import { placeAfter, type At } from "./walk";

function walked(keys: string, lengths: readonly number[], down?: 1 | -1): (At | null)[] {
  let at: At = [0, -1];
  return keys.split(" ").map((key) => {
    const next = placeAfter(key, at, lengths, down);
    if (next) at = next;
    return next;
  });
}

it("goes along a row and stops at its ends", () => {
  const places = walked("ArrowRight ArrowRight End ArrowRight ArrowLeft Home ArrowLeft", [3, 9]);
  expect(places.map((at) => at?.[1])).toEqual([0, 1, 2, 2, 1, 0, 0]);
});

it("begins at the end with the key that goes back, and else at the beginning", () => {
  expect(walked("ArrowLeft", [3])).toEqual([[0, 2]]);
  expect(walked("End", [3])).toEqual([[0, 2]]);
  expect(walked("Home", [3])).toEqual([[0, 0]]);
});

it("goes from row to row, to the same place or the last one", () => {
  const places = walked("End ArrowDown ArrowDown ArrowUp ArrowUp", [4, 2]);
  expect(places).toEqual([
    [0, 3],
    [1, 1],
    [1, 1],
    [0, 1],
    [0, 1],
  ]);
});

it("goes through a row alone with up and down too, the way its items stand", () => {
  expect(walked("ArrowDown ArrowDown ArrowUp", [3]).map((at) => at?.[1])).toEqual([0, 1, 0]);
  expect(walked("ArrowDown ArrowDown ArrowUp", [3], -1).map((at) => at?.[1])).toEqual([2, 1, 2]);
});

it("leads nowhere with other keys, and where there is nothing", () => {
  expect(walked("a Enter Tab", [3])).toEqual([null, null, null]);
  expect(walked("ArrowRight ArrowDown End", [])).toEqual([null, null, null]);
});
