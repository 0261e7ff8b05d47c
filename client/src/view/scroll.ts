/** Scroll: a page that is loaded again is scrolled to where it was, as its content comes. */

import { type RefObject, useEffect } from "react";

import { useSession } from "./hooks";
import { followResizes } from "./resizes";

/** How long content is waited for: what comes later would move the page under its reader. */
const PATIENCE = 5000;
/** What a reader does who does not wait for it. */
const OWN = ["wheel", "touchstart", "pointerdown", "keydown"];

/** Keep where `main` is scrolled to over a refresh. */
export function useScroll(main: RefObject<HTMLElement | null>): void {
  const { view } = useSession();
  useEffect(() => {
    const box = main.current!;
    let wanted = location.hash ? null : view.get(box.id);
    const settle = typeof wanted === "number" ? goTo(box, wanted, () => (wanted = null)) : null;
    // A page that is left before its content has come is to be where it was the next time.
    const keep = () => view.set(box.id, wanted ?? (box.scrollTop || null));
    // In time for what is written down when the page is left.
    addEventListener("pagehide", keep, { capture: true });
    return () => {
      settle?.();
      removeEventListener("pagehide", keep, { capture: true });
    };
  }, [main, view]);
}

/** Scroll `box` as soon as there is enough in it; calls `then` when that is done or in vain. */
export function goTo(box: HTMLElement, wanted: number, then: () => void): () => void {
  const controller = new AbortController();
  const unfollow = followResizes(box, () => {
    box.scrollTop = wanted;
    if (box.scrollTop > wanted - 1) settle();
  });
  const timer = setTimeout(settle, PATIENCE);
  for (const name of OWN)
    addEventListener(name, settle, { passive: true, signal: controller.signal });
  function settle() {
    unfollow();
    clearTimeout(timer);
    controller.abort();
    then();
  }
  return settle;
}
