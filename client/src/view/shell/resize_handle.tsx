/** The handle on the edge of the sidebar that changes its width. */

import "./resize_handle.css";

import type { KeyboardEvent, PointerEvent } from "react";

import { LEAST, MOST, type Width } from "./sidebar_width";

/** What an arrow key changes. */
const STEP = 10;

export default function ResizeHandle({ width }: { width: Width }) {
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
