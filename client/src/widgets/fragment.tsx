/** Fragment: the part of the page that one function draws, which runs without the rest. */

import type { Fragment } from "../core/wire.gen";
import { define } from "../view/define";
import { lazily, Nothing } from "../view/lazily";

const Ticking = lazily(async () => (await import("../view/ticking")).default, Nothing);

export default define<Fragment>(
  ({ props, children }) => (
    <>
      {props.ticks && <Ticking />}
      {children && (
        <div className="stLayoutWrapper" data-testid="stLayoutWrapper">
          <div className="stVerticalBlock" data-testid="stVerticalBlock">
            {children}
          </div>
        </div>
      )}
    </>
  ),
  { framed: false },
);
