/** Vega-Lite chart: what is around the picture; how that is drawn is tested in a browser. */

import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { float64 } from "@uwdata/flechette";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { frameOf } from "../../test/frames";
import { stubSize } from "../../test/observers";
import { stubMedia } from "../../test/screen";
import { flaws, stageWidget } from "../../test/stage";
import type { VegaLiteChart } from "../core/wire.gen";
import type { Listener, Wanted } from "../view/parts/vega/picture";
import altairChart from "./altair_chart";
import vegaLiteChart from "./vega_lite_chart";

/** What the picture was last to be, and who hears of it. */
const drawn = vi.hoisted(() => ({ wanted: [] as Wanted[], listener: null as Listener | null }));

vi.mock("../view/parts/vega/vega_library", () => ({}));
vi.mock("../view/parts/vega/picture", () => ({
  Picture: class {
    constructor(_: unknown, __: unknown, listener: Listener) {
      drawn.listener = listener;
    }
    update(wanted: Wanted) {
      drawn.wanted.push(wanted);
      drawn.listener!.drawn(704, 300);
    }
    close() {}
  },
}));

const frame = frameOf([["a", "number", [1, 2], float64()]]);
const SPEC = { data: { name: "f" }, mark: "bar", encoding: { x: { field: "a" } } };

const stage = (rest: Partial<VegaLiteChart> = {}, value: never | null = null) =>
  stageWidget(
    vegaLiteChart,
    { kind: "vega_lite_chart", spec: SPEC, frames: { f: frame }, room: 300, ...rest },
    value,
  );

const last = () =>
  waitFor(() => {
    expect(drawn.wanted.length).toBeGreaterThan(0);
    return drawn.wanted.at(-1)!;
  });
const picture = () => screen.getByTestId("stVegaLiteChart");

beforeEach(() => {
  drawn.wanted = [];
  stubMedia();
  stubSize(704, 300);
});

afterEach(() => vi.restoreAllMocks());

it("is as high as it will be before anything is there", async () => {
  stage();
  expect(picture().style.height).toBe("300px");
  expect(screen.getByTestId("stSkeleton")).toBeTruthy();
  await waitFor(() => expect(screen.queryByTestId("stSkeleton")).toBeNull());
  expect(picture().style.height).toBe("300px");
  expect(await flaws()).toEqual([]);
});

it("is the same of an altair_chart", () => {
  const props = { kind: "altair_chart", spec: SPEC, frames: { f: frame }, room: 200 } as const;
  stageWidget(altairChart, props, null);
  expect(picture().getAttribute("aria-label")).toBe("Bar chart of a");
  expect(picture().style.height).toBe("200px");
});

it("has a name: that of the script, its description, its title, or what it shows", () => {
  const name = (rest: Partial<VegaLiteChart>) => {
    const { unmount } = stage(rest);
    const label = picture().getAttribute("aria-label");
    unmount();
    return label;
  };
  expect(name({ alt: "Mine" })).toBe("Mine");
  expect(name({ spec: { ...SPEC, description: "Said", title: "T" } })).toBe("Said");
  expect(name({ spec: { ...SPEC, title: { text: ["Two", "lines"] } } })).toBe("Two lines");
  expect(name({})).toBe("Bar chart of a");
  const y = { x: { field: "a" }, y: { aggregate: "count" } };
  expect(name({ spec: { ...SPEC, encoding: y } })).toBe("Bar chart of count by a");
});

it("is drawn of the rows of its table, and on a canvas if they are many", async () => {
  stage();
  expect(await last()).toMatchObject({
    renderer: "svg",
    tables: { f: [{ a: 1 }, { a: 2 }] },
    size: { isSingle: true, fitsWidth: true, width: 704, height: 350 },
  });
});

it.each([
  ["canvas", 2001, SPEC],
  ["svg", 2000, SPEC],
  ["svg", 2001, { ...SPEC, mark: "line" }],
  ["svg", 2001, { ...SPEC, encoding: { x: { field: "a", bin: true } } }],
  ["svg", 2001, { ...SPEC, usermeta: { embedOptions: { renderer: "svg" } } }],
])("is drawn by %s for %i rows of %j", async (renderer, count, spec) => {
  const values = Array.from({ length: count as number }, (_, place) => place);
  stage({ spec: spec as never, frames: { f: frameOf([["a", "number", values, float64()]]) } });
  expect((await last()).renderer).toBe(renderer);
});

it("tells what is selected, and clears it", async () => {
  const spec = { ...SPEC, params: [{ name: "brush", select: "interval" }] };
  const { sent } = stage({ spec, params: ["brush"], selects: true }, { brush: {} } as never);
  await last();
  expect(screen.queryByRole("button", { name: /Clear selection/ })).toBeNull();
  act(() => drawn.listener!.select({ brush: { a: [1, 2] } }));
  expect((await last()).selections).toEqual({ brush: { a: [1, 2] } });
  fireEvent.click(screen.getByRole("button", { name: /Clear selection/ }));
  expect(sent).toEqual([{ brush: { a: [1, 2] } }, { brush: {} }]);
});

it("says what is wrong in its place", async () => {
  stage({ spec: { ...SPEC, encoding: { x: { field: "z" } } } });
  expect(screen.getByRole("alert").textContent).toBe(
    'There is no field "z" in the data: it has "a"',
  );
  expect(await flaws()).toEqual([]);
});

it("shows what the library says that it cannot draw", async () => {
  stage();
  await last();
  act(() => drawn.listener!.fail("The chart cannot be drawn: no"));
  expect(screen.getByRole("alert").textContent).toContain("no");
});

it("has the rows of its description behind it", async () => {
  stage({ spec: { ...SPEC, data: { values: [{ a: 1 }, { a: 2, b: "x" }] } }, frames: {} });
  await last();
  fireEvent.click(await screen.findByRole("button", { name: /Show data/ }));
  const table = await screen.findByRole("table");
  expect(table.textContent).toBe("ab12x");
});
