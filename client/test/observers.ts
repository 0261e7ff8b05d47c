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
