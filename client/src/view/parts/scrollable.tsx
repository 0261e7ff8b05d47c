/** Scrollable: a box that the keyboard can reach when its content is too wide or too high. */

import { useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode } from "react";

interface ScrollableProps {
  /** What a screen reader calls the box. */
  label: string;
  className?: string;
  testId?: string;
  style?: CSSProperties;
  children: ReactNode;
}

/** Draw a box that scrolls. Its child must be as large as what it shows, or growth goes unseen. */
export function Scrollable({ label, className, testId, style, children }: ScrollableProps) {
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const measure = () => {
      const isWide = element.scrollWidth > element.clientWidth;
      setOverflows(isWide || element.scrollHeight > element.clientHeight);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    measure(); // the observer would tell only after the first picture
    return () => observer.disconnect();
  }, []);
  const reachable = overflows ? { tabIndex: 0, role: "group", "aria-label": label } : {};
  return (
    <div ref={box} className={className} data-testid={testId} style={style} {...reachable}>
      {children}
    </div>
  );
}
