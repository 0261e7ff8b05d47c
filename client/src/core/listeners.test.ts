import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Signal } from "./signal";
import { Subscriptions } from "./subscriptions";

/** What is reported as uncaught meanwhile, by Node as by a browser. */
let uncaught: unknown[] = [];
const note = (problem: unknown) => void uncaught.push(problem);
let others: NodeJS.UnhandledRejectionListener[];

beforeEach(() => {
  uncaught = [];
  others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", note);
});

afterEach(() => {
  process.removeAllListeners("unhandledRejection");
  for (const each of others) process.on("unhandledRejection", each);
});

const problem = new Error("cannot be shown");
const broken = () => {
  throw problem;
};

it("a listener that throws keeps no other of a signal from hearing", async () => {
  const signal = new Signal(1);
  const heard = vi.fn();
  signal.subscribe(broken);
  signal.subscribe(heard);
  signal.set(2);
  expect(heard).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(uncaught).toEqual([problem]));
});

it("nor of a node, nor the change from coming to its end", async () => {
  const subscriptions = new Subscriptions();
  const heard = vi.fn();
  subscriptions.subscribe("a", broken);
  subscriptions.subscribe("a", heard);
  subscriptions.subscribe("b", heard);
  const steps = vi.fn(() => ["a", "b"].forEach((id) => subscriptions.touch(id)));
  subscriptions.change(steps);
  expect(heard).toHaveBeenCalledTimes(2);
  await vi.waitFor(() => expect(uncaught).toEqual([problem]));
});
