import { beforeEach, describe, expect, it } from "vitest";

import type { SparseProps } from "./tree";
import { Effects, MOST } from "./effects";
import type { Props } from "./wire.gen";

let effects: Effects;
let preloaded: string[];

const take = (id: string, body: string) => {
  const props: SparseProps = { kind: "text", body };
  effects.take(["effect", id, props as Props]);
};
const bodies = () => effects.current.get().map(({ props }) => (props as { body: string }).body);

beforeEach(() => {
  preloaded = [];
  effects = new Effects((kind) => preloaded.push(kind));
});

describe("effects", () => {
  it("go on in their order until they are over", () => {
    take("a", "one");
    take("b", "two");
    expect(bodies()).toEqual(["one", "two"]);
    expect(preloaded).toEqual(["text", "text"]);
    effects.end("a");
    expect(bodies()).toEqual(["two"]);
  });

  it("with the id of an earlier one take its place", () => {
    take("a", "one");
    take("b", "two");
    take("a", "one, updated");
    expect(bodies()).toEqual(["one, updated", "two"]);
  });

  it("that are over may be shown again", () => {
    take("a", "one");
    effects.end("a");
    take("a", "again");
    expect(bodies()).toEqual(["again"]);
  });

  it("are bounded in number: the oldest go", () => {
    for (let each = 0; each <= MOST; each += 1) take(`${each}`, `${each}`);
    expect(bodies()).toHaveLength(MOST);
    expect(bodies()[0]).toBe("1");
  });
});
