import { expect, it } from "vitest";

import {
  clockOf,
  DAY,
  dayOf,
  stepped,
  toDate,
  toDateTime,
  toNumber,
  toTime,
  written,
} from "./moments";

const HOUR = 3_600_000;

it.each(["0001-01-01", "0099-12-31", "1969-07-20", "2024-02-29", "9999-12-31"])(
  "reads and counts %s",
  (day) => {
    const number = Date.parse(day);
    expect(toDate(number).toString()).toBe(day);
    expect(toNumber(toDate(number))).toBe(number);
    const moment = number + 23 * HOUR + 59 * 60_000;
    expect(toDateTime(moment).toString()).toBe(`${day}T23:59:00`);
    expect(toNumber(toDateTime(moment))).toBe(moment);
    expect([dayOf(moment), clockOf(moment)]).toEqual([number, moment - number]);
  },
);

it("counts times from midnight", () => {
  expect(toTime(8.5 * HOUR + 7000).toString()).toBe("08:30:07");
  expect(toNumber(toTime(8.5 * HOUR + 7000))).toBe(8.5 * HOUR + 7000);
});

it.each([
  ["YYYY/MM/DD", "date", "0099/02/03"],
  ["DD.MM.YYYY", "date", "03.02.0099"],
  ["MM-DD-YYYY", "datetime", "02-03-0099, 08:45"],
] as const)("writes %s", (format, unit, text) => {
  expect(written(Date.parse("0099-02-03T08:45Z"), format, unit)).toBe(text);
});

it.each([
  [0, HOUR, 1, HOUR],
  [HOUR, HOUR, 1, 2 * HOUR],
  [1.5 * HOUR, HOUR, 1, 2 * HOUR],
  [1.5 * HOUR, HOUR, -1, HOUR],
  [HOUR, HOUR, -1, 0],
  [0, HOUR, -1, 23 * HOUR],
  [23 * HOUR, HOUR, 1, 0],
  [0, 7 * HOUR, -1, 21 * HOUR],
  [22 * HOUR, 7 * HOUR, 1, 0],
  [0, 23 * HOUR, 1, 23 * HOUR],
] as const)("steps from %i by %i towards %i", (clock, step, direction, next) => {
  expect(stepped(clock, step, direction)).toBe(next);
  expect(next).toBeLessThan(DAY);
});
