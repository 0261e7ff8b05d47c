/** Editors: how the cells of a column are set, and what a text says in one. */

import type { Column, Kind } from "../../frames/columns";
import { itemsOf } from "../../frames/cells";
import { textOf } from "../../frames/texts";
import type { ColumnType } from "../../frames/types";
import type { Editor, Plain } from "../grid/view";

type Parsed = ReturnType<Editor["parse"]>;

const EDITORS: Partial<Record<Kind, Editor["kind"]>> = {
  text: "text",
  markdown: "text",
  link: "link",
  number: "number",
  progress: "number",
  selectbox: "select",
  multiselect: "tags",
  list: "tags",
  date: "date",
  time: "time",
  datetime: "datetime",
};

/** Kinds that are only shown. */
const READ_ONLY: readonly Kind[] = [
  "image",
  "audio",
  "video",
  "progress",
  "line_chart",
  "area_chart",
  "bar_chart",
  "button",
  "json",
];

/** Kinds of data whose cells no plain value stands for. */
const OPAQUE: readonly Column["data"][] = ["bytes", "struct", "mixed", "duration", "period"];

/** Tell whether the cells of a column can be set at all. */
export function canEdit({ kind, data, options }: Column): boolean {
  if (options.disabled || READ_ONLY.includes(kind)) return false;
  return !OPAQUE.includes(data) || kind === "selectbox";
}

/** Return the editor of a column's cells, for one that has a value; null for boxes to tick. */
export function editorFor(column: Column, value: Plain): Editor | null {
  const kind = EDITORS[column.kind];
  if (!kind || !canEdit(column)) return null;
  const { options } = column;
  const choices = options.options?.map((each) => ({
    value: each.value as Plain,
    label: each.label ?? String(each.value),
  }));
  return {
    kind,
    value,
    ...(choices ? { options: choices } : {}),
    acceptsNew: column.kind === "list" || options.accept_new_options === true,
    isRequired: options.required === true,
    min: options.min_value ?? null,
    max: options.max_value ?? null,
    step: options.step ?? null,
    maxChars: options.max_chars ?? null,
    parse: (text) => parse(text, column),
  };
}

/** Return the plain value of a cell, as an editor has it. */
export function plainOf(value: unknown, { kind }: Column, type: ColumnType): Plain {
  if (value === null || value === undefined) return null;
  if (kind === "multiselect" || kind === "list") return itemsOf(value, type);
  if (type.form === "boolean") return value as boolean;
  const text = textOf(value, type);
  if (type.form === "integer" || type.form === "float") {
    const number = Number(text);
    return String(number) === text ? number : text;
  }
  return kind === "datetime" ? text.slice(0, 26).replace(/[+-]\d\d:\d\d$/, "") : text;
}

/** Read a text as a column's cells are read: typed, or pasted. */
export function parse(text: string, column: Column): Parsed {
  const { kind, options } = column;
  const isEmpty = text.trim() === "";
  if (isEmpty && options.required) return { problem: "This cell cannot be empty" };
  if (isEmpty && kind !== "text" && kind !== "markdown") return { value: null };
  switch (EDITORS[kind]) {
    case "number":
      return parseNumber(text, column);
    case "select":
      return parseOption(text, column);
    case "tags":
      return parseTags(text, column);
    case "date":
      return within(dateIn(text), column, "2024-12-31");
    case "time":
      return within(timeIn(text), column, "23:59");
    case "datetime":
      return within(momentIn(text), column, "2024-12-31 23:59");
    default:
      return parseText(text, column);
  }
}

function parseText(text: string, { options }: Column): Parsed {
  const { max_chars, validate } = options;
  if (max_chars != null && [...text].length > max_chars)
    return { problem: `At most ${max_chars} characters` };
  if (validate && !matches(validate, text)) return { problem: "This does not have the right form" };
  return { value: text };
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return true; // a pattern of Python that is none here: the server has the last word
  }
}

function parseNumber(text: string, { data, options }: Column): Parsed {
  const isPercent = /%\s*$/.test(text);
  const digits = plainDigits(text);
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(digits))
    return { problem: "This is no number" };
  const number = isPercent ? Number(digits) / 100 : Number(digits);
  if (data === "integer" && !Number.isInteger(number))
    return { problem: "This is no whole number" };
  if (typeof options.min_value === "number" && number < options.min_value)
    return { problem: `At least ${options.min_value}` };
  if (typeof options.max_value === "number" && number > options.max_value)
    return { problem: `At most ${options.max_value}` };
  // What a number of the browser would round stays a text; so do decimals, digit by digit.
  const isExact = data === "decimal" || (data === "integer" && !Number.isSafeInteger(number));
  return { value: isExact && !isPercent ? digits.replace(/^\+/, "") : number };
}

/** Return a number without what stands around it or parts its thousands. */
function plainDigits(text: string): string {
  const bare = text
    .trim()
    .replace(/^\((.*)\)$/, "-$1")
    .replace(/[\s\u00a0\u202f'_%$€£¥]/g, "")
    .replace("\u2212", "-");
  const isEuropean = /^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/.test(bare) || /^[-+]?\d+,\d{1,2}$/.test(bare);
  return isEuropean ? bare.replaceAll(".", "").replace(",", ".") : bare.replaceAll(",", "");
}

function parseOption(text: string, { options }: Column): Parsed {
  const wanted = text.trim();
  const all = options.options ?? [];
  const found =
    all.find(({ value }) => String(value) === wanted) ?? all.find(({ label }) => label === wanted);
  return found ? { value: found.value } : { problem: "This is none of the options" };
}

function parseTags(text: string, { kind, options }: Column): Parsed {
  const all = options.options ?? null;
  const items = listIn(text).map((each) => all?.find(({ label }) => label === each)?.value ?? each);
  const values = items.map(String);
  const isOpen = kind === "list" || options.accept_new_options || !all;
  const strange = isOpen
    ? undefined
    : values.find((each) => !all.some(({ value }) => String(value) === each));
  return strange === undefined
    ? { value: values }
    : { problem: `"${strange}" is none of the options` };
}

function listIn(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list))
      return list.map((each) => (typeof each === "string" ? each : JSON.stringify(each)));
  } catch {
    // no JSON
  }
  return text
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
}

/** Check a moment in ISO 8601, which sorts as a text. */
function within(iso: string | null, { options }: Column, example: string): Parsed {
  if (iso === null) return { problem: `Not understood: write it like ${example}` };
  const { min_value, max_value } = options;
  if (typeof min_value === "string" && iso < min_value.slice(0, iso.length))
    return { problem: `Not before ${min_value.replace("T", " ")}` };
  if (typeof max_value === "string" && iso.slice(0, max_value.length) > max_value)
    return { problem: `Not after ${max_value.replace("T", " ")}` };
  return { value: iso };
}

function dateIn(text: string): string | null {
  const [, year, month, day] =
    /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? [];
  if (year) return checkedDate(year, month!, day!);
  const [, first, second, last] = /^\s*(\d{1,2})([./])\d{1,2}\2(\d{4})\s*$/.exec(text)
    ? (/^\s*(\d{1,2})[./](\d{1,2})[./](\d{4})/.exec(text) ?? [])
    : [];
  // With points the day comes first, with slashes the month.
  if (last)
    return text.includes(".")
      ? checkedDate(last, second!, first!)
      : checkedDate(last, first!, second!);
  const at = /[a-z]{3}/i.test(text) ? Date.parse(`${text} UTC`) : NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}

function checkedDate(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(iso); // in UTC, as all dates without a time are
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso;
}

function timeIn(text: string): string | null {
  const found = /^\s*(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?\s*([ap]m)?\s*$/i.exec(text);
  if (!found) return null;
  const [, hours = "", minutes = "", seconds = "00", fraction = "", half] = found;
  const twelve = half?.toLowerCase();
  const hour = twelve ? (Number(hours) % 12) + (twelve === "pm" ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return `${String(hour).padStart(2, "0")}:${minutes}:${seconds}${fraction}`;
}

function momentIn(text: string): string | null {
  const [, day = "", clock = ""] =
    /^\s*(.*?\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:[T ]+(.*?))?\s*$/.exec(text) ?? [];
  const date = dateIn(day);
  const time = clock ? timeIn(clock.replace(/(?:Z|[+-]\d\d:?\d\d)$/, "")) : "00:00:00";
  return date && time ? `${date}T${time}` : null;
}
