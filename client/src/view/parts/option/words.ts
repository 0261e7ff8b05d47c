/** Words: what a specification shows, in a sentence. */

import { firstOf, isObject, objects, type Said } from "./parts";

/** Return what a screen reader calls a chart. */
export function labelOf(option: Said, alt: string | null): string {
  const first = firstOf(option);
  const aria = isObject(first.aria) && isObject(first.aria.label) ? first.aria.label : {};
  if (alt) return alt;
  if (typeof aria.description === "string" && aria.description) return aria.description;
  const series = objects(first.series);
  const types = [...new Set(series.map(({ type }) => String(type ?? "")))].filter(Boolean);
  const kind = `${types.map(inWords).join(" and ") || "Empty"} chart`;
  const what = kind[0]!.toUpperCase() + kind.slice(1);
  const title = objects(first.title)
    .map(({ text }) => text)
    .find(Boolean);
  if (typeof title === "string") return `${title.replaceAll("\n", " ")}: ${what.toLowerCase()}`;
  const names = series.map(({ name }) => name).filter((name) => typeof name === "string" && name);
  return names.length ? `${what}: ${names.join(", ")}` : what;
}

/** "effectScatter" is an effect scatter chart. */
function inWords(type: string): string {
  return type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
