/** Scrollable: a box that the keyboard can reach when its content is too wide or too high. */

import {
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from "react";

import { followResizes } from "../resizes";

interface ScrollableProps {
  /** What a screen reader calls the box. */
  label: string;
  className?: string;
  testId?: string;
  style?: CSSProperties;
  children: ReactNode;
}

/** Draw a box that scrolls. */
export function Scrollable({ label, className, testId, style, children }: ScrollableProps) {
  const box = useRef<HTMLDivElement>(null);
  const reachable = useReachable(box, label);
  return (
    <div ref={box} className={className} data-testid={testId} style={style} {...reachable}>
      {children}
    </div>
  );
}

/**
 * Return the attributes by which the keyboard reaches a box, for as long as there is more in it than
 * it shows. Its children must be as large as what they show, or growth goes unseen.
 */
export function useReachable(
  box: RefObject<HTMLElement | null>,
  label: string,
  scrolls = true,
): object | false {
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!scrolls || !element || typeof ResizeObserver === "undefined") return;
    const measure = () => {
      const isWide = element.scrollWidth > element.clientWidth;
      setOverflows(isWide || element.scrollHeight > element.clientHeight);
    };
    measure(); // sizes are told only after the first picture
    return followResizes(element, measure);
  }, [box, scrolls]);
  return scrolls && overflows && { tabIndex: 0, role: "group", "aria-label": label };
}
