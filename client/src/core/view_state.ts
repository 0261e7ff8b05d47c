/**
 * How a person has arranged the page: open tabs, the sidebar's width, what is scrolled where.
 *
 * It belongs to nodes, by id, and to nobody but the tab: the server never hears of it. It outlasts
 * reruns, reconnects and refreshes, and goes with the session when that starts over.
 */

import { Subscriptions } from "./subscriptions";

/** Anything that JSON can hold, by the id of its node, the latest change last. */
export type SavedViewState = Readonly<Record<string, unknown>>;

/** Nodes whose state is kept: those that were changed last. */
export const MOST = 500;
/** Letters that are kept for the next page load. */
export const ROOM = 50_000;

export class ViewState {
  readonly #subscriptions = new Subscriptions();
  readonly #values: Map<string, unknown>;

  constructor(saved: SavedViewState = {}) {
    this.#values = new Map(Object.entries(saved).slice(-MOST));
  }

  subscribe(id: string, listener: () => void): () => void {
    return this.#subscriptions.subscribe(id, listener);
  }

  get(id: string): unknown {
    return this.#values.get(id);
  }

  /** Keep a node's state; null forgets it. */
  set(id: string, value: unknown): void {
    this.#values.delete(id);
    if (value !== null) this.#values.set(id, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > MOST && oldest !== undefined) this.set(oldest, null);
    this.#subscriptions.touch(id);
  }

  clear(): void {
    for (const id of [...this.#values.keys()]) this.set(id, null);
  }

  /** Return what the next page load gets: what was changed last, until the room is used. */
  save(): SavedViewState {
    const entries: [string, unknown][] = [];
    let room = ROOM;
    for (const entry of [...this.#values].reverse()) {
      room -= JSON.stringify(entry).length;
      if (room < 0) break;
      entries.unshift(entry);
    }
    return Object.fromEntries(entries);
  }
}
