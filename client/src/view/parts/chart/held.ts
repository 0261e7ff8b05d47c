/** Held: whether somebody drags in a chart. It is not to change then: what they do would end. */

const ENDS = ["pointerup", "pointercancel", "blur"];

/**
 * Follow when a pointer is pressed in an element, and when it no longer is; the answer ends that.
 *
 * Args:
 *   told: told whether the element is held.
 *   settled: milliseconds from the end to when that is told: what follows a press may come late.
 */
export function followHolds(
  host: HTMLElement,
  told: (isHeld: boolean) => void,
  settled = 0,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ends = new AbortController();
  const release = () => {
    ends.abort();
    if (settled === 0) told(false);
    else timer = setTimeout(told, settled, false);
  };
  // A press may end where nobody hears of it.
  const look = ({ buttons }: PointerEvent) => buttons === 0 && release();
  const hold = () => {
    clearTimeout(timer);
    ends.abort();
    ends = new AbortController();
    const { signal } = ends;
    for (const each of ENDS) addEventListener(each, release, { signal });
    addEventListener("pointermove", look, { signal, passive: true });
    told(true);
  };
  host.addEventListener("pointerdown", hold);
  return () => {
    clearTimeout(timer);
    ends.abort();
    host.removeEventListener("pointerdown", hold);
  };
}
