import {
  bool,
  dateDay,
  float64,
  int64,
  timestamp,
  TimeUnit,
  utf8,
  dictionary,
} from "@uwdata/flechette";
import { expect, it } from "vitest";

import { frameOf, type TestColumn } from "../../../../test/frames";
import { rowsOf } from "./rows";
import type { Json } from "./spec";

const { signal } = new AbortController();
const ALL: Json = { mark: { type: "point", tooltip: { content: "data" } } };

const rows = async (columns: readonly TestColumn[], spec: Json = ALL, perTile = Infinity) =>
  (await rowsOf(frameOf(columns, perTile), spec, signal)).rows;

const temporal = (field: string): Json => ({
  mark: "line",
  encoding: { x: { field, type: "temporal" } },
});

it("has numbers, texts and bools as they are, and null where there is nothing", async () => {
  expect(
    await rows([
      ["whole", "integer", [1n, 2n ** 60n], int64()],
      ["part", "number", [0.5, NaN], float64()],
      ["name", "category", ["x", null], dictionary(utf8())],
      ["is", "boolean", [true, null], bool()],
    ]),
  ).toEqual([
    { whole: 1, part: 0.5, name: "x", is: true },
    { whole: 2 ** 60, part: null, name: null, is: null },
  ]);
});

it("reads tables of many tiles", async () => {
  const values = Array.from({ length: 100 }, (_, place) => place / 2);
  const read = await rows([["a", "number", values, float64()]], ALL, 7);
  expect(read.map(({ a }) => a)).toEqual(values);
});

it("has only the columns that the chart names, whatever is around the name", async () => {
  const columns: TestColumn[] = ["a", "b.c", "qq"].map((name) => [name, "number", [1], float64()]);
  const spec: Json = {
    transform: [{ calculate: "datum.a * 2", as: "twice" }],
    encoding: { x: { field: "b\\.c" } },
    datasets: { other: [{ qq: 1 }] },
  };
  expect(await rows(columns, spec)).toEqual([{ a: 1, "b.c": 1 }]);
});

it("shows moments without a zone by the browser's clock, and days as their beginning", async () => {
  const noon = Date.UTC(2024, 6, 1, 12);
  const columns: TestColumn[] = [
    ["t", "datetime", [noon], timestamp(TimeUnit.MICROSECOND)],
    ["d", "date", [new Date(Date.UTC(2024, 6, 1))], dateDay()],
  ];
  const [first] = await rows(columns, { layer: [temporal("t"), temporal("d")] });
  expect(first).toEqual({
    t: new Date(2024, 6, 1, 12).getTime(),
    d: new Date(2024, 6, 1).getTime(),
  });
});

it("shows moments of a zone by the clock there", async () => {
  const noon = Date.UTC(2024, 6, 1, 12);
  const type = timestamp(TimeUnit.MILLISECOND, "Asia/Tokyo");
  const found = await rowsOf(
    frameOf([["t", "datetime", [noon], type, { zone: "Asia/Tokyo" }]]),
    temporal("t"),
    signal,
  );
  const shown = Number(found.rows[0]!.t);
  expect(shown).toBe(new Date(2024, 6, 1, 21).getTime());
  expect(found.clocks.get("t")!.told(shown)).toBe(noon);
});

it("has moments as texts where they are names", async () => {
  const moments = [Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 2, 3, 4)];
  const columns: TestColumn[] = [["t", "datetime", moments, timestamp(TimeUnit.MILLISECOND)]];
  const named = { mark: "bar", encoding: { x: { field: "t", type: "nominal" } } };
  expect(await rows(columns, named)).toEqual([{ t: "2024-01-01" }, { t: "2024-01-02 03:04" }]);
  const both = { layer: [named, temporal("t")] };
  expect(typeof (await rows(columns, both))[0]!.t).toBe("number");
});
