/** Container: elements drawn together, below or beside each other. */

import { useEffect, useRef, type CSSProperties } from "react";

import type { Box } from "../core/wire.gen";
import { define } from "../view/define";
import { keyClass } from "../view/parts/key";
import { gapOf, sized } from "../view/parts/size";
import "./container.css";

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
    const { autoscroll, height } = props;
    useEffect(() => {
      const element = block.current;
      if (!autoscroll || !element) return;
      const begun = import("../view/autoscroll").then(
        ({ follow }) => follow(element),
        () => () => {}, // whoever reads scrolls
      );
      return () => void begun.then((end) => end());
    }, [autoscroll]);
    const { className, style } = sized(props.width);
    const name = props.horizontal ? "stHorizontalBlock" : "stVerticalBlock";
    const border = props.border ? " st-border" : "";
    const scroll = typeof height === "number" ? " st-scroll" : "";
    return (
      <div
        className={`stLayoutWrapper${className}${height === "stretch" ? " st-height-stretch" : ""}`}
        data-testid="stLayoutWrapper"
        style={typeof height === "number" ? { ...style, height, flexBasis: height } : style}
      >
        <div
          ref={block}
          className={`${name}${keyClass(props.key)}${border}${scroll}`}
          data-testid={name}
          data-test-wrap={props.horizontal && props.wrap}
          style={layoutOf(props)}
          {...(scroll && { tabIndex: 0, role: "group", "aria-label": "Scrollable content" })}
        >
          {children}
        </div>
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
