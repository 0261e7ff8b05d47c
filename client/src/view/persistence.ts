/** The browser's side of what a tab remembers: its storage, its locks, its coming and going. */

import type { Locks, SessionPersistence, TabStorage } from "../core/session_persistence";
import type { Session } from "../core/session";

/** One server may hold several apps under different paths; each has storage of its own. */
const PREFIX = `ostinato:${new URL(".", document.baseURI).pathname}`;

export const storage: TabStorage = {
  isThere: keep(`${PREFIX}:`, null),
  read: (place) => kept(PREFIX + place),
  write: (place, text) => keep(PREFIX + place, text),
};

/** The locks of this browser; outside of a secure context (HTTPS) there are none. */
export function locksOf({ locks }: Partial<Navigator>): Locks | null {
  if (!locks) return null;
  return {
    take: (name, within) =>
      new Promise<(() => void) | null>((settle) => {
        const held = () => new Promise<void>((release) => settle(release));
        locks
          .request(`${PREFIX} ${name}`, { signal: AbortSignal.timeout(within) }, held)
          .catch(() => settle(null));
      }),
  };
}

/** Write things down before the page is gone, and go on when it is back. */
export function liveWithThePage(persistence: SessionPersistence, session: Session): void {
  addEventListener("pagehide", () => persistence.leave());
  addEventListener("pageshow", async ({ persisted }) => {
    if (!persisted) return;
    // Whoever comes back gets what a page that is loaded gets: the script runs (R07).
    if (await persistence.comeBack()) session.reclaim();
    else location.reload();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") return persistence.write();
    persistence.show();
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
