/** Parts of the page that have a file of their own, as most pages never show them. */

import { useEffect, useState, type FC } from "react";

import { Signal } from "../core/signal";
import { insist } from "./registry";

/** How many parts are missing now: their files could not be loaded. */
export const missing = new Signal(0);

/**
 * Draw `StandIn`, or nothing, until the file is there, and also if it cannot come: what nothing
 * stands in for is then missing. It is tried again once the server is back, and the next time.
 */
export function lazily<P extends object>(load: () => Promise<FC<P>>, StandIn?: FC<P>): FC<P> {
  let Found: FC<P> | undefined;
  return function Lazily(props: P) {
    const [Drawn, setDrawn] = useState(() => Found ?? StandIn);
    useEffect(() => {
      if (Found) return;
      const take = (component: FC<P>) => {
        Found = component;
        setDrawn(() => component);
      };
      return insist(load, take, () => setDrawn(() => StandIn ?? Gap));
    }, []);
    return Drawn && <Drawn {...props} />;
  };
}

/** Count as missing for as long as this is drawn. */
function Gap() {
  useEffect(() => {
    missing.set(missing.get() + 1);
    return () => missing.set(missing.get() - 1);
  }, []);
  return null;
}

/** Stands in for what is done without. */
export function Nothing() {
  return null;
}
