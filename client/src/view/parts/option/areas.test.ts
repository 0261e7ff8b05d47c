import { BarChart } from "echarts/charts";
import { BrushComponent, DataZoomComponent, GridComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { expect, it } from "vitest";

import { areasIn, drawnOf, type Area, type Brushed } from "./areas";

echarts.use([BarChart, BrushComponent, DataZoomComponent, GridComponent, SVGRenderer]);

type Option = Record<string, unknown>;

/** A chart of ECharts itself, which needs no browser to know what lies where. */
class Drawing {
  brushed: readonly Brushed[] = [];
  readonly chart: echarts.EChartsType;

  constructor(option: Option, width = 700) {
    this.chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height: 400 });
    this.chart.on("brushselected", (event) => {
      this.brushed = (event as unknown as { batch: Brushed[] }).batch;
    });
    this.chart.setOption({ animation: false, ...option });
  }

  /** Draw as a person does, in pixels. */
  drag(brushType: string, range: unknown, grid = 0, brush = 0): this {
    const model = (this.chart as unknown as { getModel(): Inner }).getModel();
    const { id } = model.getComponent("grid", grid);
    const { areas = [], brushTargetManager } = model.getComponent("brush", brush);
    const drawn = [...areas, { brushType, range, panelId: `grid--${id}` }];
    const told = drawn.map(({ brushType, range, panelId }) => ({ brushType, range, panelId }));
    brushTargetManager.setOutputRanges(told, model);
    this.chart.dispatchAction({ type: "brush", brushIndex: brush, areas: told });
    return this;
  }

  show(areas: readonly Area[]): this {
    for (const [brushIndex, drawn] of drawnOf(this.chart, areas))
      this.chart.dispatchAction({ type: "brush", brushIndex, areas: drawn });
    return this;
  }

  get areas(): Area[] {
    return areasIn(this.chart, this.brushed);
  }

  /** What lies in the areas of each brush, by series. */
  get rows(): number[][][] {
    return this.brushed.map(({ selected }) => selected.map(({ dataIndex }) => dataIndex));
  }
}

interface Inner {
  getComponent(name: string, place: number): Component;
}

interface Component {
  id: string;
  areas?: { brushType: string; range: unknown; panelId: string }[];
  brushTargetManager: { setOutputRanges(areas: object[], model: Inner): void };
}

const categories = { type: "category", data: [..."abcdefghij"], show: false };
const numbers = { show: false, max: 20 };
const bars = { type: "bar", barWidth: "80%", data: Array(10).fill(20) };
const whole = { left: 0, right: 0, top: 0, bottom: 0 };
const upright: Option = { grid: whole, xAxis: categories, yAxis: numbers, series: bars };
const lying: Option = { grid: whole, yAxis: categories, xAxis: numbers, series: bars };
const x = { xAxisIndex: 0 };
const y = { yAxisIndex: 0 };

it.each([
  ["lineX", { ...upright, brush: x }, [75, 275], [1, 2, 3]],
  ["lineX", { ...upright, brush: x }, [145, 205], [2]],
  [
    "lineX",
    { ...upright, brush: x, xAxis: { ...categories, inverse: true } },
    [75, 275],
    [6, 7, 8],
  ],
  ["lineY", { ...lying, brush: y }, [45, 155], [6, 7, 8]],
  ["lineY", { ...lying, brush: y, yAxis: { ...categories, inverse: true } }, [45, 155], [1, 2, 3]],
  [
    "rect",
    { ...upright, brush: x },
    [
      [75, 275],
      [30, 90],
    ],
    [1, 2, 3],
  ],
  [
    "rect",
    { ...lying, brush: y },
    [
      [30, 90],
      [45, 155],
    ],
    [6, 7, 8],
  ],
  [
    "polygon",
    { ...upright, brush: x },
    [
      [75, 50],
      [275, 50],
      [275, 300],
      [75, 300],
    ],
    [1, 2, 3],
  ],
  ["lineY", { ...upright, brush: { yAxisIndex: 0 } }, [30, 90], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
] as const)(
  "draws %s again with the same items in it, however wide (E09)",
  (type, option, range, rows) => {
    const first = new Drawing(option).drag(type, range);
    expect(first.rows).toEqual([[rows]]);
    for (const width of [300, 700, 1400]) {
      const again = new Drawing(option, width).show(first.areas);
      expect(again.rows).toEqual([[rows]]);
      expect(again.areas).toEqual(first.areas);
      again.chart.resize({ width: width * 2, height: 400 });
      // ECharts itself leaves the edges as many pixels from the middles as they were.
      expect(again.show(first.areas).rows).toEqual([[rows]]);
      expect(again.areas).toEqual(first.areas);
    }
  },
);

it("says offsets in categories, from the smaller to the larger (E09)", () => {
  const areas = new Drawing({ ...upright, brush: x }).drag("lineX", [84, 273]).areas;
  expect(areas).toEqual([
    {
      brush_index: 0,
      brush_type: "lineX",
      coord_range: [1, 3],
      grid_index: 0,
      grid_id: null,
      // From 1.2 to 3.9 categories, whose middles are at 1.5 and 3.5.
      offset: [-0.3, 0.4],
    },
  ]);
  const inverse = { ...upright, brush: x, xAxis: { ...categories, inverse: true } };
  expect(new Drawing(inverse).drag("lineX", [700 - 273, 700 - 84]).areas).toEqual(areas);
});

it("needs no offset where there are no categories", () => {
  const option = { ...upright, brush: y };
  expect(new Drawing(option).drag("lineY", [40, 80]).areas).toMatchObject([
    { coord_range: [16, 18], offset: [] },
  ]);
});

it("draws an area of a zoomed chart where that is no longer zoomed (E09)", () => {
  const zoomed = { ...upright, brush: x, dataZoom: { type: "inside", startValue: 2, endValue: 5 } };
  const first = new Drawing(zoomed).drag("lineX", [180, 520]);
  expect(first.rows).toEqual([[[3, 4]]]);
  expect(new Drawing({ ...upright, brush: x }).show(first.areas).rows).toEqual([[[3, 4]]]);
});

const single = {
  ...upright,
  xAxis: { ...categories, data: ["a"] },
  series: [
    { ...bars, barWidth: "40%", data: [20] },
    { ...bars, barWidth: "40%", data: [20] },
  ],
};

it.each([
  ["a single one", { ...single, brush: x }, [420, 650], [[], [0]]],
  [
    "one of many",
    { ...upright, dataZoom: { startValue: 4, endValue: 4 }, brush: x },
    [35, 65],
    [[]],
  ],
  [
    "a part of one",
    { ...upright, dataZoom: { startValue: 4, endValue: 4 }, brush: x },
    [35, 80],
    [[4]],
  ],
])("draws an area where %s is seen (E09)", (_, option, range, rows) => {
  const first = new Drawing(option).drag("lineX", range);
  expect(first.rows).toEqual([rows]);
  expect(first.areas[0]!.offset).not.toEqual([]);
  const again = new Drawing(option, 1400).show(first.areas);
  expect(again.rows).toEqual([rows]);
  expect(again.areas).toEqual(first.areas);
});

const two = (brush: unknown, ids: readonly Option[] = [{}, {}]): Option => ({
  grid: ids.map((each, n) => ({ left: 0, right: 0, top: 200 * n, height: 200, ...each })),
  xAxis: [0, 1].map((gridIndex) => ({ ...categories, gridIndex })),
  yAxis: [0, 1].map((gridIndex) => ({ ...numbers, gridIndex })),
  series: [0, 1].map((n) => ({ ...bars, xAxisIndex: n, yAxisIndex: n })),
  brush,
});

it.each([
  ["one brush", two({ xAxisIndex: "all" }), 0],
  ["a brush for each", two([{ xAxisIndex: 0 }, { xAxisIndex: 1 }]), 1],
  ["grids with ids", two({ xAxisIndex: "all" }, [{ id: "b" }, { id: "a" }]), 0],
])("draws areas again in their grids: %s (E09)", (_, option, brush) => {
  const first = new Drawing(option).drag("lineX", [75, 275]).drag("lineX", [425, 485], 1, brush);
  expect(first.areas.map((each) => each.grid_index)).toEqual([0, 1]);
  const again = new Drawing(option).show(first.areas);
  expect(again.rows).toEqual(first.rows);
  expect(again.areas).toEqual(first.areas);
});

it("knows a grid by its id, wherever it stands", () => {
  const [a, b] = [{ id: "a" }, { id: 7 }];
  const all = { xAxisIndex: "all" };
  const first = new Drawing(two(all, [a, b])).drag("lineX", [75, 275]);
  const other = new Drawing(two(all, [b, a])).show(first.areas);
  expect(other.areas).toMatchObject([{ grid_index: 1, grid_id: "a" }]);
  expect(drawnOf(new Drawing(two(all, [b, {}])).chart, first.areas).size).toBe(0);
  const last = new Drawing(two(all, [a, b])).drag("lineX", [75, 275], 1);
  expect(new Drawing(two(all, [b, a])).show(last.areas).areas).toMatchObject([{ grid_index: 0 }]);
});

it("knows the grids of a chart that says them for a small screen only", () => {
  const { grid, ...rest } = two({ xAxisIndex: "all" });
  const option = { baseOption: rest, media: [{ option: { grid } }] };
  const first = new Drawing(option).drag(
    "rect",
    [
      [425, 485],
      [250, 300],
    ],
    1,
  );
  expect(first.areas).toMatchObject([{ grid_index: 1 }]);
});

it.each([
  ["a grid that the brush is not for", two({ xAxisIndex: 0 })],
  ["a grid that is not there", { ...upright, brush: x }],
  ["no axes", { brush: x, series: [] }],
  ["a brush for no axes", { ...upright, brush: {} }],
  ["no brush", upright],
])("draws nothing in %s", (_, option) => {
  const first = new Drawing(two({ xAxisIndex: "all" })).drag(
    "rect",
    [
      [425, 485],
      [250, 300],
    ],
    1,
  );
  expect(first.areas).toHaveLength(1);
  expect(drawnOf(new Drawing(option).chart, first.areas).size).toBe(0);
});

it("draws an area that says no grid in the first that its brush is for", () => {
  const area = {
    brush_index: 0,
    brush_type: "lineX",
    coord_range: [1, 3],
    grid_id: null,
    offset: [],
  };
  const again = new Drawing(two({ xAxisIndex: 1 })).show([{ ...area, grid_index: null }]);
  expect(again.areas).toEqual([{ ...area, grid_index: 1 }]);
});

it("says nothing of what is drawn across the whole chart", () => {
  const drawing = new Drawing({ ...upright, brush: {} });
  drawing.chart.dispatchAction({
    type: "brush",
    brushIndex: 0,
    areas: [{ brushType: "lineX", range: [75, 275] }],
  });
  expect(drawing.rows).toEqual([[[1, 2, 3]]]);
  expect(drawing.areas).toEqual([]);
});
