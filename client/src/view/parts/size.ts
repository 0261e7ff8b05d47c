/** Sizes and gaps as the wire names them. */

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

interface Sized {
  className: string;
  style: CSSProperties;
  /** Whether it is as high as the script says, so that what is in it may not fit. */
  isFixed: boolean;
}

/** Return class and style for a box of this size; what they mean depends on its container. */
export function sized(width: string | number, height: string | number | null = null): Sized {
  const across = typeof width === "string" ? width : "fixed";
  const upright = height === "stretch" ? " st-height-stretch" : "";
  const isFixed = typeof height === "number";
  const style: CSSProperties = {};
  if (typeof width === "number") style.width = width;
  if (isFixed) style.height = height;
  return { className: ` st-width-${across}${upright}`, style, isFixed };
}
