import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { stubSize } from "../../test/observers";
import { stubMedia } from "../../test/screen";
import { flaws, stageWidget } from "../../test/stage";
import { encode } from "../core/msgpack";
import type { PlotlyChart } from "../core/wire.gen";
import type { SelectionEvent } from "../view/parts/plotly/selection";
import plotlyChart from "./plotly_chart";

type Told = (event?: SelectionEvent) => void;
interface Drawn {
  data: Record<string, unknown>[];
  layout: Record<string, unknown>;
  config: Record<string, unknown>;
}

// It draws by the sizes of texts, which jsdom does not know: here it only says what it was given.
const library = vi.hoisted(() => ({
  react: vi.fn<(host: HTMLElement, figure: Drawn) => Promise<void>>(),
  relayout: vi.fn(() => Promise.resolve()),
  purge: vi.fn(),
}));
vi.mock("plotly.js-basic-dist-min", () => ({ default: library }));

let listeners: Map<string, Told>;

const figureOf = (y: number[], layout = {}) => encode({ data: [{ y, name: "rain" }], layout });

const stage = (props: Partial<PlotlyChart> = {}) =>
  stageWidget(
    plotlyChart,
    { kind: "plotly_chart", figure: figureOf([1, 2]), room: 450, ...props },
    null,
  );

const drawnTimes = (count: number) =>
  waitFor(() => {
    expect(library.react).toHaveBeenCalledTimes(count);
    return library.react.mock.lastCall![1];
  });

beforeEach(() => {
  vi.clearAllMocks();
  listeners = new Map();
  stubMedia();
  stubSize(700, 450);
  library.react.mockImplementation((host) => {
    const on = (name: string, told: Told) => listeners.set(name, told);
    Object.assign(host, { on });
    return Promise.resolve();
  });
});

afterEach(() => vi.restoreAllMocks());

it("is drawn where there was room for it, and named by what it shows", async () => {
  stage({ room: 300 });
  const chart = screen.getByTestId("stPlotlyChart");
  expect(chart.style.height).toBe("300px");
  expect(screen.getByTestId("stSkeleton")).toBeTruthy();
  const { data, config } = await drawnTimes(1);
  expect(data[0]!["y"]).toEqual([1, 2]);
  expect(config["displaylogo"]).toBe(false);
  await waitFor(() => expect(screen.getByRole("figure", { name: "Scatter chart" })).toBe(chart));
  expect(screen.queryByTestId("stSkeleton")).toBeNull();
  expect(await flaws()).toEqual([]);
});

it("draws a changed figure in place, and the same one not again", async () => {
  const { rerun, unmount } = stage();
  await drawnTimes(1);
  rerun({ figure: figureOf([1, 2]) });
  rerun({ figure: figureOf([1, 3]) });
  const { data } = await drawnTimes(2);
  expect(data[0]!["y"]).toEqual([1, 3]);
  expect(library.purge).not.toHaveBeenCalled();
  unmount();
  expect(library.purge).toHaveBeenCalledOnce();
});

it("tells what is selected, and shows what the server says is", async () => {
  const { sent } = stage({ selects: true, modes: ["points"] });
  const { layout } = await drawnTimes(1);
  expect(layout["clickmode"]).toBe("event+select");
  await waitFor(() => expect(listeners.has("plotly_selected")).toBe(true));
  const point = { curveNumber: 0, pointNumber: 1, pointIndex: 1, x: 1, y: 2 };
  act(() => listeners.get("plotly_selected")!({ points: [point] }));
  const selected = {
    points: [{ curve_number: 0, point_number: 1, point_index: 1, x: 1, y: 2 }],
    point_indices: [1],
    box: [],
    lasso: [],
  };
  expect(sent).toEqual([selected]);
  expect(library.react).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole("button", { name: /^Clear selection/ }));
  expect(sent.at(-1)).toEqual({ points: [], point_indices: [], box: [], lasso: [] });
});

it("says what Plotly does not draw, until there is another figure (A09)", async () => {
  library.react.mockRejectedValueOnce(new Error("no such axis"));
  const { rerun } = stage();
  const problem = await screen.findByRole("alert");
  expect(problem.textContent).toBe("Plotly cannot draw this figure: no such axis");
  rerun({ figure: figureOf([5]) });
  await drawnTimes(2);
  expect(screen.queryByRole("alert")).toBeNull();
});

it("says what a page cannot load, and what to do (A02)", async () => {
  stage({ figure: encode({ data: [{ type: "choropleth", locations: ["FRA"] }], layout: {} }) });
  expect((await screen.findByRole("alert")).textContent).toContain("pass them as geojson");
});
