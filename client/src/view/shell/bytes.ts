/** Sizes as developers read them. */

import { formatNumber } from "../../lib/numbers";

/** Write a size, its unit on the same line. */
export function bytes(size: number): string {
  return formatNumber(size, "bytes").replace(/(?=[A-Z])/, "\u00a0");
}
