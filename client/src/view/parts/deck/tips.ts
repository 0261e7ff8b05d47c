/** Tips: what a deck tells of an object, by a template of HTML or text. */

import type purify from "dompurify";

import { listOf, type Facts } from "../map/tip";

/** What a script says of tips: `true` for all that an object has. */
export type TipOptions =
  | boolean
  | null
  | { html?: string; text?: string; style?: Record<string, unknown> };

/** Properties of deck.gl's own, which say nothing to who reads. */
const OWN = new Set(["points", "pointIndices", "position", "index"]);

const MOST = 12;

/** How much of a value is told. */
const LONGEST = 80;

let cleaner: typeof purify | null = null;

/** Load what cleans HTML, if tips have any. Until it is there, they are empty. */
export async function prepare(options: TipOptions): Promise<void> {
  if (cleaner || typeof options !== "object" || typeof options?.html !== "string") return;
  cleaner = (await import("dompurify")).default;
}

/** Return what to show of an object; empty for nothing. */
export function tipOf(options: TipOptions, object: object): readonly Node[] {
  if (!options) return [];
  if (options === true) return [listOf(factsOf(object))];
  if (typeof options.html === "string") {
    if (!cleaner) return [];
    const content = cleaner.sanitize(filled(options.html, object, escaped), {
      RETURN_DOM_FRAGMENT: true,
      FORBID_TAGS: ["style", "form", "input", "iframe"],
    });
    // The policy of the page forbids the attribute; its properties are allowed.
    for (const element of content.querySelectorAll<HTMLElement>("[style]")) {
      const style = element.getAttribute("style") ?? "";
      element.removeAttribute("style");
      element.style.cssText = style;
    }
    return [...content.childNodes];
  }
  if (typeof options.text === "string") {
    const box = document.createElement("div");
    box.className = "st-deck-text";
    box.textContent = filled(options.text, object, (text) => text);
    return [box];
  }
  return [listOf(factsOf(object))];
}

/** Dress the box of a tip as the script says. */
export function dress(box: HTMLElement, options: TipOptions): void {
  box.removeAttribute("style");
  const style = (options && options !== true && options.style) || {};
  for (const [name, value] of Object.entries(style)) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    // Where it stands is not the script's to say.
    if (!/^(position|transform|inset|display)/.test(property))
      box.style.setProperty(property, String(value));
  }
}

/** Put what an object has in place of names in braces: "{city}", "{properties.name}". */
function filled(template: string, object: object, change: (text: string) => string): string {
  return template.replace(/\{([^{}]+)\}/g, (whole, path: string) => {
    const value = valueAt(object, path.trim());
    return value === undefined ? whole : change(textOf(value));
  });
}

function valueAt(object: object, path: string): unknown {
  const found = path
    .split(".")
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | null)?.[name], object);
  const properties = (object as { properties?: Record<string, unknown> }).properties;
  return found === undefined ? properties?.[path] : found;
}

function escaped(text: string): string {
  const letters: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (letter) => letters[letter]!);
}

/** Return what an object has, as far as it says something to who reads. */
function factsOf(object: object): Facts {
  const all = (object as { properties?: object }).properties ?? object;
  const facts: [string, string][] = [];
  // What rows look up in columns is inherited.
  for (const name in all) {
    const value = (all as Record<string, unknown>)[name];
    if (OWN.has(name) || typeof value === "function" || value === undefined) continue;
    if (facts.length < MOST) facts.push([name, textOf(value)]);
  }
  return facts;
}

/** Return a short text for a value of any kind. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
