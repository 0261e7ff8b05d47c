/** Skeleton: stands where something is about to be. */

import "./skeleton.css";

import type { Skeleton } from "../core/wire.gen";
import { define } from "../view/define";
import { sized } from "../view/parts/size";

export default define<Skeleton>(
  ({ props: { height, width, waits } }) => {
    const { className, style } = sized(width, height);
    return (
      <div
        className={`stElementContainer element-container st-skeleton${className}`}
        data-testid="stElementContainer"
        style={style}
      >
        <div
          className="stSkeleton"
          data-testid="stSkeletonElement"
          data-waits={waits || undefined}
          aria-hidden="true"
          style={{ height: style.height }}
        />
      </div>
    );
  },
  { framed: false },
);
