/** Listeners by node id, told once per change however often the node was touched in it. */

import { callAll } from "./listeners";

export class Subscriptions {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #touched = new Set<string>();
  #depth = 0;

  subscribe(id: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(id) === listeners) this.#listeners.delete(id);
    };
  }

  /** Mark a node as changed; its listeners hear of it when the change is over. */
  touch(id: string): void {
    this.#touched.add(id);
    if (this.#depth === 0) this.#tell();
  }

  /** Hold all news back until `steps` is done. Changes may nest. */
  change(steps: () => void): void {
    this.#depth += 1;
    try {
      steps();
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#tell();
    }
  }

  #tell(): void {
    const touched = [...this.#touched];
    this.#touched.clear();
    for (const id of touched) callAll(this.#listeners.get(id) ?? []);
  }
}
