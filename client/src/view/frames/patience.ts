/** Patience: what could not be had is left alone for a while, longer each time. */

const PAUSE = 1000;
const LONGEST = 30_000;

interface Trouble {
  count: number;
  until: number;
}

/** Remembers by a key what failed, and when it is to be tried again. */
export class Patience<K> {
  readonly #troubles = new Map<K, Trouble>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  /** Tell whether it is too early to try again. */
  isWaiting(key: K): boolean {
    return Date.now() < (this.#troubles.get(key)?.until ?? 0);
  }

  /** Note a failure, and have `again` called when one may try again. Returns how often it failed. */
  note(key: K, again: () => void): number {
    const count = (this.#troubles.get(key)?.count ?? 0) + 1;
    const pause = Math.min(PAUSE * 2 ** (count - 1), LONGEST);
    this.#troubles.set(key, { count, until: Date.now() + pause });
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      again();
    }, pause + 1);
    this.#timers.add(timer);
    return count;
  }

  forget(key: K): void {
    this.#troubles.delete(key);
  }

  /** Call nobody any more. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
