import { expect, it } from "vitest";

import { Changes, type Values } from "./changes";

function changes(kept: Values = {}) {
  const sent: unknown[] = [];
  const made = new Changes({
    refuse: (problem) => sent.push(problem.message),
    keep: (values) => sent.push(["keep", values]),
    trigger: (triggers, values) => sent.push(["trigger", triggers, values]),
  });
  made.note(kept);
  return { made, sent, gone: () => Promise.resolve() };
}

it("h04: sends together what is said in one go", async () => {
  const { made, sent, gone } = changes({ a: 0, b: 0 });
  made.keep("a", 1);
  made.keep("b", 2);
  made.keep("a", 3);
  expect(sent).toEqual([]);
  await gone();
  expect(sent).toEqual([["keep", { a: 3, b: 2 }]]);
  made.keep("b", 4);
  await gone();
  expect(sent.at(-1)).toEqual(["keep", { a: 3, b: 4 }]);
});

it("h04: sends values with the first trigger, and triggers of different names at once", async () => {
  const { made, sent, gone } = changes({ a: 0 });
  made.trigger("hit", "x");
  made.keep("a", 1);
  made.trigger("saved", true);
  await gone();
  expect(sent).toEqual([["trigger", { hit: "x", saved: true }, { a: 1 }]]);
});

it("h03: counts each trigger of one name, in order", async () => {
  const { made, sent, gone } = changes();
  for (const number of [1, 2, 3]) made.trigger("hit", number);
  await gone();
  expect(sent).toEqual([1, 2, 3].map((hit) => ["trigger", { hit }, null]));
});

it("h02: sends nothing for a value that is the same as before", async () => {
  const { made, sent, gone } = changes({ a: { x: [1] }, none: null });
  made.keep("a", { x: [1] });
  made.keep("none", undefined);
  await gone();
  expect(sent).toEqual([]);
});

it("hears what the script has set, but not while it has news itself", async () => {
  const { made, sent, gone } = changes({ a: 1, b: 1 });
  made.note({ a: 5, b: 1 });
  made.keep("b", 2);
  made.note({ a: 6, b: 1 });
  await gone();
  expect(sent).toEqual([["keep", { a: 5, b: 2 }]]);
});

it("takes copies: what the component does to a value later is not sent", async () => {
  const { made, sent, gone } = changes();
  const list = [1];
  made.keep("list", list);
  list.push(2);
  await gone();
  expect(sent).toEqual([["keep", { list: [1] }]]);
});

it("h10: refuses what is no value, and what is too large", async () => {
  const { made, sent, gone } = changes({ a: 1 });
  const round: Values = {};
  round.self = round;
  expect(() => made.keep("round", round)).toThrow(/circular/i);
  expect(() => made.keep("", 1)).toThrow("the name of a value must be a text");
  made.keep("big", "x".repeat(900_000));
  made.trigger("hit", 1);
  await gone();
  made.keep("a", 2);
  await gone();
  expect(sent).toEqual([
    "what it keeps is too large: 901 kB, at most 900 kB",
    ["trigger", { hit: 1 }, null],
    ["keep", { a: 2 }],
  ]);
});
