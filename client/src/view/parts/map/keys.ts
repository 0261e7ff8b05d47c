/** Keys: what lies on a map, one after the other, beside the keys that move it. */

import { counted, isBare, placeAfter } from "../chart/walk";

/** What the keys do, as screen readers know them; those that move and zoom are the library's. */
export const KEYS = "n p Home End Enter Space Escape";

/** What the arrows do elsewhere: here they move the map. */
const STEPS: Readonly<Record<string, string>> = {
  n: "ArrowRight",
  p: "ArrowLeft",
  Home: "Home",
  End: "End",
};

/** What one goes through. */
export interface Way {
  /** How many there are. */
  count(): number;
  /** Point at one of them, and tell it by `say`. */
  go(place: number): void;
  /** Select the one that is pointed at. */
  select?(place: number): void;
  /**
   * Point at nothing; `clears` says whether nothing is to be selected, either. Tells whether
   * anything was.
   */
  leave(clears: boolean): boolean;
}

export class Keys {
  /** Which one is pointed at; before the first, -1. */
  place = -1;
  readonly #status = document.createElement("div");
  readonly #ring = document.createElement("div");

  /** Hear the keys that are pressed in `target`, which lies in `box`. */
  constructor(
    target: HTMLElement,
    box: HTMLElement,
    private readonly way: Way,
  ) {
    this.#status.className = "st-hidden";
    this.#status.setAttribute("role", "status");
    this.#ring.className = "st-map-ring";
    this.#ring.hidden = true;
    box.append(this.#ring, this.#status);
    // Keys are for the map while it has the focus, and not for a screen reader.
    target.setAttribute("role", "application");
    target.setAttribute("aria-keyshortcuts", KEYS);
    target.addEventListener("keydown", (event) => this.#press(event));
    target.addEventListener("blur", () => this.#leave(false));
  }

  /** Say what is pointed at. */
  say(words: string): void {
    this.#status.textContent = counted(words, this.place, this.way.count());
  }

  /** Draw a ring so large around a place; without a place, none. */
  ring(at: { x: number; y: number } | null, radius = 0): void {
    this.#ring.hidden = !at;
    if (!at) return;
    const { style } = this.#ring;
    style.width = style.height = `${2 * radius}px`;
    style.transform = `translate(${at.x - radius}px, ${at.y - radius}px)`;
  }

  #press(event: KeyboardEvent): void {
    const count = this.way.count();
    if (!isBare(event) || event.shiftKey || count === 0) return;
    const next = placeAfter(STEPS[event.key] ?? "", [0, this.place], [count]);
    if (next) {
      this.place = next[1];
      this.way.go(this.place);
    } else if (event.key === "Enter" || event.key === " ") {
      if (!this.way.select || this.place < 0) return;
      this.way.select(Math.min(this.place, count - 1));
    } else if (event.key === "Escape") {
      const wasThere = this.place >= 0;
      this.place = -1;
      // Where there is nothing to leave, it is for what the map is in.
      if (!this.#leave(true) && !wasThere) return;
    } else return;
    event.preventDefault();
  }

  #leave(clears: boolean): boolean {
    this.ring(null);
    return this.way.leave(clears);
  }
}
