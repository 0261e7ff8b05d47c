/** Points: those of a drawn figure one after the other by keys, for who uses no pointer. */

import { counted, isBare, KEYS, placeAfter, type At } from "../chart/walk";
import type { Trace } from "./figure";
import { typeOf, type Plotly } from "./library";
import { selectedOf, type Selected, type SelectionEvent } from "./selection";

/** Traces of which Plotly can point at each point by its number. */
const WALKED = new Set(["scatter", "bar", "histogram", "waterfall", "funnel"]);

/** Plotly points at most once in 50 ms; after so many it has done so. */
const POINTED = 60;

/** What Plotly puts on the element that it draws in; of its points it tells nothing by itself. */
interface Figured extends HTMLElement {
  readonly calcdata?: readonly (readonly { readonly trace?: Trace }[])[];
  readonly _hoverdata?: SelectionEvent["points"];
}

/** A trace whose points the keys go through. */
interface Row {
  readonly curve: number;
  readonly count: number;
}

export interface PointKeys {
  /** Return the library that draws it; null while it is not drawn. */
  plotly(): Plotly | null;
  /** Say in words which point that is. */
  say(words: string): void;
  /** Select a point; null where points cannot be selected. */
  readonly select: ((selected: Selected) => void) | null;
  /** Select nothing; null where nothing is selected. */
  readonly clear: (() => void) | null;
}

/** Let keys go through the points, select the one that they have come to, and clear the selection. */
export class PointWalk {
  #at: At = [0, -1];
  #keys: PointKeys | null = null;
  /** Runs until Plotly points at where the keys have come to. */
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Whether that is to be selected then. */
  #isWanted = false;

  constructor(private readonly host: Figured) {}

  /** Let the keyboard come to the figure; what is returned ends it. */
  follow(keys: PointKeys): () => void {
    this.#keys = keys;
    const control = new AbortController();
    const { signal } = control;
    const press = (event: KeyboardEvent) => {
      if (event.target !== this.host || !isBare(event)) return;
      if (this.#does(event.key)) event.preventDefault();
    };
    this.host.setAttribute("role", "application");
    this.host.setAttribute("aria-keyshortcuts", KEYS);
    this.host.addEventListener("keydown", press, { signal });
    this.host.addEventListener("blur", () => this.#leave(), { signal });
    return () => control.abort();
  }

  /** Have Tab come to a figure with points, once it is drawn. */
  offer(): void {
    this.host.tabIndex = this.#rows().length > 0 ? 0 : -1;
  }

  /** Say what is pointed at, by the label that Plotly has drawn, and select it if that is wanted. */
  #arrive(): void {
    this.#timer = null;
    const row = this.#rows()[this.#at[0]];
    if (!row) return;
    const words = wordsIn(this.host) || "no value";
    this.#keys?.say(counted(words, this.#at[1], row.count));
    if (this.#isWanted) this.#select();
  }

  /** Select what is pointed at, at the latest when it is; tell whether it can be selected. */
  #select(): boolean {
    const select = this.#keys?.select;
    this.#isWanted = this.#timer !== null;
    if (!select || this.#at[1] < 0) return false;
    if (!this.#isWanted) select(selectedOf({ points: this.host._hoverdata }));
    return true;
  }

  #leave(): void {
    if (this.#at[1] < 0) return;
    this.#at = [this.#at[0], -1];
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isWanted = false;
    this.#keys?.plotly()?.Fx.unhover(this.host);
  }

  #does(key: string): boolean {
    if (key === "Escape") {
      const wasThere = this.#at[1] >= 0;
      this.#leave();
      this.#keys?.clear?.();
      return wasThere || this.#keys?.clear != null;
    }
    if (key === "Enter" || key === " ") return this.#select();
    const rows = this.#rows();
    const next = placeAfter(
      key,
      this.#at,
      rows.map(({ count }) => count),
    );
    if (!next) return false;
    this.#at = next;
    const [row, pointNumber] = next;
    const { curve: curveNumber } = rows[row]!;
    this.#keys?.plotly()?.Fx.hover(this.host, [{ curveNumber, pointNumber }]);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#arrive(), POINTED);
    this.#isWanted = false;
    return true;
  }

  /** Return the traces that can be walked through; what is hidden has no points. */
  #rows(): Row[] {
    const all = this.host.calcdata ?? [];
    return all.flatMap((points, curve) => {
      const trace = points[0]?.trace;
      const isWalked = trace?.["visible"] === true && WALKED.has(typeOf(trace));
      return isWalked ? [{ curve, count: points.length }] : [];
    });
  }
}

/** Return the words of the label that is drawn: the series, and the point line by line. */
function wordsIn(host: Element): string {
  const texts = [...host.querySelectorAll(".hoverlayer .hovertext text")];
  const parts = texts.flatMap((text) => {
    const lines = [...text.querySelectorAll("tspan.line")];
    return lines.length > 0 ? lines : [text];
  });
  const words = parts.map(({ textContent }) => textContent?.trim());
  return words.filter(Boolean).join(", ");
}
