/** Formats: how numbers and moments are written where a specification says so, or says nothing. */

import { formatNumber } from "../../../lib/numbers";

const NAMED = [
  "plain",
  "localized",
  "dollar",
  "euro",
  "yen",
  "percent",
  "compact",
  "scientific",
  "engineering",
  "accounting",
  "bytes",
];

/** A directive of printf, and what else may stand around it. */
const PRINTF = /^(?:[^%]|%%)*%[-+ 0,#]*\d*(?:\.\d+)?[bcdeEfFgGiosuxX](?:[^%]|%%)*$/;

const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Return what writes values in a format; null if it is none. */
export function writerOf(format: unknown): ((value: unknown) => string) | null {
  if (typeof format !== "string" || !(NAMED.includes(format) || PRINTF.test(format))) return null;
  return (value) => each(value, (number) => formatNumber(number, format));
}

/** Write a value of a tooltip where nothing is said of that. */
export function usual(value: unknown): string {
  return each(value, shortened);
}

function each(value: unknown, write: (number: number) => string): string {
  if (Array.isArray(value)) return value.map((one) => each(one, write)).join(", ");
  if (value === null || value === undefined || value === "" || Number.isNaN(value)) return "-";
  if (typeof value === "number") return write(value);
  return typeof value === "string" && ISO.test(value)
    ? momentText(new Date(localOf(value)))
    : String(value);
}

/** Numbers as long as they say something: four places, and more only behind zeros. */
function shortened(value: number): string {
  const digits =
    Math.abs(value) >= 1 || value === 0
      ? { maximumFractionDigits: 4 }
      : { maximumSignificantDigits: 4 };
  return new Intl.NumberFormat("en-US", digits).format(value);
}

/** A date without a clock is one here. */
function localOf(text: string): string {
  return text.length === 10 ? `${text}T00:00:00` : text;
}

/** Write a moment by the clock of the browser; midnight is the whole day. */
export function momentText(date: Date, isUtc = false): string {
  if (Number.isNaN(date.getTime())) return "-";
  const shift = isUtc ? 0 : date.getTimezoneOffset() * 60_000;
  const text = new Date(date.getTime() - shift).toISOString();
  const clock = text.slice(11, 19);
  return clock === "00:00:00" ? text.slice(0, 10) : `${text.slice(0, 10)} ${clock}`;
}
