/** Parts of the page that have a file of their own, as most pages never show them. */

import { useEffect, useLayoutEffect, useState, type FC } from "react";

import { Signal } from "../core/signal";
import { insist } from "./registry";

/** How many parts are missing now: their files could not be loaded. */
export const missing = new Signal(0);

/** How many parts and elements are awaited now: what is to be drawn is not yet what it will be. */
export const awaited = new Signal(0);

/**
 * Draw `StandIn`, or nothing, until the file is there, and also if it cannot come: what nothing
 * stands in for is then missing. It is tried again once the server is back, and the next time.
 */
export function lazily<P extends object>(load: () => Promise<FC<P>>, StandIn?: FC<P>): FC<P> {
  let Found: FC<P> | undefined;
  return function Lazily(props: P) {
    const [Drawn, setDrawn] = useState(() => Found ?? StandIn);
    const [isAwaited, setAwaited] = useState(!Found);
    useAwaited(isAwaited);
    useEffect(() => {
      if (Found) return;
      const draw = (component: FC<P>) => {
        setDrawn(() => component);
        setAwaited(false);
      };
      const find = async () => (Found = await load());
      return insist(find, draw, () => draw(StandIn ?? Gap));
    }, []);
    return Drawn && <Drawn {...props} />;
  };
}

/** Count as missing for as long as this is drawn. */
function Gap() {
  useEffect(() => count(missing), []);
  return null;
}

/** Count as awaited for as long as that is true; what has come is drawn by then. */
export function useAwaited(isAwaited: boolean): void {
  useLayoutEffect(() => (isAwaited ? count(awaited) : undefined), [isAwaited]);
}

/** Count one more; the answer takes that back. */
function count(signal: Signal<number>): () => void {
  signal.set(signal.get() + 1);
  return () => signal.set(signal.get() - 1);
}

/** Stands in for what is done without. */
export function Nothing() {
  return null;
}
