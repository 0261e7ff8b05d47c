/** Frame source: what is fetched of a table, and what its cells are. */

import {
  bool,
  dateDay,
  decimal128,
  dictionary,
  duration,
  float64,
  int64,
  list,
  struct,
  timestamp,
  timeMicrosecond,
  uint64,
  utf8,
} from "@uwdata/flechette";
import { describe, expect, it } from "vitest";

import { frameOf, inFile, type TestColumn } from "../../../test/frames";
import { FrameSource, LOADING } from "./source";
import { shownOf, textOf } from "./texts";

const never = () => Promise.reject(new Error("nothing is to be loaded"));
const MICRO = 2;
const NANO = 3;

function textsOf(column: TestColumn): string[] {
  const source = new FrameSource(frameOf([column]), never);
  const type = source.typeOf(0)!;
  return column[2].map((_, row) => textOf(source.at(0, row), type));
}

describe("cells", () => {
  it.each<[string, TestColumn, string[]]>([
    [
      "whole numbers of 64 bits, exactly",
      ["a", "integer", [9007199254740993n, -9223372036854775808n, null], int64()],
      ["9007199254740993", "-9223372036854775808", ""],
    ],
    [
      "unsigned ones",
      ["a", "integer", [18446744073709551615n], uint64()],
      ["18446744073709551615"],
    ],
    [
      "NaN and nothing are told apart",
      ["a", "number", [NaN, null, Infinity, -Infinity, -0, 0.1], float64()],
      ["NaN", "", "inf", "-inf", "-0", "0.1"],
    ],
    [
      "decimals, digit by digit",
      ["a", "decimal", [12345678901234567890123456n, -5n, 0n], decimal128(38, 6)],
      ["12345678901234567890.123456", "-0.000005", "0.000000"],
    ],
    [
      "days, before 1970 too",
      ["a", "date", [new Date("1960-05-06"), new Date("2024-02-29")], dateDay()],
      ["1960-05-06", "2024-02-29"],
    ],
    [
      "times to the microsecond",
      ["a", "time", [45_000_000_000n, 3_723_004_000n, 1n], timeMicrosecond()],
      ["12:30:00", "01:02:03.004", "00:00:00.000001"],
    ],
    [
      "moments without a zone, before 1970 too",
      ["a", "datetime", [1704164645123.456, -0.001], timestamp(MICRO)],
      ["2024-01-02 03:04:05.123456", "1969-12-31 23:59:59.999999"],
    ],
    [
      "moments in a zone, in summer and in winter",
      ["a", "datetime", [1704164645000, 1719882245000], timestamp(NANO, "Europe/Berlin")],
      ["2024-01-02 04:04:05+01:00", "2024-07-02 03:04:05+02:00"],
    ],
    [
      "a zone that is an offset",
      ["a", "datetime", [0], timestamp(MICRO, "+05:30")],
      ["1970-01-01 05:30:00+05:30"],
    ],
    [
      "a zone that nobody knows is told in UTC",
      ["a", "datetime", [0], timestamp(MICRO, "Mars/Olympus")],
      ["1970-01-01 00:00:00+00:00"],
    ],
    [
      "durations",
      ["a", "duration", [93784000000n, -86400000000n], duration(MICRO)],
      ["1 day 02:03:04", "-1 days 00:00:00"],
    ],
    ["categories", ["a", "category", ["x", null, "y"], dictionary(utf8())], ["x", "", "y"]],
    ["truths", ["a", "boolean", [true, false, null], bool()], ["true", "false", ""]],
    ["lists", ["a", "list", [[1, 2], [], null], list(float64())], ["[1,2]", "[]", ""]],
    [
      "records",
      ["a", "struct", [{ x: 1, y: "z" }], struct({ x: float64(), y: utf8() })],
      ['{"x":1,"y":"z"}'],
    ],
  ])("%s", (_, column, texts) => {
    expect(textsOf(column)).toEqual(texts);
  });

  it("are shown with four decimals, unless nothing would be left", () => {
    const source = new FrameSource(
      frameOf([["a", "number", [1234567.891234, 0.000012345, 2.5], float64()]]),
      never,
    );
    const shown = [0, 1, 2].map((row) => shownOf(source.at(0, row), source.typeOf(0)!));
    expect(shown).toEqual(["1234567.8912", "0.000012345", "2.5"]);
  });

  it("of a column that its frame does not have are nothing", () => {
    const source = new FrameSource(frameOf([["a", "integer", [1n], int64()]]), never);
    expect(source.at(7, 0)).toBeNull();
    expect(source.typeOf(7)).toBeNull();
  });
});

const LONG: TestColumn = ["a", "number", Array.from({ length: 100 }, (_, row) => row), float64()];

/** Look at rows and wait until the cell in `row` is there. */
async function looking(source: FrameSource, rows: [number, number], row: number) {
  source.look([0], rows);
  await new Promise<void>((there) => {
    const check = () => source.at(0, row) !== LOADING && there();
    source.subscribe(check);
    check();
  });
}

describe("a frame in a file", () => {
  it("is fetched where one looks, and a tile around that", async () => {
    const { frame, load, asked } = inFile(frameOf([LONG], 10));
    const source = new FrameSource(frame, load);
    expect(source.at(0, 0)).toBe(LOADING);
    await looking(source, [0, 10], 15);
    const { head, tiles } = frame.blocks[0]!;
    expect(asked).toEqual([
      [0, head + tiles[0]!],
      [0, head],
      [head + tiles[0]!, head + tiles[0]! + tiles[1]!],
    ]);
    expect(source.at(0, 3)).toBe(3);
    expect(source.at(0, 20)).toBe(LOADING);
  });

  it("shows the rows that came along before anything is fetched", () => {
    const first = frameOf([["a", "number", [0, 1, 2], float64()]]).data!;
    const { frame, load, asked } = inFile(frameOf([LONG], 10));
    const source = new FrameSource({ ...frame, first, first_rows: 3 }, load);
    expect([0, 2, 3].map((row) => source.at(0, row))).toEqual([0, 2, LOADING]);
    expect(source.typeOf(0)?.form).toBe("float");
    expect(asked).toEqual([]);
  });

  it("keeps no more tiles than fit, and never lets go of those in sight", async () => {
    const { frame, load, asked } = inFile(frameOf([LONG], 10));
    const source = new FrameSource(frame, load, frame.blocks[0]!.tiles[0]! * 4);
    for (let row = 0; row < 100; row += 10) {
      await looking(source, [row, row + 10], row);
      expect(source.at(0, row)).toBe(row);
    }
    const before = asked.length;
    await looking(source, [0, 10], 0);
    expect(asked.length).toBeGreaterThan(before);
    expect(source.at(0, 5)).toBe(5);
  });

  it("is there as a whole when that is asked for", async () => {
    const { frame, load } = inFile(frameOf([LONG], 10));
    const source = new FrameSource(frame, load);
    await source.whole([0]);
    expect(source.at(0, 99)).toBe(99);
  });

  it("is there as a whole for each who asks, though somebody else asks and looks elsewhere", async () => {
    const { frame, load } = inFile(frameOf([LONG], 10));
    const source = new FrameSource(frame, async (start, end, signal) => {
      await new Promise((wake) => setTimeout(wake, 1));
      signal.throwIfAborted();
      return load(start, end);
    });
    const missing = () =>
      Array.from({ length: 100 }, (_, row) => source.at(0, row)).indexOf(LOADING);
    const short = source.load([0], [50, 60]);
    const one = source.whole([0]).then(missing);
    const other = source.whole([0]).then(missing);
    await short;
    source.look([0], [0, 10]);
    expect(await Promise.all([one, other])).toEqual([-1, -1]);
  });

  it("says what is wrong with bytes that are cut short", async () => {
    const { frame, load } = inFile(frameOf([LONG], 10));
    const source = new FrameSource(frame, async (start, end) =>
      (await load(start, end)).slice(0, 40),
    );
    await expect(source.whole([0])).rejects.toThrow();
  });
});
