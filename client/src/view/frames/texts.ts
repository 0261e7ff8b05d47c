/** Values as texts: exactly, as they are copied, searched and exported; and shorter, as they are shown. */

import type { ColumnType } from "./types";
import { offsetAt } from "./zones";

const SECOND = 1000n;
const DAY_SECONDS = 86_400n;
const DECIMALS = 4;

/** Write a value in full. What is missing is the empty text. */
export function textOf(value: unknown, type: ColumnType): string {
  if (value === null || value === undefined) return "";
  switch (type.form) {
    case "float":
      return numberText(value as number);
    case "decimal":
      return decimalText(BigInt(value as bigint), type.scale);
    case "bytes":
      return bytesText(value as Uint8Array);
    case "date":
      return dateText(value as number);
    case "time":
      return clockText(BigInt(value as bigint), type.ticks);
    case "datetime":
      return momentText(BigInt(value as bigint), type);
    case "duration":
      return durationText(BigInt(value as bigint), type.ticks);
    case "list":
    case "struct":
    case "map":
    case "interval":
      return JSON.stringify(plainOf(value, type));
    default:
      return String(value);
  }
}

/** Write a value as a cell shows it where nothing else is asked for. */
export function shownOf(value: unknown, type: ColumnType): string {
  if (type.form === "float" && Number.isFinite(value)) return rounded(value as number);
  const text = textOf(value, type);
  return type.form === "decimal" && text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Return a value as JSON has it; a number that JSON's readers would round is a text. */
export function plainOf(value: unknown, type: ColumnType): unknown {
  if (value === null || value === undefined) return null;
  const [first, second] = type.children;
  switch (type.form) {
    case "list":
      return Array.from(value as ArrayLike<unknown>, (each) => plainOf(each, first!.type));
    case "map": {
      const [key, item] = first!.type.children;
      return Object.fromEntries(
        (value as [unknown, unknown][]).map(([name, each]) => [
          textOf(name, key!.type),
          plainOf(each, (item ?? second)!.type),
        ]),
      );
    }
    case "struct":
      return Object.fromEntries(
        type.children.map(({ name, type: of }) => [
          name,
          plainOf((value as Record<string, unknown>)[name], of),
        ]),
      );
    case "integer":
      return isSafe(value as bigint) ? Number(value) : String(value);
    case "interval":
      return Array.from(value as ArrayLike<unknown>, Number);
    case "boolean":
      return value;
    case "float":
      return Number.isFinite(value) ? value : textOf(value, type);
    default:
      return textOf(value, type);
  }
}

/** Return the milliseconds of a moment since 1970 UTC, of a time since midnight. */
export function millisecondsOf(value: unknown, type: ColumnType): number {
  if (type.form === "date") return value as number;
  const ticks = BigInt(value as bigint);
  return type.ticks >= SECOND
    ? Number(floored(ticks, type.ticks / SECOND))
    : Number(ticks * (SECOND / type.ticks));
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Round to four decimals, but keep what would become nothing. */
function rounded(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e21 || (size > 0 && size < 10 ** -DECIMALS)) return String(value);
  return String(Number(value.toFixed(DECIMALS)));
}

function decimalText(value: bigint, scale: number): string {
  if (scale <= 0) return (value * 10n ** BigInt(-scale)).toString();
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, "0");
  const sign = value < 0n ? "-" : "";
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Bytes that are a text are shown as one, others as hexadecimal digits. */
function bytesText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!/[\x00-\x08\x0e-\x1f]/.test(text)) return text;
  } catch {
    // no text
  }
  return `0x${Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("")}`;
}

function dateText(milliseconds: number): string {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return String(milliseconds);
  return isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function isoDay(year: number, month: number, day: number): string {
  const sign = year < 0 ? "-" : "";
  return `${sign}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}`;
}

function clockText(ticks: bigint, perSecond: bigint): string {
  const seconds = floored(ticks, perSecond);
  const [hours, rest] = [Number(seconds / 3600n), Number(seconds % 3600n)];
  const clock = `${pad(hours)}:${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
  return clock + fraction(ticks - seconds * perSecond, perSecond);
}

function momentText(ticks: bigint, { ticks: perSecond, zone }: ColumnType): string {
  const milliseconds = Number(floored(ticks, perSecond)) * 1000;
  const offset = zone === null ? 0 : offsetAt(milliseconds, zone);
  const local = ticks + (BigInt(offset) * perSecond) / SECOND;
  const days = floored(local, perSecond * DAY_SECONDS);
  const clock = clockText(local - days * perSecond * DAY_SECONDS, perSecond);
  const text = `${dateText(Number(days) * 86_400_000)} ${clock}`;
  return zone === null ? text : text + offsetText(offset);
}

function offsetText(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function durationText(ticks: bigint, perSecond: bigint): string {
  const day = perSecond * DAY_SECONDS;
  const days = floored(ticks, day);
  return `${days} day${days === 1n ? "" : "s"} ${clockText(ticks - days * day, perSecond)}`;
}

function fraction(ticks: bigint, perSecond: bigint): string {
  if (ticks === 0n) return "";
  const digits = ticks.toString().padStart(perSecond.toString().length - 1, "0");
  return `.${digits.length > 3 && digits.endsWith("000") ? shorter(digits) : digits}`;
}

/** Leave out groups of three digits that say nothing. */
function shorter(digits: string): string {
  return digits.replace(/(?:000)+$/, "");
}

function floored(value: bigint, by: bigint): bigint {
  const whole = value / by;
  return value % by < 0n ? whole - 1n : whole;
}

function isSafe(value: bigint | number): boolean {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}
