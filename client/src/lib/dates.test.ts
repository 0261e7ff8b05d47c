import { describe, expect, it } from "vitest";

import { type DateUnit, formatDate } from "./dates";

const THURSDAY = Date.UTC(2020, 2, 5, 9, 7, 8, 45);
const NOW = Date.UTC(2026, 10, 22, 14, 50);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("tokens", () => {
  it.each([
    ["YYYY-MM-DD HH:mm:ss", "2020-03-05 09:07:08"],
    ["YY Y M D H h m s", "20 2020 3 5 9 9 7 8"],
    ["MMM MMMM Mo Do DDD DDDD DDDo", "Mar March 3rd 5th 65 065 65th"],
    ["d do dd ddd dddd e E", "4 4th Th Thu Thursday 4 4"],
    ["w ww W WW gg GG gggg GGGG", "10 10 10 10 20 20 2020 2020"],
    ["Q Qo", "1 1st"],
    ["A a hh kk k", "AM am 09 09 9"],
    ["S SS SSS SSSSSS", "0 04 045 045000"],
    ["Z ZZ z X x", "+00:00 +0000 UTC 1583399228 1583399228045"],
    ["[at] HH[h]", "at 09h"],
    ["MM/DD/YY - hh:mm", "03/05/20 - 09:07"],
    ["ddd ha", "Thu 9am"],
    ["L LT LTS l", "03/05/2020 9:07 AM 9:07:08 AM 3/5/2020"],
    ["LLLL", "Thursday, March 5, 2020 9:07 AM"],
    ["llll", "Thu, Mar 5, 2020 9:07 AM"],
  ])("%s is %s", (format, text) => {
    expect(formatDate(THURSDAY, format, "datetime", NOW, "en-US")).toBe(text);
  });

  it.each([
    [Date.UTC(2000, 0, 1), "w W gggg GGGG", "1 52 2000 1999"],
    [Date.UTC(2000, 0, 1), "h hh H k A", "12 12 0 24 AM"],
    [Date.UTC(2020, 11, 31), "DDDD W GGGG w gggg", "366 53 2020 1 2021"],
    [Date.UTC(2021, 0, 3, 13), "E e ddd h A", "7 0 Sun 1 PM"],
    [Date.UTC(2021, 0, 11), "Do", "11th"],
    [Date.UTC(2021, 0, 22), "Do", "22nd"],
  ])("%d in %s is %s", (instant, format, text) => {
    expect(formatDate(instant, format, "datetime", NOW, "en-US")).toBe(text);
  });
});

describe("names", () => {
  it.each<[DateUnit, string, string]>([
    ["datetime", "localized", "Mar 5, 2020, 9:07:08 AM"],
    ["date", "localized", "Mar 5, 2020"],
    ["time", "localized", "9:07:08 AM"],
    ["datetime", "iso8601", "2020-03-05T09:07:08.045Z"],
    ["date", "iso8601", "2020-03-05"],
    ["time", "iso8601", "09:07:08.045Z"],
  ])("%s as %s is %s", (unit, format, text) => {
    // ICU writes a narrow no-break space before AM.
    expect(formatDate(THURSDAY, format, unit, NOW, "en-US").replace("\u202f", " ")).toBe(text);
  });

  it.each([
    [-20_000, "20 seconds ago"],
    [-MINUTE, "1 minute ago"],
    [-20 * MINUTE, "20 minutes ago"],
    [-50 * MINUTE, "1 hour ago"],
    [3 * HOUR, "in 3 hours"],
    [-23 * HOUR, "1 day ago"],
    [-8 * DAY, "8 days ago"],
    [-30 * DAY, "1 month ago"],
    [-50 * DAY, "2 months ago"],
    [-340 * DAY, "1 year ago"],
    [-500 * DAY, "1 year ago"],
    [900 * DAY, "in 2 years"],
  ])("%d from now is told as the distance %s", (difference, text) => {
    expect(formatDate(NOW + difference, "distance", "datetime", NOW, "en-US")).toBe(text);
  });

  it.each([
    [0, "Today at 2:50 PM"],
    [-DAY, "Yesterday at 2:50 PM"],
    [DAY, "Tomorrow at 2:50 PM"],
    [-3 * DAY, "Last Thursday at 2:50 PM"],
    [6 * DAY, "Saturday at 2:50 PM"],
    [-8 * DAY, "11/14/2026"],
    [9 * DAY, "12/01/2026"],
  ])("%d from now stands in the calendar as %s", (difference, text) => {
    expect(formatDate(NOW + difference, "calendar", "datetime", NOW, "en-US")).toBe(text);
  });
});
