/** Space: room between elements, along the way they follow each other. */

import type { Space } from "../core/wire.gen";
import { define } from "../view/define";

const SIZES = {
  xxsmall: "0.25rem",
  xsmall: "0.5rem",
  small: "0.75rem",
  medium: "2.5rem",
  large: "4.25rem",
  xlarge: "6rem",
  xxlarge: "8rem",
};

export default define<Space>(
  ({ props: { size } }) => (
    <div
      className="stElementContainer element-container"
      data-testid="stElementContainer"
      style={{ flex: flexOf(size), minWidth: 0 }}
    >
      <div className="stSpace" data-testid="stSpace" />
    </div>
  ),
  { framed: false },
);

function flexOf(size: Space["size"]): string {
  if (size === "stretch") return "1 1 0%";
  return `0 0 ${typeof size === "number" ? `${size}px` : SIZES[size]}`;
}
