import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { follow } from "./follow";

let grow: () => void;

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(tell: () => void) {
        grow = tell;
      }
      observe() {}
      disconnect() {
        grow = () => {};
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

/** A box 100 high; jsdom lays nothing out. */
function boxOf(height: number) {
  const box = document.createElement("main");
  const content = { height };
  let top = 0;
  Object.defineProperties(box, {
    clientHeight: { value: 100 },
    scrollHeight: { get: () => content.height },
    scrollTop: {
      get: () => top,
      set: (to: number) => (top = Math.max(0, Math.min(to, content.height - 100))),
    },
  });
  const add = (more: number) => void (content.height += more);
  const scrollTo = (to: number) => {
    box.scrollTop = to;
    box.dispatchEvent(new Event("scroll"));
  };
  return { box, add, scrollTo };
}

it("begins at the end, and stays there as more comes", () => {
  const { box, add } = boxOf(500);
  follow(box);
  grow();
  expect(box.scrollTop).toBe(400);
  add(300);
  grow();
  expect(box.scrollTop).toBe(700);
});

it("leaves a reader where they have gone, until they are back at the end", () => {
  const { box, add, scrollTo } = boxOf(500);
  follow(box);
  grow();
  scrollTo(200);
  add(300);
  grow();
  expect(box.scrollTop).toBe(200);
  scrollTo(690);
  add(50);
  grow();
  expect(box.scrollTop).toBe(750);
});

it("takes what came between a scroll and its event for no doing of the reader's", () => {
  const { box, add } = boxOf(500);
  follow(box);
  grow();
  add(300);
  box.dispatchEvent(new Event("scroll"));
  grow();
  expect(box.scrollTop).toBe(700);
});

it("goes to the end again when it is told to, and does nothing once it has stopped", () => {
  const { box, add, scrollTo } = boxOf(500);
  const following = follow(box);
  grow();
  scrollTo(0);
  following.resume();
  expect(box.scrollTop).toBe(400);
  following.stop();
  scrollTo(0);
  add(100);
  grow();
  expect(box.scrollTop).toBe(0);
});
