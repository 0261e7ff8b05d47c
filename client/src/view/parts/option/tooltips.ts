/**
 * Tooltips: what they say, as text.
 *
 * The page's policy lets no HTML have styles of its own, so ECharts draws them in the picture. In
 * a template, tags are taken out; formats and places of dimensions are what ECharts calls.
 */

import { usual, writerOf } from "./formats";
import { allOf, isObject, objects, partsOf, type Said } from "./parts";

const BREAKS = /<br\s*\/?>|<\/(?:p|div|li|h\d|tr)>/gi;
const TAGS = /<\/?[a-z][^>]*>/gi;
const ENTITIES: Record<string, string> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"' };
const CLOCK = /\{(yyyy|yy|MM|M|dd|d|HH|H|hh|h|mm|m|ss|s|SSS|S)\}/g;

/** What ECharts tells of an item. */
interface Item extends Said {
  readonly value?: unknown;
  readonly dimensionNames?: readonly string[];
  readonly $vars?: readonly string[];
}

/** Change the tooltips of an option object so that they can be drawn. */
export function setTooltips(option: Said, hasTheme: boolean): void {
  for (const part of partsOf(option)) {
    for (const tooltip of objects(part.tooltip)) {
      setTooltip(tooltip, hasTheme);
      tooltip.renderMode = "richText";
      tooltip.confine ??= true;
    }
    for (const series of objects(part.series)) {
      for (const tooltip of objects(series.tooltip)) setTooltip(tooltip, false);
      for (const item of Array.isArray(series.data) ? series.data : []) {
        const tooltip: unknown = isObject(item) ? item.tooltip : null;
        if (isObject(tooltip) && typeof tooltip.formatter === "string")
          tooltip.formatter = plainOf(tooltip.formatter);
      }
    }
  }
}

/** Return whether a tooltip tells of one item, and not of all at a place on an axis. */
export function hasItemTooltip(option: Said): boolean {
  return allOf(option, "tooltip").some(
    ({ show, trigger }) => show !== false && (trigger ?? "item") === "item",
  );
}

function setTooltip(tooltip: Said, hasTheme: boolean): void {
  const { formatter } = tooltip;
  const write = writerOf(tooltip.valueFormatter);
  if (write) tooltip.valueFormatter = write;
  else if (hasTheme && formatter === undefined) tooltip.valueFormatter = usual;
  else delete tooltip.valueFormatter;
  if (typeof formatter !== "string") return;
  const template = plainOf(formatter);
  tooltip.formatter = template.includes("{@")
    ? (items: Item | readonly Item[]) => filled(template, items)
    : template;
}

/** Return a template without its tags. */
export function plainOf(template: string): string {
  return template
    .replace(BREAKS, "\n")
    .replace(TAGS, "")
    .replace(/&(nbsp|amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
    .trim();
}

/** Return a template with what it asks for, as ECharts would fill it in, and dimensions too. */
function filled(template: string, given: Item | readonly Item[]): string {
  const items = Array.isArray(given) ? (given as readonly Item[]) : [given as Item];
  const first = items[0] ?? {};
  const vars = first.$vars ?? ["seriesName", "name", "value"];
  const onTime = String(first.axisType ?? "").includes("time");
  const timed = onTime ? clockIn(template, new Date(first.axisValue as number)) : template;
  return timed
    .replace(/\{([a-e])(\d*)\}/g, (whole, letter: string, place: string) => {
      const name = vars[letter.charCodeAt(0) - 97];
      return name === undefined ? whole : textOf(items[Number(place || 0)]?.[name]);
    })
    .replace(/\{@(\[(\d+)\]|[^}]*)\}/g, (_, name: string, place?: string) =>
      textOf(dimensionOf(first, name, place === undefined ? null : Number(place))),
    );
}

function dimensionOf({ value, data, dimensionNames = [] }: Item, name: string, at: number | null) {
  const values: unknown = value ?? data;
  const place = at ?? dimensionNames.indexOf(name);
  if (Array.isArray(values)) return values[place] as unknown;
  if (isObject(values)) return values[at === null ? name : (dimensionNames[at] ?? "")];
  return values;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "-";
  return isObject(value) ? JSON.stringify(value) : String(value);
}

function clockIn(template: string, date: Date): string {
  const parts: Record<string, number> = {
    y: date.getFullYear(),
    M: date.getMonth() + 1,
    d: date.getDate(),
    H: date.getHours(),
    h: date.getHours() % 12 || 12,
    m: date.getMinutes(),
    s: date.getSeconds(),
    S: date.getMilliseconds(),
  };
  return template.replace(CLOCK, (_, word: string) =>
    String(parts[word[0]!])
      .padStart(word.length, "0")
      .slice(word === "yy" ? -2 : 0),
  );
}
