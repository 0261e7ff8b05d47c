/** The width of the sidebar, in pixels. */

import { useKept } from "../kept";

const USUAL = 300;
export const LEAST = 200;
export const MOST = 600;

export interface Width {
  readonly pixels: number;
  /** Change it, within its bounds; null makes it as wide as at first. */
  set(pixels: number | null): void;
}

/** Keep the width; `first` is what the script wishes. */
export function useWidth(first = USUAL): Width {
  const [pixels, keep] = useKept("sidebar width", first);
  return { pixels: bounded(pixels), set: (next) => keep(next === null ? null : bounded(next)) };
}

function bounded(pixels: number): number {
  return Math.round(Math.max(LEAST, Math.min(pixels, MOST)));
}
