/** How long something stays that goes by itself, such as a toast. */

import { createContext, useContext, useEffect, useEffectEvent, useRef } from "react";

/** Whether a person is busy with what would go: then no time passes. */
export const HeldContext = createContext(false);

/** Call `end` after some seconds, if any; they begin again when `subject` changes. */
export function useClock(seconds: number | null, subject: unknown, end: () => void): void {
  const isHeld = useContext(HeldContext);
  const left = useRef(0);
  const onEnd = useEffectEvent(end);
  useEffect(() => {
    left.current = 1000 * (seconds ?? 0);
  }, [seconds, subject]);
  useEffect(() => {
    if (seconds === null || isHeld) return;
    const begun = performance.now();
    const timer = setTimeout(() => onEnd(), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - begun;
    };
  }, [seconds, subject, isHeld]);
}
