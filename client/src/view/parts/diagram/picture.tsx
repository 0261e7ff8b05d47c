/** Picture: a drawing in the page, in a tree of its own, so that its styles are for nothing else. */

import { useLayoutEffect, useRef } from "react";

/** What is drawn. */
export interface Shape {
  svg: SVGSVGElement;
  /** The style sheet that it needs. */
  rules: string;
  /** Its size if there is room, in pixels. */
  width: number;
  height: number;
}

/** What is smaller than this cannot be read: where there is less room, it scrolls. */
const SMALLEST = 0.5;

interface PictureProps {
  drawing: Shape;
  /** What a screen reader calls it; null if what it stands in says so. */
  label: string | null;
  className: string;
}

/** Draw it. */
export function Picture({ drawing, label, className }: PictureProps) {
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
      role={label === null ? undefined : "img"}
      aria-label={label ?? undefined}
      style={{ width, aspectRatio: `${width} / ${height}`, minWidth: width * SMALLEST }}
    />
  );
}
