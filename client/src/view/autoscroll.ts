/** A scrolling container that follows new content, unless the reader has scrolled away. */

import { useEffect, type RefObject } from "react";

const NEAR = 24;

export function useAutoscroll(box: RefObject<HTMLElement | null>, enabled: boolean): void {
  useEffect(() => {
    const element = box.current;
    if (!enabled || !element) return;
    let follows = true;
    const look = () => {
      follows = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    };
    const follow = () => {
      if (follows) element.scrollTo({ top: element.scrollHeight });
    };
    const changes = new MutationObserver(follow);
    changes.observe(element, { childList: true, subtree: true, characterData: true });
    element.addEventListener("scroll", look, { passive: true });
    follow();
    return () => {
      changes.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [box, enabled]);
}
