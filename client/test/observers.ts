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

/** Have all elements be so large, and observers be told that at once, or whenever `tell` is called. */
export function stubSize(width: number, height: number) {
  const size = { width, height };
  const tellers = new Set<() => void>();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(readonly tell: () => void) {}
      observe() {
        tellers.add(this.tell);
        this.tell();
      }
      unobserve() {}
      disconnect() {
        tellers.delete(this.tell);
      }
    },
  );
  const isThere = (element: Element) => element.isConnected;
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockImplementation(function (
    this: HTMLElement,
  ) {
    return isThere(this) ? size.width : 0;
  });
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockImplementation(function (
    this: HTMLElement,
  ) {
    return isThere(this) ? size.height : 0;
  });
  return { tell: () => tellers.forEach((tell) => tell()) };
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
