/** Parts of the page that have a file of their own, as most pages never show them. */

import { useEffect, useReducer, type FC } from "react";

import { twice } from "./registry";

/**
 * Draw `StandIn`, or nothing, until the file is there, and also if it cannot come; the next time
 * it is tried again.
 */
export function lazily<P extends object>(load: () => Promise<FC<P>>, StandIn?: FC<P>): FC<P> {
  let Found: FC<P> | null = null;
  return function Lazily(props: P) {
    const [, draw] = useReducer((times: number) => times + 1, 0);
    useEffect(() => {
      if (Found) return;
      const take = (component: FC<P>) => {
        Found = component;
        draw();
      };
      twice(load).then(take, () => {});
    }, []);
    const Shown = Found ?? StandIn;
    return Shown && <Shown {...props} />;
  };
}
