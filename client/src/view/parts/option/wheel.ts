/** Wheel: the page scrolls past a chart that could zoom, until the pointer rests on it. */

/** How long a pointer must rest, and how long a wheel must, for what comes then to be something new. */
const REST = 250;

/**
 * Keep the turns of a wheel from a chart that are meant for the page.
 *
 * Args:
 *   modifiers: keys of which one makes a turn the chart's at once: "ctrl", "shift" or "alt".
 */
export function guardWheel(host: HTMLElement, modifiers: () => readonly string[]): () => void {
  let restsFrom = Infinity;
  let last = -Infinity;
  let isOfPage = false;
  let isInUse = false;
  const move = ({ timeStamp }: Event) => (restsFrom = timeStamp + REST);
  const leave = () => {
    restsFrom = Infinity;
    isInUse = false;
  };
  const turn = (event: WheelEvent) => {
    const { timeStamp, ctrlKey, shiftKey, altKey } = event;
    if (timeStamp - last > REST) {
      const held = { ctrl: ctrlKey, shift: shiftKey, alt: altKey } as Record<string, boolean>;
      const isMeant = ctrlKey || modifiers().some((each) => held[each]);
      isOfPage = !isMeant && !isInUse && timeStamp < restsFrom;
      isInUse = !isOfPage;
    }
    last = timeStamp;
    if (isOfPage) event.stopPropagation();
  };
  host.addEventListener("pointermove", move);
  host.addEventListener("pointerenter", move);
  host.addEventListener("pointerleave", leave);
  host.addEventListener("wheel", turn, { capture: true, passive: true });
  return () => {
    host.removeEventListener("pointermove", move);
    host.removeEventListener("pointerenter", move);
    host.removeEventListener("pointerleave", leave);
    host.removeEventListener("wheel", turn, { capture: true });
  };
}
