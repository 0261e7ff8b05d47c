import { act, screen, waitFor } from "@testing-library/react";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { EchartsChart } from "../core/wire.gen";
import type { Drawing } from "../view/parts/echarts";
import { load } from "../view/parts/option/needs";
import type { Choice } from "../view/parts/option/selection";
import echartsChart from "./echarts_chart";

/** Stands for the library, which draws where jsdom cannot: what it is told is recorded. */
const library = vi.hoisted(() => {
  const axis = { type: "value", dataToCoord: Number, toGlobalCoord: Number };
  const target = {
    gridModel: { componentIndex: 0, option: {} },
    coordSys: { getAxis: () => axis },
  };
  const brush = { option: {}, brushTargetManager: { findTargetInfo: () => target } };
  const handlers = new Map<string, (event: unknown) => void>();
  const chart = {
    handlers,
    options: [] as Record<string, unknown>[],
    actions: [] as Record<string, unknown>[],
    on: (name: string, handler: (event: unknown) => void) => handlers.set(name, handler),
    getZr: () => ({ on: (name: string, handler: () => void) => handlers.set(name, handler) }),
    setOption: (option: Record<string, unknown>) => chart.options.push(option),
    dispatchAction: (action: Record<string, unknown>) => chart.actions.push(action),
    getOption: () => ({ dataZoom: [{ start: 10, end: 20 }] }),
    getModel: () => ({ getComponent: () => brush }),
    isDisposed: () => false,
  };
  return { chart, problem: null as string | null, size: {} };
});

vi.mock("../view/parts/echarts", async () => {
  const { useEffect, useRef } = await import("react");
  return {
    useEChart: (_: HTMLElement, { option, begin, draw }: Drawing) => {
      const { chart } = library;
      const last = useRef<Record<string, unknown> | null>(null);
      const drawIt = useRef(draw);
      useEffect(() => {
        drawIt.current = draw;
      });
      useEffect(() => begin?.(chart as never) ?? undefined, [begin, chart]);
      useEffect(() => {
        if (!option) return;
        const next = option({ text: "black" } as never, chart as never);
        drawIt.current!(chart as never, next, last.current, chart.getOption);
        last.current = next;
      }, [option, chart]);
      const { size, problem } = library;
      return { chart, isReady: option !== null, problem, size };
    },
  };
});

const SPEC = {
  xAxis: { type: "category" },
  yAxis: {},
  brush: { xAxisIndex: "all" },
  dataZoom: { type: "inside" },
  series: [{ type: "bar", name: "s", selectedMode: "multiple", data: [1, 2, 3] }],
};
const NOTHING: Choice = { selected: [], areas: [] };
const GROUP = {
  series_index: 0,
  series_id: null,
  series_name: "s",
  data_type: "main",
  data_indices: [1],
} as const;

const CLICKED = { ...GROUP, clicked_indices: [1] };
const BRUSHED = { ...GROUP, clicked_indices: [] };
const AREA = {
  brush_index: 0,
  brush_type: "lineX",
  coord_range: [0, 1],
  grid_index: 0,
  grid_id: null,
  offset: [],
} as const;

const stage = (props: Partial<EchartsChart> = {}, value: Choice | null = NOTHING) =>
  stageWidget<EchartsChart, Choice | null>(
    echartsChart,
    { kind: "echarts_chart", spec: JSON.stringify(SPEC), selects: true, room: 350, ...props },
    value,
  );

const tell = (name: string, event: unknown) => act(() => library.chart.handlers.get(name)!(event));

// The brush has come, and with it what reads and draws areas.
beforeAll(() => load(["components"]));
beforeEach(() => {
  library.chart.handlers.clear();
  library.chart.options = [];
  library.chart.actions = [];
  library.problem = null;
});

it("is a figure of a fixed height that has a name", async () => {
  stage({ alt: "Sales" });
  const figure = screen.getByRole("figure", { name: "Sales" });
  expect(figure.dataset.testid).toBe("stEChartsChart");
  expect(figure.style.height).toBe("350px");
  expect(await flaws()).toEqual([]);
});

it("tells what is clicked, and nothing that it was told itself (E06)", () => {
  const { sent } = stage();
  tell("selectchanged", { isFromClick: false, selected: [{ seriesIndex: 0, dataIndex: [2] }] });
  expect(sent).toEqual([]);
  tell("selectchanged", { isFromClick: true, selected: [{ seriesIndex: 0, dataIndex: [1] }] });
  expect(sent).toEqual([{ selected: [CLICKED], areas: [] }]);
  tell("dblclick", {});
  expect(sent.at(-1)).toEqual(NOTHING);
});

it("tells nodes from edges, whose numbers ECharts tells together", () => {
  const series = [{ type: "graph", selectedMode: "multiple" }];
  const { sent } = stage({ spec: JSON.stringify({ series }) });
  const both = ["node", "edge"].map((dataType) => ({ seriesIndex: 0, dataType, dataIndex: [0] }));
  const click = (dataType: string) => ({
    isFromClick: true,
    selected: both,
    fromActionPayload: { seriesIndex: 0, dataType, dataIndexInside: 0 },
  });
  tell("selectchanged", click("edge"));
  expect(sent.at(-1)!.selected.map((each) => each.data_type)).toEqual(["edge"]);
  tell("selectchanged", click("node"));
  expect(sent.at(-1)!.selected.map((each) => each.data_type)).toEqual(["edge", "node"]);
  tell("selectchanged", click("edge"));
  expect(sent.at(-1)!.selected.map((each) => each.data_type)).toEqual(["node"]);
});

it("tells areas on axes when they are drawn, and what lies in them (E09)", async () => {
  const { sent } = stage();
  const areas = [{ brushType: "lineX", coordRange: [0, 1] }, { brushType: "rect" }];
  const selected = [{ seriesIndex: 0, dataIndex: [1] }];
  tell("brushselected", { batch: [{ brushIndex: 0, areas, selected }] });
  expect(sent).toEqual([]);
  tell("brushend", {});
  await waitFor(() => expect(sent).toEqual([{ selected: [BRUSHED], areas: [AREA] }]));
});

it("tells nothing of what ECharts says of a chart that is drawn anew (E09)", async () => {
  const { sent, rerun } = stage();
  const drawn = { areas: [{ brushType: "lineX", coordRange: [0, 1] }], selected: [] };
  const none = { areas: [], selected: [] };
  tell("brushselected", { batch: [{ brushIndex: 0, ...drawn }] });
  tell("brushend", {});
  await waitFor(() => expect(sent).toHaveLength(1));
  act(() => rerun({ spec: JSON.stringify({ ...SPEC, title: {} }) }));
  tell("brushselected", { batch: [{ brushIndex: 0, ...none }] });
  tell("brushselected", { batch: [{ brushIndex: 0, ...drawn }] });
  await new Promise((next) => setTimeout(next));
  expect(sent).toHaveLength(1);
});

it("tells areas that are taken away, though ECharts says what lies in them after that (E09)", async () => {
  const { sent } = stage();
  const areas = [{ brushType: "lineX", coordRange: [0, 1] }];
  tell("brushselected", { batch: [{ brushIndex: 0, areas, selected: [] }] });
  tell("brushend", {});
  await waitFor(() => expect(sent).toHaveLength(1));
  act(() => {
    library.chart.handlers.get("brush")!({ command: "clear" });
    library.chart.handlers.get("brushselected")!({
      batch: [{ brushIndex: 0, areas: [], selected: [] }],
    });
  });
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.at(-1)).toEqual(NOTHING);
});

it("shows again what is selected, also in another specification (E07, E08, E09)", () => {
  const { rerun } = stage({}, { selected: [CLICKED], areas: [AREA] });
  const shown = [
    {
      type: "brush",
      brushIndex: 0,
      areas: [{ gridIndex: 0, brushType: "lineX", coordRange: [0, 1] }],
    },
    { type: "select", seriesIndex: 0, dataIndex: [1] },
  ];
  expect(library.chart.actions.slice(0, 2)).toEqual(shown);
  library.chart.actions = [];
  // A chart that is drawn anew, as in another theme, has no areas at first.
  tell("brushselected", { batch: [{ brushIndex: 0, areas: [], selected: [] }] });
  act(() => rerun({ spec: JSON.stringify({ ...SPEC, title: {} }) }));
  expect(library.chart.actions).toEqual(shown);
  expect(library.chart.options).toHaveLength(2);
});

it.each([
  ["as the page has told", [0], [0]],
  ["all that lie in no area, if nothing says so", null, [0, 2]],
])("selects what was clicked: %s (E06, E09)", (_, clicked_indices, dataIndex) => {
  const group = { ...GROUP, data_indices: [0, 1, 2], clicked_indices };
  const { sent, override } = stage();
  const areas = [{ brushType: "lineX", coordRange: [0, 1] }];
  const selected = [{ seriesIndex: 0, dataIndex: [1] }];
  tell("brushselected", { batch: [{ brushIndex: 0, areas, selected }] });
  act(() => override({ selected: [group], areas: [AREA] }));
  expect(library.chart.actions.at(-1)).toEqual({ type: "select", seriesIndex: 0, dataIndex });
  expect(sent).toEqual([]);
});

it("keeps apart what is clicked and what lies in an area (E06, E09)", async () => {
  const { sent, rerun } = stage();
  const areas = [{ brushType: "lineX", coordRange: [0, 1] }];
  const selected = [{ seriesIndex: 0, dataIndex: [0, 1] }];
  tell("selectchanged", { isFromClick: true, selected: [{ seriesIndex: 0, dataIndex: [1, 2] }] });
  tell("brushselected", { batch: [{ brushIndex: 0, areas, selected }] });
  tell("brushend", {});
  await waitFor(() => expect(sent).toHaveLength(2));
  const both = { ...GROUP, data_indices: [0, 1, 2], clicked_indices: [1, 2] };
  expect(sent[1]!.selected).toEqual([both]);
  act(() => rerun({ spec: JSON.stringify({ ...SPEC, title: {} }) }));
  expect(library.chart.actions.at(-1)).toMatchObject({ type: "select", dataIndex: [1, 2] });
  tell("brushselected", { batch: [{ brushIndex: 0, areas: [], selected: [] }] });
  tell("brushend", {});
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[2]!.selected).toEqual([{ ...both, data_indices: [1, 2] }]);
});

it.each([
  ["another size", () => (library.size = {})],
  ["another zoom", () => library.chart.handlers.get("datazoom")!({})],
])("has areas lie where they are said to, in %s (E09)", async (_, becomes) => {
  const { sent, rerun } = stage({}, { selected: [BRUSHED], areas: [AREA] });
  const [drawn] = library.chart.actions;
  library.chart.actions = [];
  becomes();
  act(() => rerun({ alt: "Another" }));
  await waitFor(() => expect(library.chart.actions).toContainEqual(drawn));
  expect(sent).toEqual([]);
});

it("selects again what could not be selected for a while (E07)", () => {
  const { rerun } = stage({}, { selected: [CLICKED], areas: [] });
  const series = [{ type: "bar", name: "s", data: [1, 2, 3] }];
  library.chart.actions = [];
  act(() => rerun({ spec: JSON.stringify({ ...SPEC, series }) }));
  expect(library.chart.actions).toEqual([]);
  act(() => rerun({ spec: JSON.stringify(SPEC) }));
  expect(library.chart.actions).toEqual([{ type: "select", seriesIndex: 0, dataIndex: [1] }]);
});

it("tells that the toolbox has taken back all that was chosen (E09)", async () => {
  const { sent } = stage();
  tell("selectchanged", { isFromClick: true, selected: [{ seriesIndex: 0, dataIndex: [1] }] });
  const areas = [{ brushType: "lineX", coordRange: [0, 1] }];
  tell("brushselected", { batch: [{ brushIndex: 0, areas, selected: [] }] });
  tell("brushend", {});
  await waitFor(() => expect(sent).toHaveLength(2));
  tell("restore", {});
  expect(sent.at(-1)).toEqual(NOTHING);
});

it("calls series by the names of the chart that is drawn", () => {
  const { sent, rerun } = stage();
  const host = document.querySelector(".st-chart-host")!;
  act(() => void host.dispatchEvent(new MouseEvent("pointerdown", { bubbles: true })));
  act(() => rerun({ spec: JSON.stringify({ ...SPEC, series: [{ type: "bar", name: "other" }] }) }));
  tell("selectchanged", { isFromClick: true, selected: [{ seriesIndex: 0, dataIndex: [1] }] });
  expect(sent).toEqual([{ selected: [CLICKED], areas: [] }]);
});

it("stays zoomed when it changes (E11)", () => {
  const { rerun } = stage();
  act(() => rerun({ spec: JSON.stringify({ ...SPEC, title: {} }) }));
  expect(library.chart.options.at(-1)!.dataZoom).toEqual({ type: "inside", start: 10, end: 20 });
  act(() => rerun({ spec: JSON.stringify({ ...SPEC, dataZoom: { start: 5 } }) }));
  expect(library.chart.options.at(-1)!.dataZoom).toEqual({ start: 5 });
});

it("has a button that selects nothing, while something is", async () => {
  const { sent, override, user } = stage();
  expect(screen.queryByRole("button", { name: /^Clear selection/ })).toBeNull();
  act(() => override({ selected: [CLICKED], areas: [] }));
  await user.click(screen.getByRole("button", { name: /^Clear selection/ }));
  expect(sent).toEqual([NOTHING]);
});

it("says what is wrong in its place (E14)", () => {
  stage({ spec: JSON.stringify({ series: [{ type: "barr" }] }) });
  expect(screen.getByRole("alert").textContent).toContain("echarts_chart: there is no series");
  expect(library.chart.options).toEqual([]);
});

it("says what the library says", () => {
  library.problem = "ECharts cannot draw this: x is undefined";
  stage();
  expect(screen.getByRole("alert").textContent).toBe(library.problem);
});
