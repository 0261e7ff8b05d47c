/** Widths and gaps as the wire names them. */

import type { CSSProperties } from "react";

import type { Box } from "../../core/wire.gen";

const GAPS = {
  xxsmall: "0.25rem",
  xsmall: "0.5rem",
  small: "1rem",
  medium: "2rem",
  large: "4rem",
  xlarge: "6rem",
  xxlarge: "8rem",
};

export function gapOf(gap: Box["gap"]): string {
  if (gap === null) return "0px";
  return typeof gap === "number" ? `${gap}px` : GAPS[gap];
}

/** Return class and style for a box of this width; what they mean depends on its container. */
export function sized(width: string | number): { className: string; style?: CSSProperties } {
  if (typeof width === "string") return { className: ` st-width-${width}` };
  return { className: " st-width-fixed", style: { width } };
}
