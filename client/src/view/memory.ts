/**
 * What a tab keeps for its next page load: its session and the events not yet confirmed.
 *
 * It is in session storage only while the page is hidden or leaving. A tab that is duplicated
 * copies its storage, and must not find the session of its living twin there.
 */

import type { Saved, Session } from "../core/session";

/** One server may hold several apps under different paths; each has a memory of its own. */
const MEMORY = `ostinato:${new URL(".", document.baseURI).pathname}`;

/** Take what the page load before has left. */
export function recall(): Saved | null {
  const saved = kept(MEMORY);
  keep(MEMORY, null);
  return saved === null ? null : (JSON.parse(saved) as Saved);
}

export function rememberWhileHidden(session: Session): void {
  const remember = () => keep(MEMORY, JSON.stringify(session.save()));
  const forget = () => keep(MEMORY, null);
  addEventListener("pagehide", remember);
  addEventListener("pageshow", forget);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") remember();
    else forget();
  });
}

export function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null; // storage may be forbidden: a refresh then begins a new session
  }
}

export function keep(name: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    // as above
  }
}
