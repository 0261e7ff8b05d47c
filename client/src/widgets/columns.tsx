/** Columns: containers side by side, below each other on a narrow page. */

import type { Columns } from "../core/wire.gen";
import { define } from "../view/define";
import { keyClass } from "../view/parts/key";
import { gapOf, sized } from "../view/parts/size";
import "./columns.css";

export default define<Columns>(
  ({ props, children }) => {
    const { className, style } = sized(props.width);
    const gap = gapOf(props.gap);
    return (
      <div className={`stLayoutWrapper${className}`} data-testid="stLayoutWrapper" style={style}>
        <div
          className={`stHorizontalBlock st-columns${keyClass(props.key)}`}
          data-testid="stHorizontalBlock"
          data-test-wrap={props.wrap}
          style={{ gap, ["--gap" as string]: gap }}
        >
          {children}
        </div>
      </div>
    );
  },
  { framed: false },
);
