/** Plot: what the charts of tables say and draw: area_chart, bar_chart, line_chart, scatter_chart. */

import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { stubSize } from "../../../../test/observers";
import { stubMedia } from "../../../../test/screen";
import { flaws, stageWidget } from "../../../../test/stage";
import type { Props } from "../../../core/wire.gen";
import areaChart from "../../../widgets/area_chart";
import barChart from "../../../widgets/bar_chart";
import lineChart from "../../../widgets/line_chart";
import scatterChart from "../../../widgets/scatter_chart";
import type { Widget } from "../../define";

// It draws on a canvas, which jsdom has not: here it notes what it is told.
const told = vi.hoisted(() => ({ options: [] as Record<string, unknown>[] }));
vi.mock("../echarts/library", () => ({
  echarts: {
    init: () => ({
      setOption: (option: Record<string, unknown>) => told.options.push(option),
      setTheme: () => {},
      getWidth: () => 600,
      getHeight: () => 300,
      on: () => {},
      off: () => {},
      dispose: () => {},
    }),
  },
}));

const WIDGETS = {
  area_chart: areaChart,
  bar_chart: barChart,
  line_chart: lineChart,
  scatter_chart: scatterChart,
};
type Kind = keyof typeof WIDGETS;

const frame = (...names: string[]) => ({
  rows: 0,
  columns: names.map((name) => ({ name, kind: "number" })),
  blocks: [],
});
const ABOUT = {
  x: { kind: "category", title: "day", categories: ["Mo", "Tu"] },
  y: {},
  series: [
    { name: "paid", points: 0 },
    { name: "free", points: 0, color: "red" },
  ],
  points: frame("x", "y"),
  frame: frame("day", "paid", "free"),
  room: 350,
};

const stage = (kind: Kind, props: object = {}) =>
  stageWidget(
    WIDGETS[kind] as unknown as Widget<Props>,
    { kind, ...ABOUT, ...props } as unknown as Props,
    null,
  );

let sizes: ReturnType<typeof stubSize>;
beforeEach(() => {
  told.options.length = 0;
  stubMedia();
  sizes = stubSize(600, 300);
});
afterEach(() => vi.restoreAllMocks());

const seriesDrawn = () =>
  vi.waitFor(() => {
    const option = told.options.filter((each) => "series" in each).at(-1);
    return option!["series"] as Record<string, unknown>[];
  });
const typesDrawn = async () => (await seriesDrawn()).map(({ type }) => type);

const onTop = { stack: "all" };
const asArea = { areaStyle: { color: expect.anything() as unknown } };
const apart = { stack: undefined };
const upright = { encode: { x: "x", y: "shown" } };
const lying = { encode: { x: "shown", y: "x" } };

it.each([
  ["lines", "line_chart", {}, { type: "line", areaStyle: undefined, ...apart }],
  ["areas on top of one another", "area_chart", { stack: "zero" }, { ...asArea, ...onTop }],
  ["areas over one another", "area_chart", { stack: "over" }, { ...asArea, ...apart }],
  ["bars side by side", "bar_chart", { stack: "side" }, { type: "bar", ...apart, ...upright }],
  ["bars on top of one another", "bar_chart", { stack: "zero" }, { type: "bar", ...onTop }],
  ["bars that lie", "bar_chart", { horizontal: true }, { type: "bar", ...lying }],
  [
    "points of the size that it is told",
    "scatter_chart",
    { size: 314 },
    { type: "scatter", symbolSize: expect.closeTo(20, 1) as unknown },
  ],
] as const)("draws %s", async (_, kind, props, drawn) => {
  stage(kind, props);
  const [first] = await seriesDrawn();
  expect({ stack: undefined, areaStyle: undefined, ...first }).toMatchObject(drawn);
});

it("changes how its series are put", async () => {
  const { rerun } = stage("bar_chart", { stack: "side" });
  await seriesDrawn();
  rerun({ stack: "zero" } as never);
  await vi.waitFor(async () => expect((await seriesDrawn())[0]).toHaveProperty("stack", "all"));
});

it("hides and shows series by its legend", async () => {
  stage("line_chart");
  expect(await typesDrawn()).toEqual(["line", "line"]);
  const [paid, free] = ["paid", "free"].map((name) => screen.getByRole("button", { name }));
  fireEvent.click(free!);
  expect(free!.getAttribute("aria-pressed")).toBe("false");
  expect(await typesDrawn()).toEqual(["line"]);
  fireEvent.click(paid!); // the last one stays
  expect(await typesDrawn()).toEqual(["line"]);
  fireEvent.click(free!, { ctrlKey: true });
  expect(paid!.getAttribute("aria-pressed")).toBe("false");
});

it("says what it shows to who cannot see it", async () => {
  stage("line_chart");
  await seriesDrawn();
  const chart = screen.getByRole("application");
  expect(chart.getAttribute("aria-label")).toBe("Line chart of paid and free by day: no data");
  expect(chart.tabIndex).toBe(0);
  expect(screen.getByText("There is no data to draw")).toBeTruthy();
  expect(await flaws()).toEqual([]);
});

it("draws nothing anew when nothing has changed", async () => {
  const { rerun } = stage("line_chart");
  await seriesDrawn();
  const before = told.options.length;
  act(() => rerun());
  expect(told.options).toHaveLength(before);
});

it("shows what has changed meanwhile once it is seen again in place of its data", async () => {
  const { rerun } = stage("bar_chart", { stack: "side" });
  await seriesDrawn();
  const look = (at: string) => {
    fireEvent.click(screen.getByRole("button", { name: new RegExp(`^Show ${at}`) }));
    act(() => sizes.tell());
  };
  look("data");
  rerun({ stack: "zero" } as never);
  look("chart");
  await vi.waitFor(async () => expect((await seriesDrawn())[0]).toHaveProperty("stack", "all"));
});
