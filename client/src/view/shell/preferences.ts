/** What a person has chosen for this browser: kept in local storage, if there is any. */

import { Signal } from "../../core/signal";
import type { Page } from "../../core/wire.gen";
import { useSignal } from "../hooks";

export type Theme = "system" | "light" | "dark";

const PREFIX = "ostinato-";

class Preference<T extends string> {
  readonly signal: Signal<T>;
  /** What it is kept by. */
  name: string;
  readonly #usual: T;

  constructor(name: string, options: readonly [T, ...T[]]) {
    this.name = PREFIX + name;
    this.#usual = options[0];
    const saved = read(this.name);
    this.signal = new Signal(options.find((option) => option === saved) ?? this.#usual);
  }

  choose(value: T): void {
    this.signal.set(value);
    write(this.name, value === this.#usual ? null : value);
  }
}

/** Begins the sheets' names: the rest says which kind of page one is for, if not for both. */
const DIGEST = 12;
/** "" on pages that are for both modes. There "system" is the system's, else the theme itself. */
export const kindOfPage = () => (document.documentElement.dataset["sheet"] ?? "").slice(DIGEST);
export const theme = new Preference<Theme>("theme" + kindOfPage(), ["system", "light", "dark"]);
export const layout = new Preference("layout", ["script", "centered", "wide"]);
export const rerunOnChange = new Preference("rerun-on-change", ["ask", "always"]);

/** The layout that a person has chosen, or else the script's. */
export function useLayout(ofScript: Page["layout"]): Page["layout"] {
  const chosen = useSignal(layout.signal);
  return chosen === "script" ? ofScript : chosen;
}

export function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage may be forbidden: choices then last as long as the page
  }
}

export function write(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // as above, or it is full
  }
}
