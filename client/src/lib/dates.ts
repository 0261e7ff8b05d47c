/** Dates and times in moment-like tokens or a named format, always in UTC. */

export type DateUnit = "date" | "time" | "datetime";

interface Moment {
  date: Date;
  locale: string | undefined;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const TOKEN =
  /\[([^\]]*)\]|LTS?|LL{0,3}|l{1,4}|YYYY|YY|Y|Mo|M{1,4}|DDDo|Do|D{1,4}|do|d{1,4}|Qo|Q|E|e|wo|w{1,2}|Wo|W{1,2}|gggg|gg|GGGG|GG|HH?|hh?|kk?|mm?|ss?|S{1,6}|A|a|ZZ?|z|X|x/g;

const LONG_FORMS: Record<string, string> = {
  LT: "h:mm A",
  LTS: "h:mm:ss A",
  L: "MM/DD/YYYY",
  LL: "MMMM D, YYYY",
  LLL: "MMMM D, YYYY h:mm A",
  LLLL: "dddd, MMMM D, YYYY h:mm A",
  l: "M/D/YYYY",
  ll: "MMM D, YYYY",
  lll: "MMM D, YYYY h:mm A",
  llll: "ddd, MMM D, YYYY h:mm A",
};

const TOKENS: Record<string, (moment: Moment) => string | number> = {
  YYYY: ({ date }) => padded(date.getUTCFullYear(), 4),
  YY: ({ date }) => padded(date.getUTCFullYear() % 100),
  Y: ({ date }) => date.getUTCFullYear(),
  Q: ({ date }) => Math.floor(date.getUTCMonth() / 3) + 1,
  MMMM: (moment) => part(moment, { month: "long" }),
  MMM: (moment) => part(moment, { month: "short" }),
  MM: ({ date }) => padded(date.getUTCMonth() + 1),
  M: ({ date }) => date.getUTCMonth() + 1,
  DDDD: ({ date }) => padded(dayOfYear(date), 3),
  DDD: ({ date }) => dayOfYear(date),
  DD: ({ date }) => padded(date.getUTCDate()),
  D: ({ date }) => date.getUTCDate(),
  dddd: (moment) => part(moment, { weekday: "long" }),
  ddd: (moment) => part(moment, { weekday: "short" }),
  dd: (moment) => part(moment, { weekday: "short" }).slice(0, 2),
  d: ({ date }) => date.getUTCDay(),
  e: ({ date }) => date.getUTCDay(),
  E: ({ date }) => date.getUTCDay() || 7,
  ww: ({ date }) => padded(weekOf(date, 0).week),
  w: ({ date }) => weekOf(date, 0).week,
  gggg: ({ date }) => weekOf(date, 0).year,
  gg: ({ date }) => padded(weekOf(date, 0).year % 100),
  WW: ({ date }) => padded(weekOf(date, 1).week),
  W: ({ date }) => weekOf(date, 1).week,
  GGGG: ({ date }) => weekOf(date, 1).year,
  GG: ({ date }) => padded(weekOf(date, 1).year % 100),
  HH: ({ date }) => padded(date.getUTCHours()),
  H: ({ date }) => date.getUTCHours(),
  hh: ({ date }) => padded(date.getUTCHours() % 12 || 12),
  h: ({ date }) => date.getUTCHours() % 12 || 12,
  kk: ({ date }) => padded(date.getUTCHours() || 24),
  k: ({ date }) => date.getUTCHours() || 24,
  mm: ({ date }) => padded(date.getUTCMinutes()),
  m: ({ date }) => date.getUTCMinutes(),
  ss: ({ date }) => padded(date.getUTCSeconds()),
  s: ({ date }) => date.getUTCSeconds(),
  A: ({ date }) => (date.getUTCHours() < 12 ? "AM" : "PM"),
  a: ({ date }) => (date.getUTCHours() < 12 ? "am" : "pm"),
  ZZ: () => "+0000",
  Z: () => "+00:00",
  z: () => "UTC",
  X: ({ date }) => Math.floor(date.getTime() / SECOND),
  x: ({ date }) => date.getTime(),
};

/**
 * Write an instant, given in milliseconds since 1970 UTC (a time: since midnight).
 *
 * Args:
 *   format: moment-like tokens, or localized, distance, calendar or iso8601.
 *   now: what distance and calendar are told from, on the same clock as `milliseconds`.
 */
export function formatDate(
  milliseconds: number,
  format: string,
  unit: DateUnit,
  now: number,
  locale?: string,
): string {
  const moment = { date: new Date(milliseconds), locale };
  switch (format) {
    case "localized":
      return localized(moment, unit);
    case "distance":
      return distance(milliseconds - now, locale);
    case "calendar":
      return byTokens(moment, calendar(milliseconds, now));
    case "iso8601":
      return iso(moment.date, unit);
    default:
      return byTokens(moment, format);
  }
}

function byTokens(moment: Moment, format: string): string {
  return format.replace(TOKEN, (token: string, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const longForm = LONG_FORMS[token];
    if (longForm !== undefined) return byTokens(moment, longForm);
    if (/^S+$/.test(token)) return fraction(moment.date, token.length);
    if (token.endsWith("o")) return ordinal(Number(TOKENS[token.slice(0, -1)]!(moment)));
    return `${TOKENS[token]?.(moment) ?? token}`;
  });
}

function localized({ date, locale }: Moment, unit: DateUnit): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC" };
  if (unit !== "time") options.dateStyle = "medium";
  if (unit !== "date") options.timeStyle = "medium";
  return new Intl.DateTimeFormat(locale, options).format(date);
}

function iso(date: Date, unit: DateUnit): string {
  const [day = "", time = ""] = date.toISOString().split("T");
  return unit === "date" ? day : unit === "time" ? time : `${day}T${time}`;
}

/** Each step: from how far on the unit is used, and how long it is. */
const DISTANCES: [from: number, unit: Intl.RelativeTimeFormatUnit, length: number][] = [
  [548 * DAY, "year", 365.25 * DAY],
  [320 * DAY, "year", Infinity],
  [45 * DAY, "month", 30.44 * DAY],
  [26 * DAY, "month", Infinity],
  [36 * HOUR, "day", DAY],
  [22 * HOUR, "day", Infinity],
  [90 * MINUTE, "hour", HOUR],
  [45 * MINUTE, "hour", Infinity],
  [90 * SECOND, "minute", MINUTE],
  [45 * SECOND, "minute", Infinity],
  [0, "second", SECOND],
];

function distance(difference: number, locale?: string): string {
  const size = Math.abs(difference);
  const [, unit, length] = DISTANCES.find(([from]) => size >= from)!;
  const count = length === Infinity ? 1 : Math.round(size / length);
  const words = new Intl.RelativeTimeFormat(locale);
  return words.format(difference < 0 ? -count : count, unit);
}

function calendar(milliseconds: number, now: number): string {
  const days = Math.floor(milliseconds / DAY) - Math.floor(now / DAY);
  if (days < -6 || days > 6) return "L";
  if (days < -1) return "[Last] dddd [at] LT";
  if (days > 1) return "dddd [at] LT";
  return `[${["Yesterday", "Today", "Tomorrow"][days + 1]} at] LT`;
}

function part({ date, locale }: Moment, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
}

function padded(value: number, length = 2): string {
  return `${value}`.padStart(length, "0");
}

function fraction(date: Date, length: number): string {
  return padded(date.getUTCMilliseconds(), 3).padEnd(length, "0").slice(0, length);
}

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teen ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th")}`;
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / DAY) + 1;
}

/**
 * Return a week's number and year: the weeks of ISO 8601 begin on day 1 and belong to the year
 * of their Thursday, the American ones begin on day 0 and belong to that of their Saturday.
 */
function weekOf(date: Date, firstDay: 0 | 1): { week: number; year: number } {
  const day = Math.floor(date.getTime() / DAY);
  const decisive = day - ((date.getUTCDay() - firstDay + 7) % 7) + (firstDay === 1 ? 3 : 6);
  const year = new Date(decisive * DAY).getUTCFullYear();
  return { week: Math.floor((decisive - Date.UTC(year, 0) / DAY) / 7) + 1, year };
}
