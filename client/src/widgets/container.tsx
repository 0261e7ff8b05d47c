/** Container: elements drawn together, below or beside each other. */

import { useRef, type CSSProperties } from "react";

import type { Box } from "../core/wire.gen";
import { define } from "../view/define";
import { lazily, Nothing } from "../view/lazily";
import { keyClass } from "../view/parts/key";
import { useReachable } from "../view/parts/scrollable";
import { gapOf, sized } from "../view/parts/size";
import "./container.css";

const Autoscroll = lazily(async () => (await import("../view/autoscroll")).default, Nothing);

const PLACES = {
  left: "start",
  top: "start",
  center: "center",
  right: "end",
  bottom: "end",
  distribute: "space-between",
};

export default define<Box>(
  ({ props, children }) => {
    const block = useRef<HTMLDivElement>(null);
    const { horizontal, wrap, autoscroll } = props;
    const { className, style, isFixed } = sized(props.width, props.height);
    const name = horizontal ? "stHorizontalBlock" : "stVerticalBlock";
    const border = props.border ? " st-border" : "";
    const scrolls = isFixed || (horizontal && !wrap);
    const reachable = useReachable(block, "Scrollable content", scrolls);
    return (
      <div className={`stLayoutWrapper${className}`} data-testid="stLayoutWrapper" style={style}>
        <div
          ref={block}
          className={`${name}${keyClass(props.key)}${border}${scrolls ? " st-scroll" : ""}`}
          data-testid={name}
          data-test-wrap={horizontal && wrap}
          style={layoutOf(props)}
          {...reachable}
        >
          {children}
        </div>
        {isFixed && autoscroll !== false && (
          <Autoscroll box={block} only={autoscroll ? undefined : ".stChatMessage"} />
        )}
      </div>
    );
  },
  { framed: false },
);

function layoutOf(props: Box): CSSProperties {
  const across = PLACES[props.horizontal_alignment];
  const down = PLACES[props.vertical_alignment];
  const gap = gapOf(props.gap);
  if (!props.horizontal) return { gap, alignItems: across, justifyContent: down };
  const flexWrap = props.wrap ? "wrap" : "nowrap";
  return { gap, flexWrap, justifyContent: across, alignItems: down };
}
