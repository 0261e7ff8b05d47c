import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { followHolds } from "./held";

let host: HTMLElement;
let told: boolean[];

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  host.remove();
  vi.useRealTimers();
});

const does = (type: string, at: EventTarget = window, buttons = 0) =>
  at.dispatchEvent(new MouseEvent(type, { bubbles: true, buttons }));

it.each(["pointerup", "pointercancel", "blur", "pointermove"])(
  "is held from a press in it until %s, wherever that is",
  (end) => {
    followHolds(host, (isHeld) => told.push(isHeld));
    does(end);
    does("pointerdown", document.body);
    expect(told).toEqual([]);
    does("pointerdown", host);
    does("pointermove", window, 1);
    expect(told).toEqual([true]);
    does(end);
    does(end);
    expect(told).toEqual([true, false]);
  },
);

it("is held until what was done is known, and on if it is pressed again before", () => {
  followHolds(host, (isHeld) => told.push(isHeld), 50);
  does("pointerdown", host);
  does("pointerup");
  does("blur");
  vi.advanceTimersByTime(49);
  does("pointerdown", host);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([true, true]);
  does("pointerup");
  vi.advanceTimersByTime(50);
  expect(told).toEqual([true, true, false]);
});

it("is followed no longer once that has ended", () => {
  const stop = followHolds(host, (isHeld) => told.push(isHeld), 50);
  does("pointerdown", host);
  does("pointerup");
  stop();
  does("pointerdown", host);
  vi.advanceTimersByTime(50);
  expect(told).toEqual([true]);
});
