/** A box that scrolls with its content for as long as its reader is at the end of it. */

import { followResizes } from "./resizes";

/** Pixels from the end at which a reader still counts as being there. */
const NEAR = 24;

export interface Following {
  /** Go to the end, wherever the reader is. */
  resume(): void;
  stop(): void;
}

/** Have `box` follow what is in it, from its end on; only while something in it matches `only`. */
export function follow(box: HTMLElement, only?: string): Following {
  let isFollowing = true;
  let top = box.scrollTop;
  const look = () => {
    const left = box.scrollHeight - box.scrollTop - box.clientHeight;
    if (left < NEAR) isFollowing = true;
    // What was added since the box was last scrolled is no doing of the reader's.
    else if (box.scrollTop < top) isFollowing = false;
    top = box.scrollTop;
  };
  const go = () => {
    if (!isFollowing || (only !== undefined && !box.querySelector(only))) return;
    box.scrollTop = box.scrollHeight;
    top = box.scrollTop;
  };
  const leave = followResizes(box, go);
  box.addEventListener("scroll", look, { passive: true });
  return {
    resume() {
      isFollowing = true;
      go();
    },
    stop() {
      leave();
      box.removeEventListener("scroll", look);
    },
  };
}
