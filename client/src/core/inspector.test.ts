import { beforeEach, expect, it } from "vitest";

import { Inspector } from "./inspector";
import type { Entry } from "./wire.gen";

const ENTRY: Entry = ["cart", false, "list", 12, "", "stored", null];
const FOUND = { entries: [ENTRY], runs: [], caches: [] };

let questions: number;
let asked: string[];
let inspector: Inspector;

beforeEach(() => {
  questions = 0;
  inspector = new Inspector((shown) => {
    questions += 1;
    asked = shown;
  });
});

it("asks nothing before it is opened", () => {
  inspector.begin();
  inspector.refresh();
  expect(questions).toBe(0);
});

it("shows the answer, and forgets it when it is closed", () => {
  inspector.open();
  expect(questions).toBe(1);
  inspector.take(FOUND);
  expect(inspector.findings.get()).toEqual(FOUND);
  inspector.close();
  expect(inspector.findings.get()).toBeNull();
});

it("asks one question at a time, and again if things have changed since", () => {
  inspector.open();
  inspector.refresh();
  inspector.refresh();
  expect(questions).toBe(1);
  inspector.take({ entries: [], runs: [], caches: [] });
  expect(questions).toBe(2);
  inspector.take(FOUND);
  expect(questions).toBe(2);
});

it("asks again on a new connection", () => {
  inspector.open();
  inspector.begin();
  expect(questions).toBe(2);
});

it("takes no answer that comes after it was closed", () => {
  inspector.open();
  inspector.close();
  inspector.take(FOUND);
  expect(inspector.findings.get()).toBeNull();
});

it("asks for the values that are wanted, until it is closed", () => {
  inspector.open();
  expect(asked).toEqual([]);
  inspector.take(FOUND);
  inspector.toggle("cart");
  expect(asked).toEqual(["cart"]);
  expect([...inspector.shown]).toEqual(["cart"]);
  inspector.take(FOUND);
  inspector.toggle("cart");
  expect(asked).toEqual([]);
  inspector.take(FOUND);
  inspector.toggle("cart");
  inspector.close();
  inspector.open();
  expect(asked).toEqual([]);
});
