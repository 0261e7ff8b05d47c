import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { pressOn } from "../../../../test/keys";
import type { Chart } from "../echarts";
import { followKeys } from "./keys";

let host: HTMLElement;
let counts: number[];
let axis: object | null;
let said: string[];
let stop: () => void;
const dispatchAction = vi.fn();
const clear = vi.fn(() => false);

/** A chart whose series have so many items. */
const chart = {
  dispatchAction,
  getModel: () => ({
    getSeries: () =>
      counts.map((count, seriesIndex) => ({
        seriesIndex,
        option: { selectedMode: true },
        getData: () => ({ count: () => count }),
        getDataParams: (place: number) => ({ seriesName: `S${seriesIndex}`, value: place }),
      })),
    getComponent: () => axis && { option: axis },
  }),
} as unknown as Chart;

const press = (...keys: string[]) => pressOn(host, keys);

beforeEach(() => {
  host = document.createElement("div");
  axis = null;
  said = [];
  stop = followKeys(host, chart, (words) => said.push(words), clear);
});
afterEach(() => {
  stop();
  vi.clearAllMocks();
});

it("goes through series and items, past series without any, and stays where there is no more", () => {
  counts = [2, 0, 3];
  const keys = ["ArrowRight", "ArrowDown", "End", "ArrowUp", "ArrowUp"];
  expect(press(...keys)).toEqual(keys);
  expect(said).toEqual([
    "S0, 0 (1 of 2)",
    "S2, 0 (1 of 3)",
    "S2, 2 (3 of 3)",
    "S0, 1 (2 of 2)",
    "S0, 1 (2 of 2)",
  ]);
});

it("goes up and down one series alone as its bars lie", () => {
  counts = [3];
  axis = { type: "category" };
  press("ArrowDown", "ArrowDown");
  expect(said).toEqual(["S0, 2 (3 of 3)", "S0, 1 (2 of 3)"]);
});

it("selects what it has come to, and nothing with Escape; other keys are the page's", () => {
  counts = [2];
  expect(press("Enter", "Tab", "a")).toEqual([]);
  press("End", "Enter", "Escape");
  const where = { seriesIndex: 0, dataIndex: 1, dataIndexInside: 1 };
  expect(dispatchAction).toHaveBeenCalledWith({
    type: "toggleSelect",
    isFromClick: true,
    ...where,
  });
  expect(clear).toHaveBeenCalledOnce();
});

it("leaves Escape to what it is in where nothing is pointed at and nothing selected", () => {
  counts = [2];
  expect(press("Escape", "Home", "Escape", "Escape")).toEqual(["Home", "Escape"]);
  clear.mockReturnValueOnce(true);
  expect(press("Escape")).toEqual(["Escape"]);
});

it("leaves keys to the page where nothing is drawn", () => {
  counts = [0];
  expect(press("ArrowRight", "ArrowDown", "Home")).toEqual([]);
});
