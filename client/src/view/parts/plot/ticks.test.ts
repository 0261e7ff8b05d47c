import { expect, test } from "vitest";

import { clockTicks, durationOf, momentOf, timeTicks } from "./ticks";

const at = (text: string) => Date.parse(text);
const iso = (values: readonly number[]) => values.map((each) => new Date(each).toISOString());

test("years begin with years, and say so", () => {
  const ticks = timeTicks(at("2019-03-01"), at("2024-02-01"), 6, null);
  expect(ticks.values.map(ticks.write)).toEqual(["2020", "2021", "2022", "2023", "2024"]);
});

test("months tell the year where one begins", () => {
  const ticks = timeTicks(at("2023-10-15"), at("2024-02-15"), 5, null);
  expect(ticks.values.map(ticks.write)).toEqual(["Nov", "Dec", "2024", "Feb"]);
});

test("days begin where those of the data's zone do, through a change of its clocks", () => {
  const zone = "Europe/Berlin";
  const ticks = timeTicks(at("2024-10-25T23:00Z"), at("2024-10-28T12:00Z"), 2, zone);
  expect(iso(ticks.values)).toEqual(["2024-10-26T22:00:00.000Z", "2024-10-27T23:00:00.000Z"]);
  expect(ticks.values.map(ticks.write)).toEqual(["Oct 27", "Oct 28"]);
});

test("a midnight among hours is told as a day", () => {
  const ticks = timeTicks(at("2024-01-01T18:00Z"), at("2024-01-02T06:00Z"), 2, null);
  expect(ticks.values.map(ticks.write)).toContain("Jan 2");
});

test.each([
  ["2026-01-01", "2026-04-30", ["2026", "Feb", "Mar", "Apr"]],
  ["2026-01-02", "2026-01-30", ["Jan 5", "Jan 12", "Jan 19", "Jan 26"]],
  ["2024-02-01", "2026-02-01", ["Jul", "2025", "Jul", "2026"]],
])("on a phone there are more than two labels from %s to %s", (from, to, labels) => {
  const ticks = timeTicks(at(from), at(to), 3, null);
  expect(ticks.values.map(ticks.write)).toEqual(labels);
});

test("a finer step is not taken where its labels have no room", () => {
  const ticks = timeTicks(at("2024-06-01"), at("2026-06-01"), 2, null);
  expect(ticks.values.map(ticks.write)).toEqual(["2025", "2026"]);
});

test("there are never more ticks than an axis has room for, and none goes on for ever", () => {
  expect(timeTicks(0, 0, 5, null).values).toHaveLength(1);
  expect(timeTicks(-8e15, 8e15, 10, null).values.length).toBeLessThan(20);
  expect(clockTicks(0, 86_400_000, 8, true).values.length).toBeLessThan(10);
});

test("moments are told in full, days without a time", () => {
  expect(momentOf(at("2024-01-02T03:04Z"), "Asia/Tokyo", false)).toBe("Jan 2, 2024, 12:04 PM");
  expect(momentOf(at("2024-01-02"), null, true)).toBe("Jan 2, 2024");
  expect(momentOf(9e15, null, false)).toBe("9000000000000000");
});

test("durations are told in days and as a clock", () => {
  expect(durationOf(5_430_000)).toBe("01:30:30");
  expect(durationOf(-90_000_000)).toBe("-1 d 01:00:00");
  expect(durationOf(12.5)).toBe("12.5 ms");
});
