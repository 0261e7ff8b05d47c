/** Sparkline: a few numbers as a small chart, without axes. */

import "./sparkline.css";

import { type PointerEvent, useState } from "react";

interface SparklineProps {
  /** Null where there is none. */
  values: readonly (number | null)[];
  type: "line" | "area" | "bar";
  /** What the numbers are. */
  label: string;
  /** Write one of them. */
  write(value: number): string;
}

/** Room that a line takes above and below its middle, of a height of 100. */
const MARGIN = 4;

/** How wide the picture is: were it far from its pixels, some screens would blur it. */
const WIDTH = 300;

/** Draw the numbers; the one that is pointed at is told. */
export function Sparkline({ values, type, label, write }: SparklineProps) {
  const [pointed, setPointed] = useState<number | null>(null);
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const scale = scaleOf(known, type);
  const count = type === "bar" || values.length === 1 ? values.length : values.length - 1;
  const step = WIDTH / count;
  const across = (place: number) =>
    (type === "bar" || values.length === 1 ? place + 0.5 : place) * step;
  const shown = pointed === null ? null : (values[pointed] ?? null);

  function point({ currentTarget, clientX }: PointerEvent) {
    const { left, width: room } = currentTarget.getBoundingClientRect();
    const share = ((clientX - left) / room) * count;
    const place = type === "bar" ? Math.floor(share) : Math.round(share);
    setPointed(Math.max(0, Math.min(place, values.length - 1)));
  }

  return (
    <div className="st-sparkline" onPointerMove={point} onPointerLeave={() => setPointed(null)}>
      <svg
        viewBox={`0 0 ${WIDTH} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={described(label, known, write)}
      >
        {type === "bar"
          ? values.map(
              (value, place) =>
                value !== null && (
                  <rect
                    key={place}
                    x={(place + 0.1) * step}
                    width={0.8 * step}
                    y={Math.min(scale(value), scale(0))}
                    height={Math.max(Math.abs(scale(value) - scale(0)), 1)}
                    opacity={pointed === null || pointed === place ? 1 : 0.5}
                  />
                ),
            )
          : stretchesOf(values).map((stretch) => {
              const points = stretch.map(([place, value]) => `${across(place)} ${scale(value)}`);
              const isAlone = values.length === 1; // A level, from edge to edge.
              const first = isAlone ? 0 : across(stretch[0]![0]);
              const last = isAlone ? WIDTH : across(stretch.at(-1)![0]);
              const one = isAlone ? `0 ${scale(stretch[0]![1])}H${WIDTH}` : `${points[0]}h0.001`;
              const line = points.length > 1 ? points.join("L") : one;
              return (
                <g key={first}>
                  {type === "area" && (
                    <path className="st-sparkline-area" d={`M${line}L${last} 100L${first} 100Z`} />
                  )}
                  <path className="st-sparkline-line" d={`M${line}`} />
                </g>
              );
            })}
      </svg>
      {pointed !== null && shown !== null && (
        <>
          {type !== "bar" && (
            <span
              className="st-sparkline-dot"
              style={{ left: `${(across(pointed) / WIDTH) * 100}%`, top: `${scale(shown)}%` }}
            />
          )}
          <span
            className="st-sparkline-value"
            data-side={across(pointed) > WIDTH / 2 ? "left" : "right"}
            style={{ left: `${(across(pointed) / WIDTH) * 100}%` }}
          >
            {write(shown)}
          </span>
        </>
      )}
    </div>
  );
}

/** Return how far from the top a number is, of 100; bars begin at zero. */
function scaleOf(values: readonly number[], type: SparklineProps["type"]) {
  const isBar = type === "bar";
  const low = values.reduce((one, other) => Math.min(one, other), isBar ? 0 : Infinity);
  const high = values.reduce((one, other) => Math.max(one, other), isBar ? 0 : -Infinity);
  const margin = isBar ? 0 : MARGIN;
  return (value: number) =>
    high === low ? 50 : margin + ((high - value) / (high - low)) * (100 - 2 * margin);
}

/** Return what lies between gaps: places and their numbers. */
function stretchesOf(values: readonly (number | null)[]): [number, number][][] {
  const stretches: [number, number][][] = [];
  let isOpen = false;
  values.forEach((value, place) => {
    if (value === null) {
      isOpen = false;
      return;
    }
    if (!isOpen) stretches.push([]);
    isOpen = true;
    stretches.at(-1)!.push([place, value]);
  });
  return stretches;
}

/** Say in a sentence what the chart shows. */
function described(label: string, known: readonly number[], write: (value: number) => string) {
  const low = known.reduce((one, other) => Math.min(one, other));
  const high = known.reduce((one, other) => Math.max(one, other));
  const ends = `from ${write(known[0]!)} to ${write(known.at(-1)!)}`;
  return `${label}: ${ends}, lowest ${write(low)}, highest ${write(high)}`;
}
