/** How components see the session. */

import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from "react";

import type { Session } from "../core/session";
import type { Signal } from "../core/signal";
import type { Node } from "../core/tree";

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("view: a component must stand below SessionContext");
  return session;
}

export function useSignal<T>(signal: Signal<T>): T {
  return useSyncExternalStore(signal.subscribe, signal.get);
}

/** Follow one node of the tree; a change elsewhere does not draw the component again. */
export function useNode(id: string): Node | undefined {
  const { tree } = useSession();
  const subscribe = useCallback((tell: () => void) => tree.topics.subscribe(id, tell), [tree, id]);
  return useSyncExternalStore(subscribe, () => tree.get(id));
}

/** Follow the value that an input shows. */
export function useShownValue(id: string): unknown {
  const session = useSession();
  const subscribe = useCallback(
    (tell: () => void) => session.tree.topics.subscribe(id, tell),
    [session, id],
  );
  return useSyncExternalStore(subscribe, () => session.inputs.value(id));
}

/** True once `claim` has been true for some milliseconds without a break. */
export function useLasting(claim: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!claim) return;
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [claim, milliseconds]);
  return claim && lasts;
}
