/** A scrolling container that follows new content, unless the reader has scrolled away. */

const NEAR = 24;

/** Follow what is added to a container; the answer ends that. */
export function follow(container: HTMLElement): () => void {
  let follows = true;
  const look = () => {
    follows = container.scrollHeight - container.scrollTop - container.clientHeight < NEAR;
  };
  const scroll = () => {
    if (follows) container.scrollTo({ top: container.scrollHeight });
  };
  const changes = new MutationObserver(scroll);
  changes.observe(container, { childList: true, subtree: true, characterData: true });
  container.addEventListener("scroll", look, { passive: true });
  scroll();
  return () => {
    changes.disconnect();
    container.removeEventListener("scroll", look);
  };
}
