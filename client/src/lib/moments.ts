/** Moments: dates and times as the wire has them, as the date library has them, and as texts. */

import { CalendarDate, CalendarDateTime, Time } from "@internationalized/date";

export type Moment = CalendarDate | CalendarDateTime | Time;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A day in milliseconds. */
export const DAY = 24 * HOUR;

export function toDate(milliseconds: number): CalendarDate {
  const date = new Date(milliseconds);
  return new CalendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

export function toTime(milliseconds: number): Time {
  const date = new Date(milliseconds);
  return new Time(date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds());
}

export function toDateTime(milliseconds: number): CalendarDateTime {
  const { year, month, day } = toDate(milliseconds);
  const { hour, minute } = toTime(milliseconds);
  return new CalendarDateTime(year, month, day, hour, minute);
}

/** Count the milliseconds, of a time since midnight, else since 1970 UTC. */
export function toNumber(moment: Moment): number {
  const time = "hour" in moment ? moment : new Time();
  const clock = time.hour * HOUR + time.minute * MINUTE + time.second * SECOND;
  if (!("year" in moment)) return clock;
  // Date.UTC takes years below 100 for those of the last century.
  const day = new Date(0).setUTCFullYear(moment.year, moment.month - 1, moment.day);
  return day + clock;
}

/** The time of a moment, in milliseconds since its midnight. */
export function clockOf(milliseconds: number): number {
  return ((milliseconds % DAY) + DAY) % DAY;
}

/** The day of a moment: its midnight. */
export function dayOf(milliseconds: number): number {
  return milliseconds - clockOf(milliseconds);
}

/** Write a date, with a time to the minute or without, in a format like "YYYY/MM/DD". */
export function written(milliseconds: number, format: string, unit: "date" | "datetime"): string {
  const [day = "", clock = ""] = new Date(milliseconds).toISOString().split("T");
  const [year = "", month = "", date = ""] = day.split("-");
  const text = format.replace("YYYY", year).replace("MM", month).replace("DD", date);
  return unit === "date" ? text : `${text}, ${clock.slice(0, 5)}`;
}

/** Step on the clock to the next whole step, past midnight too; both are in milliseconds. */
export function stepped(clock: number, step: number, direction: 1 | -1): number {
  const steps = clock / step;
  const next = direction > 0 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1;
  const last = Math.ceil(DAY / step) - 1;
  return step * (next < 0 ? last : next > last ? 0 : next);
}
