/** Dataframe: what a table is given and tells; how it is drawn is tested in a browser. */

import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { float64, tableFromArrays, tableToIPC, utf8 } from "@uwdata/flechette";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { frameOf } from "../../test/frames";
import { flaws, stageWidget } from "../../test/stage";
import { LARGE } from "../view/frames/server_order";
import type { GridProps } from "../view/parts/grid/view";
import dataframe from "./dataframe";

/** What the grid was last given: jsdom has no canvas to draw on. */
let grid: GridProps;

vi.mock("../view/parts/grid/glide", () => ({
  default: (props: GridProps) => {
    grid = props;
    return null;
  },
}));

const frame = frameOf([
  ["name", "text", ["b", "c", "a"], utf8()],
  ["size", "number", [2, null, 1], float64(), { options: { help: "How large" } }],
]);

type Value = Parameters<typeof stageWidget<never, Selected | null>>[2];
interface Selected {
  rows: number[];
  columns: string[];
  cells: [number, string][];
}

function stage(rest: object = {}, value: Value = null) {
  return stageWidget(dataframe, { kind: "dataframe", frame, ...rest }, value);
}

/** The texts of a column, from the top. */
function texts(column: number): string[] {
  return Array.from({ length: grid.rows }, (_, row) => {
    const cell = grid.getCell(column, row);
    return cell.kind === "text" ? cell.text : cell.kind;
  });
}

beforeEach(() => {
  const never = { matches: false, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal("matchMedia", () => never);
});

describe("a table", () => {
  it("has its columns and its cells, and says where there is no value", () => {
    stage();
    expect(grid.columns.map(({ title }) => title)).toEqual(["name", "size"]);
    expect(texts(0)).toEqual(["b", "c", "a"]);
    expect(texts(1)).toEqual(["2", "None", "1"]);
  });

  it("says something else there if the script does", () => {
    stage({ placeholder: "–" });
    expect(texts(1)).toEqual(["2", "–", "1"]);
  });

  it("shows some columns in an order of the script's", () => {
    stage({ order: [1] });
    expect(grid.columns.map(({ title }) => title)).toEqual(["size"]);
  });

  it("is as high as its rows, and no higher than a screen takes", () => {
    const { rerun } = stage();
    const box = screen.getByTestId("stDataFrameResizable");
    expect(box.style.height).toBe(`${36 + 3 * 35 + 2}px`);
    rerun({
      frame: frameOf([["n", "number", Array.from({ length: 50 }, (_, n) => n), float64()]]),
    });
    expect(box.style.height).toBe("400px");
    rerun({ height: "content" });
    expect(box.style.height).toBe(`${36 + 50 * 35 + 2}px`);
    rerun({ height: 123 });
    expect(box.style.height).toBe("123px");
  });

  it("says that it is empty", () => {
    stage({ frame: frameOf([["a", "text", [], utf8()]]) });
    screen.getByText("empty");
    expect(screen.queryByRole("button", { name: "Search" })).toBeNull();
  });

  it("says how many rows there would be", () => {
    stage({ frame: { ...frame, of: 12345 } });
    screen.getByText(/^The first 3 of 12.345 rows$/);
  });

  it("has nothing that axe finds wrong, and the name that the script gives it", async () => {
    stage({ alt: "People" });
    screen.getByRole("group", { name: "People" });
    expect(await flaws()).toEqual([]);
  });

  it("lets nothing be taken away if the script forbids it", () => {
    stage({ can_export: false });
    expect(screen.queryByRole("button", { name: "Download as CSV" })).toBeNull();
    expect(grid.canCopy).toBe(false);
  });
});

describe("what a person arranges", () => {
  it("is sorted by a header, up and down and not at all; the rows keep their numbers", async () => {
    const { sent } = stage({ selects: ["multi-row"] });
    act(() => grid.onHeader(0));
    await waitFor(() => expect(texts(0)).toEqual(["a", "b", "c"]));
    act(() => grid.choose({ rows: [0], columns: [], cells: [] }));
    expect(sent.at(-1)).toEqual({ rows: [2], columns: [], cells: [] });
    act(() => grid.onHeader(0));
    await waitFor(() => expect(texts(0)).toEqual(["c", "b", "a"]));
    expect(grid.chosen.rows).toEqual([2]);
    act(() => grid.onHeader(0));
    await waitFor(() => expect(texts(0)).toEqual(["b", "c", "a"]));
  });

  it("stays over reruns: the width, and the order of columns", () => {
    const { rerun } = stage();
    act(() => grid.onResize(0, 321));
    act(() => grid.onMove(0, 1));
    rerun({ frame: { ...frame } });
    expect(grid.columns.map(({ title }) => title)).toEqual(["size", "name"]);
    expect(grid.columns[1]!.width).toBe(321);
  });

  it("is found by Ctrl+F", async () => {
    stage();
    fireEvent.keyDown(screen.getByTestId("stDataFrame"), { key: "f", ctrlKey: true });
    const field = screen.getByRole("textbox", { name: "Search in the table" });
    fireEvent.change(field, { target: { value: "C" } });
    await waitFor(() => screen.getByText("1 of 1"));
    expect(grid.isFound!(0, 1)).toBe(true);
    expect(grid.isFound!(0, 0)).toBe(false);
  });

  it("is found by Ctrl+F over the whole page too, wherever the focus is", async () => {
    const { user } = stage();
    await user.click(screen.getByRole("button", { name: "Fullscreen" }));
    const close = screen.getByRole("button", { name: /Close/ });
    expect(fireEvent.keyDown(close, { key: "f", ctrlKey: true })).toBe(false);
    screen.getByRole("textbox", { name: "Search in the table" });
  });
});

describe("what a person saves", () => {
  const bytes = frameOf([["n", "number", [1, 2, 3], float64()]]);
  const away = { ...bytes, data: null, file: "_stcore/media/f.arrow", size: 9000 };

  it("is not saved without a word, and the next time it may be", async () => {
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const gone = vi.fn(() => gate.then(() => new Response("", { status: 410 })));
    vi.stubGlobal("fetch", gone);
    const addressed = vi.fn<(blob: Blob) => string>(() => "blob:1");
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: addressed }));
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
    const { user } = stage({ frame: away });
    await user.click(screen.getByRole("button", { name: "Download as CSV" }));
    const busy = screen.getByRole("button", { name: "Preparing the download" });
    expect(busy.getAttribute("aria-disabled")).toBe("true");
    const asked = gone.mock.calls.length;
    await user.click(busy);
    expect(gone).toHaveBeenCalledTimes(asked);
    letGo();
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toBe("The table was not saved: the table cannot be loaded: 410");
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(bytes.data! as BlobPart)));
    await user.click(screen.getByRole("button", { name: "Download as CSV" }));
    await waitFor(() => expect(addressed).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("what is selected", () => {
  it("is told by row numbers and names of columns", () => {
    const { sent } = stage({ selects: ["multi-row", "multi-column", "multi-cell"] });
    act(() => grid.choose({ rows: [1], columns: [0], cells: [[1, 2]] }));
    expect(sent).toEqual([{ rows: [1], columns: ["name"], cells: [[2, "size"]] }]);
    expect(grid.chosen).toEqual({ rows: [1], columns: [0], cells: [[1, 2]] });
  });

  it("is nothing again at a press of the button for that", async () => {
    const { sent, user } = stage({ selects: ["multi-row"] }, { rows: [0], columns: [], cells: [] });
    await user.click(screen.getByRole("button", { name: "Clear selection" }));
    expect(sent).toEqual([{ rows: [], columns: [], cells: [] }]);
  });

  it("is always one row if the script wants that", () => {
    stage({ selects: ["single-row-required"] }, { rows: [0], columns: [], cells: [] });
    expect(grid.modes).toMatchObject({ rows: "single", isRequired: true });
    expect(screen.queryByRole("button", { name: "Clear selection" })).toBeNull();
  });

  it("stays though a large table is sorted, whose pages are not all here", async () => {
    const rows = 1000;
    const large = {
      ...frameOf([["n", "number", Array.from({ length: rows }, (_, n) => n), float64()]]),
      data: null,
      file: "_stcore/media/f.arrow",
      size: LARGE + 1,
    };
    vi.stubGlobal("fetch", (url: string) =>
      Promise.resolve(url.includes("/rows?") ? reversed(url, rows) : new Response("")),
    );
    const { sent } = stage(
      { frame: large, selects: ["multi-row"] },
      { rows: [1], columns: [], cells: [] },
    );
    act(() => grid.onHeader(0));
    await waitFor(() => expect(grid.getCell(0, 0)).toMatchObject({ kind: "text", text: "999" }));
    act(() => grid.choose({ rows: [0, 700], columns: [], cells: [] }));
    expect(sent.at(-1)).toEqual({ rows: [1, 999], columns: [], cells: [] });
    act(() => grid.choose({ rows: [...Array(rows).keys()], columns: [], cells: [] }));
    expect((sent.at(-1) as Selected).rows).toEqual([...Array(rows).keys()]);
    // All of them have their box ticked, so that the one in the header takes all back.
    expect(grid.chosen.rows).toHaveLength(rows);
    act(() => grid.choose({ rows: [], columns: [], cells: [] }));
    expect((sent.at(-1) as Selected).rows).toEqual([]);
    act(() => grid.choose({ rows: [...Array(rows).keys()], columns: [], cells: [] }));
    act(() => grid.choose({ rows: [...Array(rows).keys()].slice(1), columns: [], cells: [] }));
    expect((sent.at(-1) as Selected).rows).toEqual([...Array(rows - 1).keys()]);
  });
});

/** Answer with a page of the rows, the last of which comes first. */
function reversed(url: string, rows: number): Response {
  const given = new URLSearchParams(url.split("?")[1]);
  const from = Number(given.get("from"));
  const count = Math.min(Number(given.get("count")), rows - from);
  const numbers = Uint32Array.from({ length: count }, (_, place) => rows - 1 - from - place);
  const stream = tableToIPC(tableFromArrays({ 0: [...numbers] }), { format: "stream" })!;
  const start = Math.ceil((8 + 4 * count) / 8) * 8;
  const answer = new Uint8Array(start + stream.length);
  new DataView(answer.buffer).setUint32(0, count, true);
  answer.set(new Uint8Array(numbers.buffer), 8);
  answer.set(stream, start);
  return new Response(answer);
}
