import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { pressOn } from "../../../../test/keys";
import { boundIn, changed, followKeys } from "./keys";
import { Picture, type Wanted } from "./picture";
import type { Json } from "./spec";
import * as library from "./vega_library";

const values = [
  { a: "C", b: 2, c: "u" },
  { a: "A", b: 3, c: "u" },
  { a: "B", b: 5, c: "v" },
];
const x = { field: "a", type: "nominal" };
const y = { field: "b", type: "quantitative" };
const color = { field: "c", type: "nominal" };
const BARS: Json = { data: { values }, mark: "bar", encoding: { x, y } };

let host: HTMLElement;
let picture: Picture;
let said: string[];
let told: unknown[];
let kept: unknown[];
let stop: () => void;

async function shown(spec: Json, selections: Json = {}): Promise<void> {
  const isDrawn = vi.fn();
  picture = new Picture(host, library, {
    select: (each) => told.push(each),
    keep: (each) => kept.push(each),
    drawn: isDrawn,
    fail: (problem) => expect(problem).toBe(null),
  });
  picture.update({
    spec,
    config: { mark: { tooltip: true } },
    // What Vega draws here is of no use, and takes all memory there is.
    renderer: "none" as "svg",
    tables: {},
    clocks: () => null,
    size: { isSingle: true, fitsWidth: true, width: 700, height: 300 },
    selections: selections as Wanted["selections"],
    kept: {},
  });
  await vi.waitFor(() => expect(isDrawn).toHaveBeenCalled());
  stop = followKeys(host, picture, (words) => said.push(words));
}

const press = (...keys: string[]) => pressOn(host, keys);

const ring = () => host.querySelector<HTMLElement>(".st-vega-ring");
const tip = () => host.querySelector(".st-vega-tooltip")?.textContent;

beforeEach(() => {
  // The page of the tests does not know ":popover-open".
  vi.spyOn(Element.prototype, "matches").mockReturnValue(false);
  [said, told, kept] = [[], [], []];
  host = document.createElement("div");
  document.body.append(host);
});
afterEach(() => {
  stop();
  picture.close();
  host.remove();
});

it("goes through bars from left to right, and tells each", async () => {
  await shown(BARS);
  press("ArrowRight", "ArrowRight", "End", "ArrowRight", "Home", "ArrowLeft");
  expect(said).toEqual([
    "a: A, b: 3 (1 of 3)",
    "a: B, b: 5 (2 of 3)",
    "a: C, b: 2 (3 of 3)",
    "a: C, b: 2 (3 of 3)",
    "a: A, b: 3 (1 of 3)",
    "a: A, b: 3 (1 of 3)",
  ]);
  expect(ring()).not.toBe(null);
  expect(tip()).toBe("aAb3");
  host.dispatchEvent(new FocusEvent("blur"));
  expect(ring()).toBe(null);
});

it("goes through a single row by up and down, too", async () => {
  await shown(BARS);
  press("ArrowDown", "ArrowDown", "ArrowUp");
  expect(said.map((each) => each.slice(0, 4))).toEqual(["a: A", "a: B", "a: A"]);
});

it("goes from the end with the key that goes back", async () => {
  await shown(BARS);
  press("ArrowLeft");
  expect(said).toEqual(["a: C, b: 2 (3 of 3)"]);
});

it("goes from one line to the next at the same place", async () => {
  await shown({ data: { values }, mark: "line", encoding: { x, y, color } });
  press("End", "ArrowDown", "ArrowDown", "ArrowUp");
  expect(said.map((each) => each.slice(0, 4))).toEqual(["a: C", "a: B", "a: B", "a: A"]);
});

it("goes through bars that lie from top to bottom", async () => {
  await shown({ ...BARS, encoding: { y: x, x: y } });
  press("Home", "ArrowRight");
  expect(said).toEqual(["b: 3, a: A (1 of 3)", "b: 5, a: B (2 of 3)"]);
});

it("goes through arcs and the cells of facets", async () => {
  await shown({ data: { values }, mark: "arc", encoding: { theta: y, color: x } });
  press("ArrowRight", "ArrowRight", "ArrowRight");
  expect(said.map((each) => each.slice(6, 10))).toEqual(["a: C", "a: A", "a: B"]);
});

it("selects with Enter, one more with Shift, and nothing with Escape", async () => {
  const params = [{ name: "p", select: { type: "point", fields: ["a"] } }];
  await shown({ ...BARS, params }, { p: {} });
  press("Home", "Enter");
  await vi.waitFor(() => expect(told).toEqual([{ p: [{ a: "A" }] }]));
  press("End", "Shift+Enter");
  await vi.waitFor(() => expect(told[1]).toEqual({ p: [{ a: "A" }, { a: "C" }] }));
  press("Escape");
  await vi.waitFor(() => expect(told[2]).toEqual({ p: {} }));
  expect(ring()).toBe(null);
});

it("selects by a legend that is bound", async () => {
  const params = [{ name: "p", select: { type: "point", fields: ["c"] }, bind: "legend" }];
  await shown({ ...BARS, encoding: { x, y, color }, params }, { p: {} });
  press("Home", "ArrowDown", "End");
  expect(said.at(-1)).toBe("v (2 of 2)");
  press(" ");
  await vi.waitFor(() => expect(told).toEqual([{ p: [{ c: "v" }] }]));
});

it("follows a selection by hovering", async () => {
  const params = [{ name: "p", select: { type: "point", on: "pointerover" } }];
  await shown({ ...BARS, params }, { p: {} });
  press("Home");
  await vi.waitFor(() => expect(told).toHaveLength(1));
});

it("zooms and moves scales that are bound, and shows all again", async () => {
  const params = [{ name: "grid", select: "interval", bind: "scales" }];
  await shown({ data: { values }, mark: "point", encoding: { x: y, y }, params });
  const domain = () => (picture.shown!.view.scale("x") as { domain(): number[] }).domain();
  expect(domain()).toEqual([0, 5]);
  press("+");
  await vi.waitFor(() => expect(domain()).toEqual([1.25, 3.75]));
  press("Shift+ArrowRight");
  await vi.waitFor(() => expect(domain()).toEqual([1.875, 4.375]));
  await vi.waitFor(() => expect(kept).not.toEqual([]));
  press("-");
  await vi.waitFor(() => expect(domain()).toEqual([0.625, 5.625]));
  press("Home", "End");
  expect(said.at(-1)).toBe("b: 5 (3 of 3)");
  press("+", "Shift+ArrowLeft", "0");
  await vi.waitFor(() => expect(domain()).toEqual([0, 5]));
});

it("leaves keys alone that say nothing here", async () => {
  await shown(BARS);
  expect(press("+", "Enter", "a")).toEqual([]);
});

it("leaves Escape to what it is in where nothing is pointed at and nothing selected", async () => {
  const params = [{ name: "p", select: { type: "point", fields: ["a"] } }];
  await shown({ ...BARS, params }, { p: {} });
  expect(press("Escape", "Home", "Escape", "Escape")).toEqual(["Home", "Escape"]);
  press("Home", "Enter");
  await vi.waitFor(() => expect(told).toHaveLength(1));
  host.dispatchEvent(new FocusEvent("blur"));
  expect(press("Escape")).toEqual(["Escape"]);
  await vi.waitFor(() => expect(told[1]).toEqual({ p: {} }));
  expect(press("Escape")).toEqual([]);
});

it("knows the scales of views beside one another", () => {
  const params = (name: string) => [{ name, select: "interval", bind: "scales" }];
  const view = (name: string) => ({
    mark: "point",
    encoding: { x: y, y: { ...y, field: "d e" } },
    params: params(name),
  });
  const vega = library.compiled({ data: { values }, hconcat: [view("one"), view("two")] }, {});
  expect(boundIn(vega).map(({ signal, channel }) => [signal, channel])).toEqual([
    ["one_b", "x"],
    ["one_d_e", "y"],
    ["two_b", "x"],
    ["two_d_e", "y"],
  ]);
});

it("zooms logarithms by factors", () => {
  const [low, high] = changed([1, 10_000], "log", [0.5, 0]);
  expect(low).toBeCloseTo(10);
  expect(high).toBeCloseTo(1000);
});
