/** Resizes: tells when a box that scrolls, or what is in it, becomes larger or smaller. */

/** Call `tell` when `box` or one of its children changes its size, comes or goes; return the end. */
export function followResizes(box: HTMLElement, tell: () => void): () => void {
  const sizes = new ResizeObserver(tell);
  const observe = (parts: Iterable<Node>) => {
    for (const part of parts) if (part instanceof Element) sizes.observe(part);
  };
  observe([box, ...box.children]);
  const additions = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) observe(addedNodes);
  });
  additions.observe(box, { childList: true });
  return () => {
    sizes.disconnect();
    additions.disconnect();
  };
}
