/** The browser's side of what a tab remembers: its storage, its locks, its coming and going. */

import type { Locks, Memory, Shelf } from "../core/memory";
import type { Session } from "../core/session";

/** One server may hold several apps under different paths; each has a memory of its own. */
const MEMORY = `ostinato:${new URL(".", document.baseURI).pathname}`;

export const shelf: Shelf = {
  isThere: keep(`${MEMORY}:`, null),
  read: (place) => kept(MEMORY + place),
  write: (place, text) => keep(MEMORY + place, text),
};

/** The locks of this browser, of which a page that did not come safely has none. */
export function locksOf({ locks }: Partial<Navigator>): Locks | null {
  if (!locks) return null;
  return {
    take: (name, within) =>
      new Promise<(() => void) | null>((settle) => {
        const held = () => new Promise<void>((release) => settle(release));
        locks.request(`${MEMORY} ${name}`, { signal: AbortSignal.timeout(within) }, held)
          .catch(() => settle(null));
      }),
  };
}

/** Write things down before the page is gone, and go on when it is back. */
export function liveWithThePage(memory: Memory, session: Session): void {
  addEventListener("pagehide", () => memory.leave());
  addEventListener("pageshow", async ({ persisted }) => {
    if (!persisted) return;
    // Whoever comes back gets what a page that is loaded gets: the script runs (R07).
    if (await memory.comeBack()) session.takeBack();
    else location.reload();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") return memory.write();
    memory.show();
    session.retry();
  });
  // After an absence of the network an open socket may be dead without knowing it.
  addEventListener("online", () => session.renew());
  addEventListener("offline", () => session.goOffline());
}

export function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null; // storage may be forbidden: a refresh then begins a new session
  }
}

/** Write to session storage; false if there is no room. */
export function keep(name: string, value: string | null): boolean {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}
