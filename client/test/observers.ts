/** What jsdom lacks to tell of sizes. */

import { vi } from "vitest";

/** Have a `ResizeObserver` that never sees anything. */
export function stubResizeObserver(): void {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
      unobserve() {}
    },
  );
}

/** Have a `ResizeObserver` whose `all` says that everything has grown. */
export function stubGrowth() {
  const tellers = new Set<() => void>();
  const observed: Element[] = [];
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(readonly tell: () => void) {}
      observe(element: Element) {
        observed.push(element);
        tellers.add(this.tell);
      }
      unobserve() {}
      disconnect() {
        tellers.delete(this.tell);
      }
    },
  );
  return { observed, all: () => tellers.forEach((tell) => tell()) };
}
