/** Ticks: where an axis of moments or durations has its labels, and what they say. */

import { offsetAt } from "../../frames/zones";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Months and years are told apart from what has one length. */
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14].map((count) => count * DAY),
  ...[1, 3, 6].map((count) => count * MONTH),
];

/** How many labels an axis is to have, and how many times as many as usual may stand there. */
const LEAST = 3;
const CLOSER = 1.5;

export interface Ticks {
  readonly values: readonly number[];
  readonly write: (value: number) => string;
}

/** Return about `count` ticks of moments from `low` to `high`, in milliseconds since 1970 UTC. */
export function timeTicks(low: number, high: number, count: number, zone: string | null): Ticks {
  const local = (value: number) => (zone ? value + offsetAt(value, zone) : value);
  const instant = (wall: number) =>
    zone ? wall - offsetAt(wall - offsetAt(wall, zone), zone) : wall;
  const at = (each: number) =>
    walls(local(low), local(high), each)
      .map(instant)
      .filter((value) => value >= low && value <= high);
  const [step, values] = enough(stepFor((high - low) / Math.max(count, 1)), count, at);
  return { values, write: (value) => written(local(value), step) };
}

/** Return about `count` ticks of durations, or of times since midnight. */
export function clockTicks(low: number, high: number, count: number, isTime: boolean): Ticks {
  const wanted = (high - low) / Math.max(count, 1);
  const usual = wanted <= 12 * HOUR ? stepFor(wanted) : DAY * nice(wanted / DAY);
  const [step, values] = enough(usual, count, (each) => fixed(low, high, each));
  return { values, write: isTime ? (value) => written(value, step) : durationOf };
}

/** Write a moment in full, as a tooltip has it. */
export function momentOf(value: number, zone: string | null, isDate: boolean): string {
  const local = zone ? value + offsetAt(value, zone) : value;
  if (Number.isNaN(new Date(local).getTime())) return String(value);
  if (isDate) return format(local, { dateStyle: "medium" });
  const isMidnight = local % DAY === 0;
  if (isMidnight) return format(local, { dateStyle: "medium" });
  const exact = local % SECOND ? { fractionalSecondDigits: 3 as const } : {};
  const seconds = local % MINUTE ? { second: "2-digit" as const, ...exact } : {};
  return format(local, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...seconds,
  });
}

/** Write a time since midnight. */
export function timeOf(value: number): string {
  return format(value, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** Write a duration: "1 d 02:30:00". */
export function durationOf(value: number): string {
  const [sign, all] = [value < 0 ? "-" : "", Math.abs(value)];
  if (all > 0 && all < SECOND) return `${sign}${Number(all.toPrecision(6))} ms`;
  const days = Math.floor(all / DAY);
  const rest = all - days * DAY;
  const two = (count: number) => String(Math.floor(count)).padStart(2, "0");
  const clock = `${two(rest / HOUR)}:${two((rest % HOUR) / MINUTE)}:${two((rest % MINUTE) / SECOND)}`;
  if (days > 0) return `${sign}${days.toLocaleString()} d${rest >= SECOND ? ` ${clock}` : ""}`;
  const part = Math.round(rest % SECOND);
  return `${sign}${clock}${part ? `.${String(part).padStart(3, "0")}` : ""}`;
}

function stepFor(wanted: number): number {
  return STEPS.find((step) => step >= wanted) ?? YEAR * nice(wanted / YEAR);
}

/** Take the next finer step where two labels say too little, and as many more have room. */
function enough(
  step: number,
  count: number,
  at: (step: number) => readonly number[],
): [number, readonly number[]] {
  const values = at(step);
  const finer = STEPS.filter((each) => each < step).at(-1);
  if (values.length >= Math.min(count, LEAST) || finer === undefined) return [step, values];
  const more = at(finer);
  return more.length <= Math.ceil(count * CLOSER) ? [finer, more] : [step, values];
}

/** Return the next of 1, 2, 5, 10, 20 and so on. */
function nice(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 1)));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= wanted) ?? 10 * power;
}

/** Return what a clock shows at the ticks between two times, each as if it were UTC. */
function walls(low: number, high: number, step: number): number[] {
  if (step < MONTH) return fixed(low, high, step);
  const months = step >= YEAR ? 12 * Math.round(step / YEAR) : Math.round(step / MONTH);
  const first = new Date(low);
  const start = first.getUTCFullYear() * 12 + first.getUTCMonth();
  const found: number[] = [];
  for (let at = Math.floor(start / months) * months; found.length < 1000; at += months) {
    const wall = new Date(0).setUTCFullYear(Math.floor(at / 12), ((at % 12) + 12) % 12, 1);
    if (wall > high || Number.isNaN(wall)) break;
    if (wall >= low) found.push(wall);
  }
  return found;
}

function fixed(low: number, high: number, step: number): number[] {
  // Weeks begin on Mondays: 1970 began on a Thursday.
  const origin = step % (7 * DAY) === 0 ? 4 * DAY : 0;
  const first = Math.ceil((low - origin) / step) * step + origin;
  const count = Math.min(Math.floor((high - first) / step) + 1, 1000);
  return Array.from({ length: Math.max(count, 0) }, (_, place) => first + place * step);
}

/** Write a tick: the part of a moment that differs from one to the next, or the one above it. */
function written(wall: number, step: number): string {
  const date = new Date(wall);
  if (step >= YEAR) return String(date.getUTCFullYear());
  if (step >= MONTH)
    return date.getUTCMonth() === 0
      ? String(date.getUTCFullYear())
      : format(wall, { month: "short" });
  if (step >= DAY) return format(wall, { month: "short", day: "numeric" });
  if (wall % DAY === 0 && Math.abs(wall) > DAY)
    return format(wall, { month: "short", day: "numeric" });
  if (step >= MINUTE) return format(wall, { hour: "2-digit", minute: "2-digit" });
  const clock = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  return format(wall, step >= SECOND ? clock : { ...clock, fractionalSecondDigits: 3 });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(wall: number, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const known =
    formats.get(key) ?? new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC" });
  formats.set(key, known);
  return known.format(wall);
}
