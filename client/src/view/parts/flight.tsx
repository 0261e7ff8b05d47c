/** Flight: many small things that cross the page once, such as balloons. */

import "./flight.css";

import { useEffect, useRef, type CSSProperties, type ReactNode } from "react";

import { useSession } from "../hooks";

interface FlightProps {
  /** Of the effect that this is. */
  id: string;
  /** As class and test id. */
  name: string;
  count: number;
  /** What flies, if style alone does not draw it. */
  children?: ReactNode;
}

/** Draw the flight, which ends the effect; for whoever wants no motion there is none. */
export function Flight({ id, name, count, children }: FlightProps) {
  const { effects } = useSession();
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const left = useRef(count);
  useEffect(() => {
    if (isStill) effects.end(id);
  }, [effects, id, isStill]);
  if (isStill) return null;
  const land = () => {
    left.current -= 1;
    if (left.current === 0) effects.end(id);
  };
  return (
    <div
      className={`st-flight ${name}`}
      data-testid={name}
      aria-hidden="true"
      onAnimationEnd={land}
    >
      {Array.from({ length: count }, (_, index) => (
        <i key={index} style={startOf(index)}>
          {children}
        </i>
      ))}
    </div>
  );
}

/** Where and when one of them sets out: scattered, and yet the same each time. */
function startOf(index: number): CSSProperties {
  const scattered = (step: number) => (index * step) % 1; // evenly, for steps that fit no pattern
  return {
    ["--at" as string]: `${Math.round(100 * scattered(0.7549))}%`,
    ["--later" as string]: scattered(0.5698).toFixed(2),
    ["--size" as string]: (0.6 + scattered(0.618)).toFixed(2),
    ["--drift" as string]: `${Math.round(240 * (scattered(0.3247) - 0.5))}px`,
  };
}
