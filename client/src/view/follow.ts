/** A box that scrolls with its content for as long as its reader is at the end of it. */

/** Pixels from the end at which a reader still counts as being there. */
const NEAR = 24;

export interface Following {
  /** Go to the end, wherever the reader is. */
  resume(): void;
  stop(): void;
}

/** Have `box` follow what is in it, from its end on. */
export function follow(box: HTMLElement): Following {
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
    if (!isFollowing) return;
    box.scrollTop = box.scrollHeight;
    top = box.scrollTop;
  };
  const sizes = new ResizeObserver(go);
  for (const part of [box, ...box.children]) sizes.observe(part);
  box.addEventListener("scroll", look, { passive: true });
  return {
    resume() {
      isFollowing = true;
      go();
    },
    stop() {
      sizes.disconnect();
      box.removeEventListener("scroll", look);
    },
  };
}
