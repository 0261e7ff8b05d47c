/** Editors: how the cells of a column are set, and what a text says in one. */

import type { Column, Kind } from "../../frames/columns";
import { itemsOf, shownIn } from "../../frames/cells";
import { textOf } from "../../frames/texts";
import type { ColumnType } from "../../frames/types";
import type { Editor, Plain } from "../grid/view";
import { dateIn, momentIn, timeIn, within } from "./typed_moments";

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

/** What is said where a value is needed. */
export const NEEDED = "This cell cannot be empty";

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
    value: shownOf(value, column),
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

/** Return the plain value of a cell: of a moment all of it, on the clock of its column. */
export function plainOf(value: unknown, column: Column, type: ColumnType): Plain {
  const { kind } = column;
  if (value === null || value === undefined) return null;
  if (kind === "multiselect" || kind === "list") return itemsOf(value, type);
  if (type.form === "boolean") return value as boolean;
  if (type.form === "date" || type.form === "datetime") return momentOf(value, column, type);
  const text = textOf(value, type);
  if (type.form === "integer" || type.form === "float") {
    const number = Number(text);
    return String(number) === text ? number : text;
  }
  return text;
}

function momentOf(value: unknown, column: Column, type: ColumnType): string {
  const text = textOf(value, shownIn(column, type)).replace(/[+-]\d\d:\d\d$/, "");
  const [day = "", clock = "00:00:00"] = text.split(" ");
  if (!["date", "time", "datetime"].includes(column.kind)) return textOf(value, type);
  if (column.kind === "date" && type.form === "date") return day;
  return `${day}T${clock.slice(0, 15)}`; // Python has no part of a second that is finer
}

/** Return what of a plain value its column shows, and an editor sets: the day or the time of a moment. */
export function shownOf(value: Plain, { kind }: Pick<Column, "kind">): Plain {
  if (typeof value !== "string") return value;
  if (kind === "date") return value.slice(0, 10);
  return kind === "time" ? value.replace(/^.*T/, "") : value;
}

/** Return what a value says: the same for one that was set, and for what a script has made of it. */
export function comparable(value: Plain, column: Column | undefined): string {
  const text = Array.isArray(value) ? JSON.stringify(value.map(String)) : String(value ?? "");
  switch (EDITORS[column?.kind ?? "text"]) {
    case "number":
      return Number.isFinite(Number(text)) && text !== "" ? String(Number(text)) : text;
    case "date":
    case "time":
    case "datetime":
      return text
        .replace("T", " ")
        .replace(/(?::00)*(?:\.0+)?$/, "")
        .replace(/ 00$/, "");
    default:
      return text;
  }
}

/** Read a text as a column's cells are read: typed, or pasted. */
export function parse(text: string, column: Column): Parsed {
  const { kind, options } = column;
  const isEmpty = text.trim() === "";
  if (isEmpty && options.required) return { problem: NEEDED };
  if (isEmpty && kind !== "text" && kind !== "markdown") return { value: null };
  switch (EDITORS[kind]) {
    case "number":
      return parseNumber(text, column);
    case "select":
      return parseOption(text, column);
    case "tags":
      return parseTags(text, column);
    case "date":
      return within(dateIn(text, column), column, "2024-12-31");
    case "time":
      return within(timeIn(text), column, "23:59");
    case "datetime":
      return within(momentIn(text, column), column, "2024-12-31 23:59");
    default:
      return parseText(text, column);
  }
}

function parseText(text: string, { options }: Column): Parsed {
  const { max_chars, validate } = options;
  if (max_chars != null && [...text].length > max_chars)
    return { problem: `At most ${max_chars} characters` };
  if (validate && isOther(validate, text)) {
    const problem = isBroken(validate)
      ? `The form of this column is no regular expression: ${validate}`
      : `This does not have the form ${validate}`;
    return { problem };
  }
  return { value: text };
}

function isOther(pattern: string, text: string): boolean {
  try {
    return !new RegExp(pattern, "u").test(text);
  } catch {
    // What only Python understands is left to the server, which has the last word.
    return isBroken(pattern) && !/\(\?|\\[AZz]|[*+?}]\+/.test(pattern);
  }
}

/** Tell whether a text is no regular expression, also where letters are escaped without need. */
function isBroken(pattern: string): boolean {
  try {
    return !new RegExp(pattern);
  } catch {
    return true;
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
