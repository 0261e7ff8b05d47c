/** The bottom: what stays in sight while the main part scrolls behind it. */

import "./bottom.css";

import { useLayoutEffect, useRef } from "react";

import { Children } from "../children";

export default function Bottom({ ids }: { ids: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (typeof ResizeObserver === "undefined") return;
    const element = box.current!;
    const scroller = element.parentElement!;
    // What takes the focus is scrolled to where this does not cover it.
    const observer = new ResizeObserver(() => {
      scroller.style.scrollPaddingBottom = `${element.offsetHeight}px`;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      scroller.style.scrollPaddingBottom = "";
    };
  }, []);
  return (
    <div ref={box} className="stBottom" data-testid="stBottom">
      <div className="stBottomBlockContainer" data-testid="stBottomBlockContainer">
        <div className="stVerticalBlock" data-testid="stVerticalBlock">
          <Children ids={ids} />
        </div>
      </div>
    </div>
  );
}
