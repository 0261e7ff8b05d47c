import { describe, expect, it } from "vitest";

import { regroup, type Block } from "./blocks";

const names = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `n${from + index}`);
const flat = (blocks: readonly Block[]) => blocks.flatMap((block) => block.ids);

describe("regroup", () => {
  it("fills blocks of 64", () => {
    const blocks = regroup([], names(0, 200));
    expect(blocks.map((block) => block.ids.length)).toEqual([64, 64, 64, 8]);
    expect(flat(blocks)).toEqual(names(0, 200));
  });

  it("leaves all blocks but the first alone when one is inserted at the top", () => {
    const before = regroup([], names(0, 200));
    const after = regroup(before, ["new", ...names(0, 200)]);
    expect(after.slice(1)).toEqual(before.slice(1));
    after.slice(1).forEach((block, index) => expect(block).toBe(before[index + 1]));
    expect(after[0]?.key).toBe(before[0]?.key);
  });

  it("fills the last block before it begins another", () => {
    const after = regroup(regroup([], names(0, 100)), names(0, 140));
    expect(after.map((block) => block.ids.length)).toEqual([64, 64, 12]);
    expect(new Set(after.map((block) => block.key)).size).toBe(3);
  });

  it("lets go of blocks that have become empty", () => {
    const after = regroup(regroup([], names(0, 200)), names(64, 200));
    expect(after.map((block) => block.key)).toEqual([1, 2, 3]);
  });

  it("moves one node and no other when the last becomes the first", () => {
    const before = regroup([], names(0, 200));
    const after = regroup(before, ["n199", ...names(0, 199)]);
    expect(flat(after)).toEqual(["n199", ...names(0, 199)]);
    expect(after.map((block) => block.ids.length)).toEqual([65, 64, 64, 7]);
  });

  it("keeps the order whatever the change", () => {
    let blocks = regroup([], names(0, 300));
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 50; round += 1) {
      const ids = flat(blocks).filter(() => random() > 0.1);
      for (let extra = 0; extra < 20; extra += 1) {
        ids.splice(Math.floor(random() * ids.length), 0, `r${round}-${extra}`);
      }
      const [moved] = ids.splice(Math.floor(random() * ids.length), 1);
      if (moved) ids.unshift(moved);
      blocks = regroup(blocks, ids);
      expect(flat(blocks)).toEqual(ids);
    }
  });
});
