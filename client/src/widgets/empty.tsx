/** Empty: a place for one element; nothing to see until it holds one. */

import type { Empty } from "../core/wire.gen";
import { defineContainer } from "../view/define";

export default defineContainer<Empty>(({ children }) =>
  children ?? (
    <div className="stElementContainer element-container" data-testid="stElementContainer" hidden>
      <div className="stEmpty" data-testid="stEmpty" />
    </div>
  ),
);
