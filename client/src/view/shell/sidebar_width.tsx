/** The width of the sidebar, and the handle on its edge that changes it. */

import type { KeyboardEvent, PointerEvent } from "react";

import { useKept } from "../kept";

const USUAL = 300;
const LEAST = 200;
const MOST = 600;
/** What an arrow key changes. */
const STEP = 10;

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

export function ResizeHandle({ width }: { width: Width }) {
  const { pixels, set } = width;
  const drag = ({ currentTarget, pointerId, clientX }: PointerEvent) => {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    set(clientX - currentTarget.parentElement!.getBoundingClientRect().left);
  };
  const press = (event: KeyboardEvent) => {
    const widths: Record<string, number> = {
      ArrowLeft: pixels - STEP,
      ArrowRight: pixels + STEP,
      Home: LEAST,
      End: MOST,
    };
    const next = widths[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  return (
    <div
      className="st-resize-handle"
      data-testid="stSidebarResizeHandle"
      role="separator"
      aria-label="Width of the sidebar"
      aria-orientation="vertical"
      aria-controls="stSidebar"
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={pixels}
      tabIndex={0}
      onPointerDown={(event) => {
        event.preventDefault(); // no text is selected meanwhile
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onDoubleClick={() => set(null)}
      onKeyDown={press}
    />
  );
}

function bounded(pixels: number): number {
  return Math.round(Math.max(LEAST, Math.min(pixels, MOST)));
}
