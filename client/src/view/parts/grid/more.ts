/** More: whether a grid goes on beyond its right edge, which nothing else shows on most systems. */

/** Mark a grid that does; the style sheet draws a shade there. */
export function markMore(grid: Element): void {
  const scroller = grid.querySelector(".dvn-scroller");
  if (!scroller) return;
  const { scrollLeft, clientWidth, scrollWidth } = scroller;
  grid.toggleAttribute("data-more", scrollLeft + clientWidth < scrollWidth - 1);
}
