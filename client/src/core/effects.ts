/** What happens once and is no place on the page, such as a toast: in order, until it is over. */

import { Signal } from "./signal";
import type { SparseProps } from "./tree";
import type { Effect as Message } from "./wire.gen";

export interface Effect {
  readonly id: string;
  readonly props: SparseProps;
}

/** Effects that go on at once; a script that makes more loses the oldest. */
export const MOST = 50;

export class Effects {
  /** The effects that are not over, oldest first. */
  readonly current = new Signal<readonly Effect[]>([]);
  readonly #preload: (kind: string) => void;

  constructor(preload: (kind: string) => void) {
    this.#preload = preload;
  }

  /** Begin an effect, or put it in the place of an earlier one that has its id. */
  take([, id, props]: Message): void {
    this.#preload(props.kind);
    const effect = { id, props };
    const before = this.current.get();
    const isKnown = before.some((each) => each.id === id);
    const effects = isKnown
      ? before.map((each) => (each.id === id ? effect : each))
      : [...before, effect];
    this.current.set(effects.slice(-MOST));
  }

  /** An effect is over. */
  end(id: string): void {
    this.current.set(this.current.get().filter((each) => each.id !== id));
  }

  clear(): void {
    this.current.set([]);
  }
}
