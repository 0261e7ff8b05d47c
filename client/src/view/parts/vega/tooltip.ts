/** Tooltip: what is said of a mark under the pointer, in an element that follows it. */

import { isObject } from "./spec";

/** How far from the pointer it stands, in pixels. */
const AWAY = 12;

/** The box of one chart, made with the first thing to say. */
export class Tooltip {
  #box: HTMLElement | null = null;

  constructor(private readonly host: HTMLElement) {}

  /** Show a value beside a place in the window; nothing hides the box. */
  show(value: unknown, left: number, top: number): void {
    if (value === null || value === undefined || value === "") return this.hide();
    const box = (this.#box ??= boxIn(this.host));
    box.replaceChildren(contentOf(value));
    if (!box.matches(":popover-open")) box.showPopover?.();
    const { width, height } = box.getBoundingClientRect();
    const room = document.documentElement;
    const right = left + AWAY + width > room.clientWidth ? left - AWAY - width : left + AWAY;
    const below = top + AWAY + height > room.clientHeight ? top - AWAY - height : top + AWAY;
    box.style.left = `${Math.max(right, 0)}px`;
    box.style.top = `${Math.max(below, 0)}px`;
  }

  hide(): void {
    if (this.#box?.matches(":popover-open")) this.#box.hidePopover();
  }

  close(): void {
    this.#box?.remove();
    this.#box = null;
  }
}

function boxIn(host: HTMLElement): HTMLElement {
  const box = document.createElement("div");
  box.className = "st-vega-tooltip";
  box.popover = "manual";
  // What it says is in the table behind the chart.
  box.setAttribute("aria-hidden", "true");
  host.append(box);
  return box;
}

function contentOf(value: unknown): HTMLElement {
  if (!isObject(value)) {
    const text = document.createElement("div");
    text.textContent = textOf(value);
    return text;
  }
  const table = document.createElement("table");
  for (const [name, each] of Object.entries(value)) {
    const row = table.insertRow();
    const head = document.createElement("th");
    head.textContent = name;
    row.append(head);
    row.insertCell().append(name === "image" ? picture(String(each)) : textOf(each));
  }
  return table;
}

function picture(address: string): HTMLElement {
  const image = document.createElement("img");
  if (/^(https?:|data:image\/)/.test(address)) image.src = address;
  image.alt = "";
  return image;
}

function textOf(value: unknown): string {
  if (typeof value === "object" && value !== null) return JSON.stringify(value).slice(0, 300);
  return String(value);
}
