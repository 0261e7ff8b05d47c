import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Signal } from "./signal";
import { Subscriptions } from "./subscriptions";

/** What is done a moment later. */
let later: (() => void)[];

beforeEach(() => {
  later = [];
  vi.stubGlobal("queueMicrotask", (task: () => void) => later.push(task));
});

afterEach(() => vi.unstubAllGlobals());

const problem = new Error("cannot be shown");
const broken = () => {
  throw problem;
};

it("a listener that throws keeps no other of a signal from hearing", () => {
  const signal = new Signal(1);
  const heard = vi.fn();
  signal.subscribe(broken);
  signal.subscribe(heard);
  signal.set(2);
  expect(heard).toHaveBeenCalledOnce();
  expect(later.map((task) => expect(task).toThrow(problem))).toHaveLength(1);
});

it("nor of a node, nor the change from coming to its end", () => {
  const subscriptions = new Subscriptions();
  const heard = vi.fn();
  subscriptions.subscribe("a", broken);
  subscriptions.subscribe("a", heard);
  subscriptions.subscribe("b", heard);
  const steps = vi.fn(() => ["a", "b"].forEach((id) => subscriptions.touch(id)));
  subscriptions.change(steps);
  expect(heard).toHaveBeenCalledTimes(2);
  expect(later.map((task) => expect(task).toThrow(problem))).toHaveLength(1);
});
