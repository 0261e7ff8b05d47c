/** State of the page that outlasts reruns, reconnects and refreshes; the server never hears of it. */

import { useCallback, useSyncExternalStore } from "react";

import { useSession } from "./hooks";

/**
 * Keep how a person has arranged a node: the same as `useState`, but in the tab's storage.
 *
 * Args:
 *   id: the node's id; for more than one state of a node with a word behind it.
 *   initial: what it is until a person changes it; the script may change its mind about that.
 *
 * Returns the state and its setter; set null to have `initial` again. What JSON cannot hold is
 * not kept.
 */
export function useKept<T extends NonNullable<unknown>>(
  id: string,
  initial: T,
): [T, (state: T | null) => void] {
  const { view } = useSession();
  const subscribe = useCallback((tell: () => void) => view.subscribe(id, tell), [view, id]);
  const kept = useSyncExternalStore(subscribe, () => view.get(id));
  const set = useCallback((state: T | null) => view.set(id, state), [view, id]);
  return [isLike(kept, initial) ? kept : initial, set];
}

/** The id may have been that of another element before the refresh. */
function isLike<T>(kept: unknown, initial: T): kept is T {
  return typeof kept === typeof initial && Array.isArray(kept) === Array.isArray(initial);
}
