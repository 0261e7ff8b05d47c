/** Text cut off by an ellipsis. */

import "./ellipsis.css";

import type { PointerEvent } from "react";

/** Give a label that is being hovered its whole text as a native tooltip, if it is cut off. */
export function revealCutText({ currentTarget: label }: PointerEvent<HTMLElement>): void {
  const line = label.querySelector("p");
  const isCut = line !== null && line.scrollWidth > line.clientWidth;
  label.title = isCut ? (line.textContent ?? "") : "";
}
