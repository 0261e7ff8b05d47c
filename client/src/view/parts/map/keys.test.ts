import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { pressOn } from "../../../../test/keys";
import { Keys, type Way } from "./keys";
import { listOf, wordsIn } from "./tip";

let box: HTMLElement;
let target: HTMLElement;
let keys: Keys;
const way = {
  count: vi.fn(() => 3),
  go: vi.fn((place: number) => keys.say(`Point ${place}`)),
  select: vi.fn(),
  leave: vi.fn(() => false),
} satisfies Way;

const press = (...keys: string[]) => pressOn(target, keys);

beforeEach(() => {
  box = document.createElement("div");
  target = document.createElement("canvas");
  box.append(target);
  keys = new Keys(target, box, way);
});
afterEach(() => vi.clearAllMocks());

const places = () => way.go.mock.calls.map(([place]) => place);

it("goes through points, tells each, and stops at the ends", () => {
  press("n", "n", "n", "n", "p", "Home", "p", "End");
  expect(places()).toEqual([0, 1, 2, 2, 1, 0, 0, 2]);
  expect(box.querySelector('[role="status"]')!.textContent).toBe("Point 2 (3 of 3)");
});

it("begins at the end with the key that goes back", () => {
  press("p");
  expect(places()).toEqual([2]);
});

it("selects what it has come to, and nothing with Escape", () => {
  expect(press("Enter")).toEqual([]);
  press("n", "n", "Enter", " ");
  expect(way.select.mock.calls).toEqual([[1], [1]]);
  press("Escape");
  expect(way.leave).toHaveBeenLastCalledWith(true);
  press("n");
  expect(places().at(-1)).toBe(0);
});

it("leaves Escape to what it is in where nothing is pointed at and nothing selected", () => {
  expect(press("Escape", "n", "Escape", "Escape")).toEqual(["n", "Escape"]);
  way.leave.mockReturnValueOnce(true);
  expect(press("Escape")).toEqual(["Escape"]);
});

it("leaves the keys of the map, and those with others held, to it", () => {
  expect(press("ArrowRight", "+", "-", "Tab")).toEqual([]);
  target.dispatchEvent(new KeyboardEvent("keydown", { key: "n", ctrlKey: true }));
  way.count.mockReturnValueOnce(0);
  expect(press("n")).toEqual([]);
  expect(places()).toEqual([]);
});

it("points at nothing without the focus, and goes on from there", () => {
  press("n");
  keys.ring({ x: 30, y: 20 }, 5);
  const ring = box.querySelector<HTMLElement>(".st-map-ring")!;
  expect([ring.hidden, ring.style.width, ring.style.transform]).toEqual([
    false,
    "10px",
    "translate(25px, 15px)",
  ]);
  target.dispatchEvent(new FocusEvent("blur"));
  expect(ring.hidden).toBe(true);
  expect(way.leave).toHaveBeenLastCalledWith(false);
  press("n");
  expect(places()).toEqual([0, 1]);
});

it("says in words what a tip shows", () => {
  const list = listOf([
    ["city", "Wien"],
    ["people", "1.9"],
  ]);
  const bold = document.createElement("b");
  bold.textContent = "Here";
  expect(wordsIn([bold, document.createTextNode(" "), list])).toBe("Here, city: Wien, people: 1.9");
});
