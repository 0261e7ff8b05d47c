/** Cells: what a value looks like in a column, and what is copied of it. */

import type { Look } from "../../core/wire.gen";
import { formatDate, type DateUnit } from "../../lib/dates";
import { formatNumber } from "../../lib/numbers";
import type { Align, Column } from "./columns";
import { millisecondsOf, plainOf, shownOf, textOf } from "./texts";
import { offsetAt } from "./zones";
import type { ColumnType } from "./types";

interface Common {
  /** What is copied, and read to who does not see it. */
  readonly copy: string;
  readonly look?: Look | undefined;
  /** Whether there is no value: what is shown is only said of that. */
  readonly isMissing?: boolean | undefined;
}

/** What a cell shows. */
export type Cell = Common &
  (
    | { readonly kind: "loading" }
    | {
        readonly kind: "text";
        readonly text: string;
        readonly align: Align;
        /** Whether it is Markdown, of which the cell shows the source. */
        readonly isMarkdown?: boolean;
      }
    | { readonly kind: "checkbox"; readonly checked: boolean | null }
    | { readonly kind: "bubbles"; readonly items: readonly Bubble[] }
    | { readonly kind: "link"; readonly text: string; readonly href: string; readonly align: Align }
    | { readonly kind: "image"; readonly src: string; readonly align: Align }
    | { readonly kind: "media"; readonly text: string; readonly align: Align }
    | {
        readonly kind: "progress";
        readonly share: number;
        readonly text: string;
        readonly color: string | null;
      }
    | {
        readonly kind: "chart";
        readonly type: "line" | "area" | "bar";
        readonly values: readonly (number | null)[];
        readonly low: number;
        readonly high: number;
        readonly color: string | null;
      }
    | { readonly kind: "button"; readonly text: string; readonly type: string }
  );

export interface Bubble {
  readonly text: string;
  readonly color: string | null;
}

const NOTHING: Cell = { kind: "loading", copy: "" };

/** Return what stands in for a cell whose value is on its way. */
export function loadingCell(): Cell {
  return NOTHING;
}

interface Context {
  /** What is shown where there is no value. */
  readonly placeholder: string;
  /** The time now, in ms, for what is told from it. */
  readonly now: number;
  /** A text that stands for the value, as a Styler says. */
  readonly text?: string | null;
  readonly look?: Look | undefined;
}

/** Return what a value looks like. */
export function cellOf(value: unknown, column: Column, type: ColumnType, context: Context): Cell {
  const { look } = context;
  if (value === null || value === undefined) return missing(column, context);
  const text = textOf(value, shownIn(column, type));
  const copy = type.form === "datetime" ? inUnit(text, column.kind) : text;
  const styled = context.text;
  if (styled != null && column.kind !== "checkbox")
    return { kind: "text", text: styled, align: column.align, copy: styled, look };
  return { ...drawn(value, copy, column, type, context), copy, look };
}

type Drawn = Cell extends infer Each
  ? Each extends Cell
    ? Omit<Each, keyof Common>
    : never
  : never;

function drawn(
  value: unknown,
  copy: string,
  column: Column,
  type: ColumnType,
  context: Context,
): Drawn {
  const { kind, options, align } = column;
  switch (kind) {
    case "checkbox":
      return { kind: "checkbox", checked: Boolean(value) };
    case "list":
    case "multiselect":
      return { kind: "bubbles", items: bubblesOf(value, type, column) };
    case "selectbox": {
      const option = options.options?.find((each) => String(each.value) === copy);
      return { kind: "text", text: option?.label ?? copy, align };
    }
    case "link":
      return {
        kind: "link",
        text: linkText(copy, options.display_text ?? null),
        href: copy,
        align,
      };
    case "image":
      return { kind: "image", src: copy, align };
    case "audio":
    case "video":
      return { kind: "media", text: fileName(copy), align };
    case "progress":
      return progressOf(value, column, type);
    case "line_chart":
    case "area_chart":
    case "bar_chart":
      return chartOf(value, column, type);
    case "markdown":
      return { kind: "text", text: copy, align, isMarkdown: true };
    case "button":
      return { kind: "button", text: copy, type: options.button ?? "secondary" };
    default:
      return { kind: "text", text: formatted(value, column, type, context), align };
  }
}

function missing({ kind, align, options }: Column, { placeholder, look }: Context): Cell {
  const common = { copy: "", look, isMissing: true };
  if (kind === "checkbox") return { ...common, kind: "checkbox", checked: null };
  if (kind === "button" || options.type?.endsWith("_chart"))
    return { ...common, kind: "text", text: "", align };
  return { ...common, kind: "text", text: placeholder, align };
}

/** Write a value as the column's format says. */
export function formatted(
  value: unknown,
  { options, zone, kind }: Pick<Column, "options" | "zone" | "kind">,
  type: ColumnType,
  { now }: { now: number },
): string {
  const { format } = options;
  const { form } = type;
  if (form === "date" || form === "time" || form === "datetime") {
    const shown = shownIn({ zone }, type);
    if (!format) return inUnit(textOf(value, shown), kind);
    const at = millisecondsOf(value, type);
    const offset = shown.zone === null ? 0 : offsetAt(at, shown.zone);
    const here = shown.zone === null ? -new Date(now).getTimezoneOffset() * 60_000 : offset;
    const unit: DateUnit = kind === "date" || kind === "time" ? kind : form;
    return formatDate(at + offset, format, unit, now + here);
  }
  if (format && (form === "integer" || form === "float")) {
    const whole = typeof value === "bigint" ? numberOf(value) : (value as number);
    if (whole !== null) return formatNumber(whole, format);
  }
  if (format && form === "decimal") return formatNumber(Number(textOf(value, type)), format);
  return shownOf(value, type);
}

/** Return the type of moments in the zone in which a column shows them. */
export function shownIn({ zone }: Pick<Column, "zone">, type: ColumnType): ColumnType {
  return type.form === "datetime" && zone !== type.zone ? { ...type, zone } : type;
}

/** A moment in a column of dates shows its day, in one of times its clock. */
function inUnit(text: string, kind: Column["kind"]): string {
  const [day = "", ...clock] = text.split(" ");
  if (clock.length === 0) return text;
  return kind === "date" ? day : kind === "time" ? clock.join(" ") : text;
}

/** Return a whole number as one that can be formatted; null if it would be another one. */
function numberOf(value: bigint): number | null {
  const number = Number(value);
  return BigInt(number) === value ? number : null;
}

function bubblesOf(value: unknown, type: ColumnType, column: Column): Bubble[] {
  const { options = null, color = null } = column.options;
  const texts = itemsOf(value, type);
  return texts.map((text) => {
    const place = options?.findIndex((each) => String(each.value) === text) ?? -1;
    return { text: options?.[place]?.label ?? text, color: colorAt(place, color) };
  });
}

/** The hues that a script can name, in the order in which options are told apart by them. */
export const HUES = ["blue", "green", "orange", "violet", "red", "yellow", "gray"];

/** Return the colour of an option; those of a list begin again where there are more options. */
function colorAt(place: number, color: string | string[] | null): string | null {
  const colors = color === "auto" ? HUES : color;
  if (!Array.isArray(colors)) return colors;
  return place < 0 ? null : (colors[place % colors.length] ?? null);
}

/** Return what a list holds, as texts; a text is a list as JSON or with commas. */
export function itemsOf(value: unknown, type: ColumnType): string[] {
  const item = type.children[0]?.type;
  if (type.form === "list" && item)
    return Array.from(value as ArrayLike<unknown>, (each) =>
      each === null ? "" : item.children.length > 0 ? json(each, item) : textOf(each, item),
    );
  const text = textOf(value, type);
  return fromJson(text) ?? (text ? text.split(",").map((each) => each.trim()) : []);
}

function fromJson(text: string): string[] | null {
  if (!text.startsWith("[")) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map((each) => textIn(each)) : null;
  } catch {
    return null;
  }
}

function textIn(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function json(value: unknown, type: ColumnType): string {
  return JSON.stringify(plainOf(value, type));
}

function linkText(href: string, shown: string | null): string {
  if (!shown) return href;
  if (!/[()]/.test(shown)) return shown;
  try {
    const found = new RegExp(shown).exec(href);
    return decoded(found?.[1] ?? found?.[0] ?? href);
  } catch {
    return shown;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fileName(address: string): string {
  if (address.startsWith("data:")) return address.slice(5, address.search(/[;,]|$/));
  return decoded(address.split(/[?#]/)[0]!.split("/").at(-1) || address);
}

function progressOf(value: unknown, { options }: Column, type: ColumnType): Drawn {
  const number = Number(textOf(value, type));
  const isWhole = type.form === "integer";
  const low = Number(options.min_value ?? 0);
  const high = Number(options.max_value ?? (isWhole ? 100 : 1));
  const share = high > low ? Math.min(Math.max((number - low) / (high - low), 0), 1) : 0;
  const text = options.format
    ? formatNumber(number, options.format)
    : formatNumber(share, "percent");
  const color = typeof options.color === "string" ? autoColor(options.color, share) : null;
  return { kind: "progress", share, text: Number.isFinite(number) ? text : "", color };
}

function chartOf(value: unknown, { kind, options }: Column, type: ColumnType): Drawn {
  const values = itemsOf(value, type).map((text) => {
    const number = Number(text);
    return text === "" || !Number.isFinite(number) ? null : number;
  });
  const known = values.filter((each) => each !== null);
  const isBar = kind === "bar_chart";
  const lowest = known.reduce((a, b) => Math.min(a, b), isBar ? 0 : Infinity);
  const highest = known.reduce((a, b) => Math.max(a, b), isBar ? 0 : -Infinity);
  const trend = (known.at(-1) ?? 0) >= (known[0] ?? 0) ? 1 : 0;
  return {
    kind: "chart",
    type: kind.slice(0, -"_chart".length) as "line",
    values,
    low: options.y_min ?? (known.length > 0 ? lowest : 0),
    high: options.y_max ?? (known.length > 0 ? highest : 0),
    color: typeof options.color === "string" ? autoColor(options.color, trend) : null,
  };
}

/** "auto" is green for what is much, red for what is little; "auto-inverse" the other way round. */
function autoColor(color: string, share: number): string {
  if (color === "auto") return share >= 0.5 ? "green" : "red";
  if (color === "auto-inverse") return share >= 0.5 ? "red" : "green";
  return color;
}
