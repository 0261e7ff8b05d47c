/** Figures: what travels, as Plotly takes it. */

import { describe as group, expect, test } from "vitest";

import { encode } from "../../../core/msgpack";
import { arrayOf, copyOf, figureOf, type Figure, type Known } from "./figure";
import { buildOf } from "./library";
import { NOTHING, select, selectedOf } from "./selection";
import { inTheme } from "./template";
import { describe, tableOf } from "./words";

const bytes = (array: ArrayBufferView) => new Uint8Array(array.buffer);

const packed = (
  array: ArrayBufferView & { length: number },
  dtype: string,
  shape = [array.length],
) => ({
  ...{ dtype, shape },
  bdata: bytes(array),
});

const read = (figure: object, files: string[] = [], known: Known = new Map()) =>
  figureOf(encode(figure), files, (file) => bytes(new Float64Array([file.length, 2])), known);

group("numbers", () => {
  test("are arrays again (A03)", () => {
    const y = packed(new Float64Array([1.5, 2]), "f8");
    const { data } = read({ data: [{ y, text: ["a"] }], layout: {} });
    expect(data[0]).toEqual({ y: new Float64Array([1.5, 2]), text: ["a"] });
  });

  test("of two dimensions are rows", () => {
    const z = packed(new Int8Array([1, 2, 3, 4]), "i1", [2, 2]);
    const { data } = read({ data: [{ z }], layout: {} });
    expect(data[0]!["z"]).toEqual([new Int8Array([1, 2]), new Int8Array([3, 4])]);
  });

  test("that are moments are texts", () => {
    const moments = bytes(new Float64Array([0, 86_400_000.25, NaN]));
    expect(arrayOf("ms", [3], moments)).toEqual([
      "1970-01-01T00:00:00",
      "1970-01-02T00:00:00.000250",
      null,
    ]);
  });

  test("of a file that is still there are the same object (A03)", () => {
    const known: Known = new Map();
    const told = (file: number) => ({
      data: [{ y: { dtype: "f8", shape: [2], file } }],
      layout: {},
    });
    const first = read(told(0), ["a", "bb"], known).data[0]!["y"];
    expect(first).toEqual(new Float64Array([1, 2]));
    expect(read(told(0), ["a"], known).data[0]!["y"]).toBe(first);
    expect(read(told(0), ["bb"], known).data[0]!["y"]).toEqual(new Float64Array([2, 2]));
    expect(known.size).toBe(1);
  });

  test("stay the same in a copy that Plotly writes to", () => {
    const y = new Float64Array(2);
    const trace = { y, x: [1, 2], marker: { color: "red" } };
    const copy = copyOf(trace);
    expect(copy).toEqual(trace);
    expect(copy.y).toBe(y);
    expect(copy.x).toBe(trace.x);
    expect(copy.marker).not.toBe(trace.marker);
  });
});

group("what is selected", () => {
  test("is told in Streamlit's words (A05)", () => {
    const fullData = { legendgroup: "g" };
    const point = {
      ...{ curveNumber: 0, pointNumber: 1, pointIndex: 1, x: 2, y: NaN, data: {}, fullData },
      ...{ customdata: new Int8Array([1, 2]), "marker.size": 3, xaxis: {}, yaxis: {} },
    };
    expect(selectedOf({ points: [point] })).toEqual({
      ...NOTHING,
      points: [
        {
          ...{ curve_number: 0, point_number: 1, point_index: 1, x: 2, y: null },
          ...{ customdata: [1, 2], marker_size: 3, legendgroup: "g" },
        },
      ],
      point_indices: [1],
    });
  });

  test("in areas is drawn again as it was, over dates too (A05)", () => {
    const selections = [
      { type: "rect", xref: "x", yref: "y", x0: 1, x1: 2, y0: 3, y1: 4 },
      { type: "path", xref: "x2", yref: "y", path: "M2024-01-01_12:00,1L2024-01-02,2L3,4Z" },
    ];
    const point = { curveNumber: 1, pointNumbers: [4, 5], pointIndices: [4, 5] };
    const selected = selectedOf({ points: [point], selections, range: {} });
    expect(selected.box).toEqual([{ xref: "x", yref: "y", x: [1, 2], y: [3, 4] }]);
    expect(selected.lasso[0]!.x).toEqual(["2024-01-01 12:00", "2024-01-02", 3]);
    expect(selected.point_indices).toEqual([4, 5]);
    const figure: Figure = { data: [{}, {}], layout: {} };
    select(figure.data, figure.layout, selected);
    expect(figure.data).toEqual([{ selectedpoints: [] }, { selectedpoints: [4, 5] }]);
    expect(figure.layout["selections"]).toEqual(selections);
  });

  test("is nothing when there are no points, and nothing is drawn for it", () => {
    expect(selectedOf(undefined)).toBe(NOTHING);
    const figure: Figure = { data: [{ selectedpoints: [1] }], layout: {} };
    select(figure.data, figure.layout, NOTHING);
    expect(figure).toEqual({ data: [{ selectedpoints: [1] }], layout: {} });
  });
});

group("the build", () => {
  test.each([
    [["bar", undefined], 0],
    [["scatter", "box"], 1],
    [["scattergl"], 2],
  ])("for %j is the smallest (A02)", (types, build) => {
    expect(buildOf({ data: types.map((type) => (type ? { type } : {})) })).toBe(build);
  });

  test("draws the frames too", () => {
    expect(buildOf({ data: [{}], frames: [{ data: [{ type: "heatmap" }] }] })).toBe(1);
  });
});

group("the theme", () => {
  const palette = {
    ...{ isDark: false, isForced: false, font: "F", background: "bg", raised: "r", text: "t" },
    ...{ muted: "m", border: "b", grid: "g", primary: "p", categories: ["one", "two"] },
    ...{ scale: ["s0", "s1"], ramp: ["s1"], diverging: ["d0", "d1"] },
  };

  test("has the page's colors where Plotly's usual ones are (A06)", () => {
    const data = [{ marker: { color: "#EF553B" }, line: { color: "red" } }];
    const layout: Record<string, unknown> = { template: "plotly" };
    inTheme(data, layout, palette);
    expect(data[0]).toEqual({ marker: { color: "two" }, line: { color: "red" } });
    expect(layout["template"]).toMatchObject({ layout: { colorway: ["one", "two"] } });
  });

  test("keeps the colors of a template that somebody has chosen (A06)", () => {
    const data = [{ marker: { color: "#EF553B" } }];
    const layout: Record<string, unknown> = {
      template: { layout: { colorway: ["own"], paper_bgcolor: "black" } },
    };
    inTheme(data, layout, palette);
    expect(data[0]!.marker.color).toBe("#EF553B");
    expect(layout["template"]).toMatchObject({
      layout: { colorway: ["own"], paper_bgcolor: "rgba(0,0,0,0)" },
    });
  });
});

group("for who does not see it", () => {
  const figure: Figure = {
    data: [
      { type: "scatter", mode: "lines", x: [1, 2], y: new Float64Array([3, 4]), name: "<b>a</b>" },
      { type: "bar", y: [5], name: "b" },
    ],
    layout: { xaxis: { title: { text: "day" } }, yaxis: { title: "mm" } },
  };

  test("a figure is told by what it shows (A07)", () => {
    expect(describe(figure)).toBe("Line and bar chart of mm by day: a, b");
    expect(describe({ data: figure.data, layout: { title: { text: "T<br>u" } } })).toBe(
      "T u (line and bar chart: a, b)",
    );
    expect(describe({ data: [], layout: {} })).toBe("Chart");
  });

  test("there is a table of its points, made when it is asked for (A07)", () => {
    const table = tableOf(figure)!;
    expect(table.columns).toEqual(["trace", "day", "mm"]);
    expect(table.rows).toEqual([
      ["a", 1, 3],
      ["a", 2, 4],
      ["b", 0, 5],
    ]);
  });

  test("grids, tables and flows are rows as well (A07)", () => {
    const rows = (trace: object) => tableOf({ data: [{ ...trace }], layout: {} })!.rows;
    expect(rows({ type: "heatmap", z: [[1, 2]], x: ["p", "q"] })).toEqual([
      ["p", 0, 1],
      ["q", 0, 2],
    ]);
    expect(rows({ type: "table", header: { values: ["A"] }, cells: { values: [[1, 2]] } })).toEqual(
      [[1], [2]],
    );
    expect(rows({ type: "sankey", link: { source: [0], target: [1], value: [2] } })).toEqual([
      [0, 1, 2],
    ]);
    expect(rows({ type: "indicator", value: 7 })).toEqual([[7]]);
  });
});
