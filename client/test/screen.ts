/** What jsdom lacks of a screen. */

import { vi } from "vitest";

/** Have media queries match, or not, that contain one of these texts. */
export function stubMedia(...matching: string[]): void {
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: matching.some((text) => query.includes(text)),
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
}
