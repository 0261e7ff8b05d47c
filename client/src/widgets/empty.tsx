/** Empty: a place for one element; nothing to see until it holds one. */

import type { Empty } from "../core/wire.gen";
import { define } from "../view/define";

export default define<Empty>(
  ({ children }) =>
    children ?? (
      <div className="stElementContainer element-container" data-testid="stElementContainer" hidden>
        <div className="stEmpty" data-testid="stEmpty" />
      </div>
    ),
  { framed: false },
);
