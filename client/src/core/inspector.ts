/** What the session keeps and what it did, for as long as a developer looks at it. */

import { Signal } from "./signal";
import type { CacheSize, Entry, RunReport } from "./wire.gen";

export interface Findings {
  entries: readonly Entry[];
  /** The newest first. */
  runs: readonly RunReport[];
  /** The largest first. */
  caches: readonly CacheSize[];
}

export class Inspector {
  readonly isOpen = new Signal(false);
  /** Null until the server has answered. */
  readonly findings = new Signal<Findings | null>(null);
  readonly #shown = new Set<string>();
  readonly #ask: (shown: string[]) => void;
  #isAsked = false;
  #isOutdated = false;

  constructor(ask: (shown: string[]) => void) {
    this.#ask = ask;
  }

  /** The names of entries whose values are wanted. */
  get shown(): ReadonlySet<string> {
    return this.#shown;
  }

  open(): void {
    this.isOpen.set(true);
    this.begin();
  }

  close(): void {
    this.isOpen.set(false);
    this.#shown.clear();
    this.findings.set(null);
  }

  /** Want the value of an entry, or no longer. */
  toggle(name: string): void {
    if (!this.#shown.delete(name)) this.#shown.add(name);
    this.refresh();
  }

  /** Ask on a new connection, where no older question will be answered. */
  begin(): void {
    this.#isAsked = false;
    this.refresh();
  }

  /** Ask again, one question at a time. */
  refresh(): void {
    if (!this.isOpen.get()) return;
    this.#isOutdated = this.#isAsked;
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#ask([...this.#shown]);
  }

  take(findings: Findings): void {
    this.#isAsked = false;
    if (!this.isOpen.get()) return;
    this.findings.set(findings);
    if (this.#isOutdated) this.refresh();
  }
}
