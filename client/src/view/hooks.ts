/** How components see the session. */

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";

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

/** Follow one node as the page shows it; a change elsewhere does not draw the component again. */
export function useNode(id: string): Node | undefined {
  return usePart(id, whole);
}

/** Follow a part of a node; `pick` finds it, and it is the same for as long as nothing of it changes. */
export function usePart<T>(id: string, pick: (node: Node | undefined) => T): T {
  const session = useSession();
  const subscribe = useCallback(
    (tell: () => void) => session.tree.subscriptions.subscribe(id, tell),
    [session, id],
  );
  return useSyncExternalStore(subscribe, () => pick(session.inputs.node(id)));
}

/** Whether a node is of a page that stands in for one that cannot be reached: its value means nothing. */
export function useStandIn(id: string): boolean {
  const { server, tree } = useSession();
  const subscribe = useCallback(
    (tell: () => void) => {
      const leave = [server.store.subscribe(tell), tree.subscriptions.subscribe(id, tell)];
      return () => leave.forEach((each) => each());
    },
    [server, tree, id],
  );
  return useSyncExternalStore(
    subscribe,
    () => server.store.get() === "away" || tree.isOfStandIn(id),
  );
}

const whole = (node: Node | undefined) => node;

/**
 * True once a claim about a signal has held for some milliseconds without a break.
 *
 * What does not last draws nothing. Pass a `claim` that stays the same function.
 */
export function useLasting<T>(
  signal: Signal<T>,
  claim: (value: T) => boolean,
  wait: number,
): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      if (claim(signal.get())) timer = setTimeout(() => setLasts(true), wait);
      else setLasts(false);
    };
    follow();
    const leave = signal.subscribe(follow);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [signal, claim, wait]);
  return lasts;
}
