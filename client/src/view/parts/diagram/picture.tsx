/** Picture: a drawing in the page, in a tree of its own, so that its styles are for nothing else. */

import { useLayoutEffect, useRef } from "react";

import type { Drawing } from "./draw";
import { nameOf } from "./names";

/** What is smaller than this cannot be read: where there is less room, it scrolls. */
const SMALLEST = 0.5;

interface PictureProps {
  drawing: Drawing;
  alt: string | null;
  className: string;
}

/** Draw it. */
export function Picture({ drawing, alt, className }: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const host = box.current!;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`svg { display: block }\n${drawing.rules}`);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(drawing.svg.cloneNode(true));
  }, [drawing]);
  const { width, height } = drawing;
  return (
    <div
      ref={box}
      className={className}
      role="img"
      aria-label={labelOf(drawing, alt)}
      style={{ width, aspectRatio: `${width} / ${height}`, minWidth: width * SMALLEST }}
    />
  );
}

/** Return what a screen reader calls it: what is given, or else what it says of itself. */
export function labelOf({ title, description, type }: Drawing, alt: string | null): string {
  if (alt) return alt;
  return [title, description].filter(Boolean).join(": ") || nameOf(type);
}
