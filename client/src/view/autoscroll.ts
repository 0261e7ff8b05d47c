/** Has a scrolling box follow new content, unless the reader has scrolled away. */

import { useEffect, type RefObject } from "react";

const NEAR = 24;

interface AutoscrollProps {
  box: RefObject<HTMLElement | null>;
  /** Follow only where something in the box matches this selector. */
  only?: string;
}

export default function Autoscroll({ box, only }: AutoscrollProps) {
  useEffect(() => {
    const element = box.current!;
    let isAtEnd = true;
    let top = element.scrollTop;
    const look = () => {
      const left = element.scrollHeight - element.scrollTop - element.clientHeight;
      // What was added since it was last scrolled is no doing of the reader's.
      isAtEnd = left < NEAR || (isAtEnd && element.scrollTop >= top);
      top = element.scrollTop;
    };
    const follow = () => {
      const isAsked = only === undefined || element.querySelector(only) !== null;
      if (isAtEnd && isAsked) element.scrollTo({ top: element.scrollHeight });
    };
    const changes = new MutationObserver(follow);
    changes.observe(element, { childList: true, subtree: true, characterData: true });
    element.addEventListener("scroll", look, { passive: true });
    follow();
    return () => {
      changes.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [box, only]);
  return null;
}
