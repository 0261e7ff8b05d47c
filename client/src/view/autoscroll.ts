/** A scrolling container that follows new content, unless the reader has scrolled away. */

import { useEffect, type RefObject } from "react";

const NEAR = 24;

export function useAutoscroll(box: RefObject<HTMLElement | null>, enabled: boolean): void {
  useEffect(() => {
    const element = box.current;
    if (!enabled || !element) return;
    let follows = true;
    let top = element.scrollTop;
    const look = () => {
      const left = element.scrollHeight - element.scrollTop - element.clientHeight;
      // What was added since it was last scrolled is no doing of the reader's.
      follows = left < NEAR || (follows && element.scrollTop >= top);
      top = element.scrollTop;
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
