/** Typed moments: the dates and times that a text says, as people write them. */

import type { Column } from "../../frames/columns";
import type { Editor } from "../grid/view";

type Options = Pick<Column, "options">;

/** Check a moment in ISO 8601, which sorts as a text. */
export function within(
  iso: string | null,
  { options }: Options,
  example: string,
): ReturnType<Editor["parse"]> {
  if (iso === null) return { problem: `Not understood: write it like ${example}` };
  const { min_value, max_value } = options;
  if (typeof min_value === "string" && iso < min_value.slice(0, iso.length))
    return { problem: `Not before ${min_value.replace("T", " ")}` };
  if (typeof max_value === "string" && iso.slice(0, max_value.length) > max_value)
    return { problem: `Not after ${max_value.replace("T", " ")}` };
  return { value: iso };
}

/** Return the day that a text says, in ISO 8601; null if it says none. */
export function dateIn(text: string, column: Options): string | null {
  const [, year, month, day] =
    /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? [];
  if (year) return checkedDate(year, month!, day!);
  const [, first, mark, second, last] =
    /^\s*(\d{1,2})([-./])(\d{1,2})\2(\d{4})\s*$/.exec(text) ?? [];
  if (last) return inOrder(first!, second!, last, mark === "." || isDayFirst(column));
  if (/^\s*\d{8}\s*$/.test(text)) return fromDigits(text.trim(), column);
  const at = /[a-z]{3}/i.test(text) ? Date.parse(`${text} UTC`) : NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}

/** Digits alone, as a date field of the browser takes them too; the year tells where it stands. */
function fromDigits(digits: string, column: Options): string | null {
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)] as const;
  if (isCentury(parts[2])) return inOrder(...parts, isDayFirst(column));
  const year = digits.slice(0, 4);
  return isCentury(year) ? checkedDate(year, digits.slice(4, 6), digits.slice(6)) : null;
}

function isCentury(year: string): boolean {
  return /^(?:1[6-9]|2[01])/.test(year);
}

/** Tell whether the day is written before the month: as the column shows it, else as is usual here. */
function isDayFirst({ options: { format } }: Options): boolean {
  const shown = format && /D.*M|M.*D/.exec(format.replace(/\[[^\]]*\]/g, ""))?.[0];
  if (shown) return shown.startsWith("D");
  const parts = new Intl.DateTimeFormat().formatToParts(0).map(({ type }) => type);
  return parts.indexOf("day") < parts.indexOf("month");
}

function inOrder(first: string, second: string, year: string, dayFirst: boolean): string | null {
  return dayFirst ? checkedDate(year, second, first) : checkedDate(year, first, second);
}

function checkedDate(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(iso); // in UTC, as all dates without a time are
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** Return the time that a text says, in ISO 8601; null if it says none. */
export function timeIn(text: string): string | null {
  const clock = text.replace(/(?:Z|[+-]\d\d:?\d\d)\s*$/, ""); // as it is copied from one with a zone
  const found =
    /^\s*(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?\s*([ap]m)?\s*$/i.exec(clock) ??
    /^\s*(\d{2})(\d{2})(\d{2})?()\s*([ap]m)?\s*$/i.exec(clock);
  if (!found) return null;
  const [, hours = "", minutes = "", seconds = "00", fraction = "", half] = found;
  const twelve = half?.toLowerCase();
  const hour = twelve ? (Number(hours) % 12) + (twelve === "pm" ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return `${String(hour).padStart(2, "0")}:${minutes}:${seconds}${fraction}`;
}

/** Return the moment that a text says, in ISO 8601; null if it says none. */
export function momentIn(text: string, column: Options): string | null {
  const [, day = "", clock = ""] =
    /^\s*(\d{8}|.*?\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:[T ]+(.*?))?\s*$/.exec(text) ?? [];
  const date = dateIn(day, column);
  const time = clock ? timeIn(clock) : "00:00:00";
  return date && time ? `${date}T${time}` : null;
}
