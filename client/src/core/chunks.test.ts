import { describe, expect, it } from "vitest";

import { regroup, type Chunk } from "./chunks";

const names = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `n${from + index}`);
const flat = (chunks: readonly Chunk<string>[]) => chunks.flatMap((chunk) => chunk.items);
const sizes = (chunks: readonly Chunk<string>[]) => chunks.map((chunk) => chunk.items.length);

describe("regroup", () => {
  it("fills chunks of 16", () => {
    const chunks = regroup([], names(0, 50));
    expect(sizes(chunks)).toEqual([16, 16, 16, 2]);
    expect(flat(chunks)).toEqual(names(0, 50));
  });

  it("leaves all chunks but the first alone when one is inserted at the top", () => {
    const before = regroup([], names(0, 50));
    const after = regroup(before, ["new", ...names(0, 50)]);
    expect(after.slice(1)).toEqual(before.slice(1));
    after.slice(1).forEach((chunk, index) => expect(chunk).toBe(before[index + 1]));
    expect(after[0]?.key).toBe(before[0]?.key);
  });

  it("fills the last chunk before it begins another", () => {
    const after = regroup(regroup([], names(0, 24)), names(0, 40));
    expect(sizes(after)).toEqual([16, 16, 8]);
    expect(new Set(after.map((chunk) => chunk.key)).size).toBe(3);
  });

  it("lets go of chunks that have become empty", () => {
    const after = regroup(regroup([], names(0, 50)), names(16, 50));
    expect(after.map((chunk) => chunk.key)).toEqual([1, 2, 3]);
  });

  it("moves one node and no other when the last becomes the first", () => {
    const before = regroup([], names(0, 50));
    const after = regroup(before, ["n49", ...names(0, 49)]);
    expect(flat(after)).toEqual(["n49", ...names(0, 49)]);
    expect(sizes(after)).toEqual([17, 16, 16, 1]);
  });

  it("leaves an item in its place that has become another object", () => {
    const keyOf = (item: { name: string }) => item.name;
    const items = names(0, 40).map((name) => ({ name }));
    const before = regroup([], items, keyOf);
    const changed = items.map((item, index) => (index === 20 ? { name: item.name } : item));
    const after = regroup(before, changed, keyOf);
    expect(after.map((chunk) => chunk.key)).toEqual([0, 1, 2]);
    expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
  });

  it("keeps the order whatever the change", () => {
    let chunks = regroup([], names(0, 300));
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 50; round += 1) {
      const ids = flat(chunks).filter(() => random() > 0.1);
      for (let extra = 0; extra < 20; extra += 1) {
        ids.splice(Math.floor(random() * ids.length), 0, `r${round}-${extra}`);
      }
      const [moved] = ids.splice(Math.floor(random() * ids.length), 1);
      if (moved) ids.unshift(moved);
      chunks = regroup(chunks, ids);
      expect(flat(chunks)).toEqual(ids);
    }
  });
});
