/** Keys: the items of a chart one after the other, and its zoom, for who uses no pointer. */

import { counted, isBare, KEYS, placeAfter, type At } from "../chart/walk";
import { boxOf, rowsOf, wordsOf, type Item, type Mark } from "./items";
import type { Picture, Shown } from "./picture";
import { isObject, listOf, selectionsOf, type Json } from "./spec";

/** How many times as much is in sight after a key, and how much of it a key moves. */
const CLOSER = 0.5;
const STEP = 0.25;

const MOVES: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** What of a view its types do not tell: who hears events of the pointer. */
interface Inside {
  readonly _handler: { handlers(): readonly { type: string; handler: Hears }[] };
}

type Hears = (event: Event, item: unknown) => void;

/**
 * Let keys go through what a picture shows, select the item they have come to, and zoom.
 *
 * Args:
 *   say: told in words which item that is.
 */
export function followKeys(
  host: HTMLElement,
  picture: Picture,
  say: (words: string) => void,
): () => void {
  const control = new AbortController();
  const { signal } = control;
  const walk = new Walk(picture, say);
  const press = (event: KeyboardEvent) => {
    if (event.target !== host || !isBare(event)) return;
    if (walk.press(event.key, event.shiftKey)) event.preventDefault();
  };
  host.setAttribute("aria-keyshortcuts", KEYS);
  host.addEventListener("keydown", press, { signal });
  host.addEventListener("blur", () => walk.leave(), { signal });
  return () => {
    walk.leave();
    control.abort();
  };
}

class Walk {
  /** The row and the place in it that the keys have come to. */
  #at: At = [0, -1];
  #item: Item | null = null;
  #ring: HTMLElement | null = null;
  #zooming = Promise.resolve();

  constructor(
    private readonly picture: Picture,
    private readonly say: (words: string) => void,
  ) {}

  /** Do what a key says; tell whether it says something here. */
  press(key: string, isShifted: boolean): boolean {
    const shown = this.picture.shown;
    if (!shown) return false;
    const moves = isShifted ? MOVES[key] : undefined;
    if (moves) return this.#zoom(shown, (channel) => [1, moves[channel === "x" ? 0 : 1]]);
    if (key === "+" || key === "=") return this.#zoom(shown, () => [CLOSER, 0]);
    if (key === "-") return this.#zoom(shown, () => [1 / CLOSER, 0]);
    if (key === "0") return this.#zoom(shown, () => null);
    if (key === "Escape") {
      const wasThere = this.#item !== null;
      this.leave();
      return this.picture.clear() || wasThere;
    }
    if (key === "Enter" || key === " ") {
      if (!this.#item) return false;
      this.#fire(shown, ["click"], isShifted);
      void this.picture.settle();
      return true;
    }
    return this.#go(shown, key);
  }

  /** Point at nothing any more. */
  leave(): void {
    this.#ring?.remove();
    this.#ring = null;
    if (!this.#item) return;
    this.picture.tip(null);
    const shown = this.picture.shown;
    if (shown) this.#fire(shown, ["pointerout", "mouseout"]);
    this.#item = null;
  }

  /** Change what is in sight along the axes that can be zoomed; tell whether there is one. */
  #zoom({ view, vega }: Shown, change: (channel: string) => Change): boolean {
    const bound = boundIn(vega);
    const work = async () => {
      for (const { name, signal, channel, type } of bound) {
        const to = change(channel);
        view.signal(signal, to && changed(domainOf(view.scale(name)), type, to));
      }
      await view.runAsync();
    };
    // A key counts from where the one before it has led to.
    if (bound.length > 0) this.#zooming = this.#zooming.then(work);
    return bound.length > 0;
  }

  #go(shown: Shown, key: string): boolean {
    const { root } = shown.view.scenegraph() as unknown as { root: Mark };
    const hasLegend = selectionsOf(shown.wanted.spec).some(({ bind }) => isLegend(bind));
    const rows = rowsOf(root, hasLegend);
    // Rows may have come and gone, and with them the numbers of items.
    const known = this.#item ? rows.findIndex((each) => each.includes(this.#item!)) : -1;
    const at: At = known < 0 ? this.#at : [known, rows[known]!.indexOf(this.#item!)];
    const lengths = rows.map((items) => items.length);
    const next = placeAfter(key, at, lengths);
    if (!next) return false;
    const [row, place] = (this.#at = next);
    const item = rows[row]![place]!;
    this.#point(shown, item);
    this.say(counted(wordsOf(item), place, lengths[row]!));
    return true;
  }

  #point(shown: Shown, item: Item): void {
    this.leave();
    this.#item = item;
    this.#ring = ringAround(shown, item);
    const { left, top, width, height } = this.#ring.getBoundingClientRect();
    this.picture.tip(item.tooltip, left + width / 2, top + height / 2);
    this.#fire(shown, ["pointerover", "mouseover", "pointermove", "mousemove"]);
  }

  /** Have the chart hear what a pointer would do to the item. */
  #fire({ view }: Shown, types: readonly string[], isShifted = false): void {
    const box = this.#ring?.getBoundingClientRect();
    const { _handler: own } = view as unknown as Inside;
    for (const type of types) {
      const event = new MouseEvent(type, {
        clientX: box ? box.left + box.width / 2 : 0,
        clientY: box ? box.top + box.height / 2 : 0,
        shiftKey: isShifted,
      });
      for (const each of own.handlers())
        if (each.type === type) each.handler.call(null, event, this.#item);
    }
  }
}

/** Draw a ring around an item, and have it in sight. */
function ringAround({ view, stage }: Shown, item: Item): HTMLElement {
  const { x1, y1, x2, y2 } = boxOf(item);
  const [x, y] = view.origin();
  const padding = view.padding() as Readonly<Record<"left" | "top", number>>;
  const ring = document.createElement("div");
  ring.className = "st-vega-ring";
  ring.style.left = `${x1 + x + padding.left}px`;
  ring.style.top = `${y1 + y + padding.top}px`;
  ring.style.width = `${x2 - x1}px`;
  ring.style.height = `${y2 - y1}px`;
  stage.append(ring);
  ring.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  return ring;
}

function isLegend(bind: unknown): boolean {
  return bind === "legend" || (isObject(bind) && "legend" in bind);
}

/** How many times as much is to be in sight, and how far on, as a share; null for all again. */
type Change = readonly [times: number, share: number] | null;

function domainOf(scale: unknown): [number, number] {
  const domain = (scale as { domain(): unknown[] }).domain().map(Number);
  return [domain[0]!, domain.at(-1)!];
}

interface Bound {
  /** What the scale is called, and its signal: the part that is in sight. */
  readonly name: string;
  readonly signal: string;
  readonly channel: string;
  readonly type: string;
}

/** Return the scales of a compiled description that a person can zoom, each signal once. */
export function boundIn(vega: Json): Bound[] {
  const found = new Map<string, Bound>();
  const signals = new Set(listOf(vega.signals).map((each) => isObject(each) && each.name));
  for (const scale of listOf(vega.scales)) {
    if (!isObject(scale) || !isObject(scale.domainRaw)) continue;
    const parts = /^(\w+)\["(.*)"\]$/.exec(String(scale.domainRaw.signal));
    if (!parts) continue;
    const signal = `${parts[1]}_${parts[2]!.replaceAll(/\W/g, "_")}`;
    const name = String(scale.name);
    if (!signals.has(signal) || found.has(signal)) continue;
    const channel = /x$/.test(name) ? "x" : "y";
    found.set(signal, { name, signal, channel, type: String(scale.type) });
  }
  return [...found.values()];
}

/** Return the part of a scale that is so many times as long, and lies further on. */
export function changed(
  [low, high]: readonly [number, number],
  type: string,
  [times, share]: readonly [number, number],
): [number, number] {
  // Along a logarithmic scale steps are factors.
  const isLog = type === "log" && low > 0 && high > 0;
  const [from, to] = isLog ? [Math.log(low), Math.log(high)] : [low, high];
  const middle = (from + to) / 2 + (to - from) * share;
  const half = ((to - from) * times) / 2;
  const ends = [middle - half, middle + half] as const;
  return isLog ? [Math.exp(ends[0]), Math.exp(ends[1])] : [ends[0], ends[1]];
}
