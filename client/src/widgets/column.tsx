/** Column: one of several containers side by side. */

import type { Column } from "../core/wire.gen";
import { define } from "../view/define";
import { keyClass } from "../view/parts/key";
import "./container.css";

const PLACES = { top: "start", center: "center", bottom: "end" };

export default define<Column>(
  ({ props, children }) => (
    <div
      className={`stColumn${props.border ? " st-border" : ""}${keyClass(props.key)}`}
      data-testid="stColumn"
      style={{ ["--weight" as string]: props.weight }}
    >
      <div
        className="stVerticalBlock"
        data-testid="stVerticalBlock"
        style={{ justifyContent: PLACES[props.vertical_alignment] }}
      >
        {children}
      </div>
    </div>
  ),
  { framed: false },
);
