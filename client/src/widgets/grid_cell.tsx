/** Grid cell: what stands in one cell of a grid, which gives it its place. */

import type { GridCell } from "../core/wire.gen";
import { define } from "../view/define";

export default define<GridCell>(
  ({ children }) => (
    <div className="stLayoutWrapper st-width-stretch" data-testid="stLayoutWrapper">
      <div className="stVerticalBlock" data-testid="stVerticalBlock">
        {children}
      </div>
    </div>
  ),
  { framed: false },
);
