/** Reveal: how an element has all opened that it is closed up in. */

import { createContext, useCallback, useContext, useLayoutEffect, useRef } from "react";

/** Opens the containers around an element. */
export const RevealContext = createContext<() => void>(() => {});

/** Opens one of the tabs around it, by its id. */
export const OpenTabContext = createContext<(tab: string) => void>(() => {});

/** Return what a container hands to the elements in it: it opens those around it, and then itself. */
export function useReveal(open: () => void): () => void {
  const reveal = useContext(RevealContext);
  const latest = useRef(open);
  useLayoutEffect(() => {
    latest.current = open;
  });
  return useCallback(() => {
    reveal();
    latest.current();
  }, [reveal]);
}
