/** Legend: the series of a plot, each to be hidden and shown. */

import type { MouseEvent } from "react";

import type { Kind, PlotProps } from "./types";

/** How many patterns there are, where colours tell nothing apart. */
const PATTERNS = 6;

interface LegendProps {
  kind: Kind;
  label: string;
  series: PlotProps["series"];
  colors: readonly string[];
  hidden: ReadonlySet<number>;
  hide: (hidden: ReadonlySet<number>) => void;
}

/** Draw it: a click hides a series or shows it; with Ctrl or twice, it shows this one only. */
export function Legend({ kind, label, series, colors, hidden, hide }: LegendProps) {
  const toggle = (place: number) => {
    const next = new Set(hidden);
    if (!next.delete(place)) next.add(place);
    // The last one that is shown stays.
    if (next.size < series.length) hide(next);
  };
  const isolate = (place: number) => {
    const others = new Set(series.keys());
    others.delete(place);
    const isAlone = hidden.size === others.size && !hidden.has(place);
    hide(isAlone ? new Set() : others);
  };
  const press = (event: MouseEvent, place: number) => {
    const isAlone = event.ctrlKey || event.metaKey || event.shiftKey;
    if (isAlone) isolate(place);
    else if (event.detail === 2) isolate(place);
    else toggle(place);
  };
  return (
    <div
      className={`st-plot-legend st-plot-of-${kind}`}
      role="group"
      aria-label={`Series of ${label}`}
      tabIndex={-1}
    >
      {series.map(({ name }, place) => (
        <button
          key={place}
          type="button"
          aria-pressed={!hidden.has(place)}
          title={`${name}: with Ctrl, show only this one`}
          onClick={(event) => press(event, place)}
        >
          <i data-pattern={place % PATTERNS} style={{ background: colors[place] }} />
          <span dir="auto">{name}</span>
        </button>
      ))}
    </div>
  );
}

interface ShadesProps {
  name: string;
  low: string;
  high: string;
  scale: readonly string[];
}

/** Draw what the shades of points stand for. */
export function Shades({ name, low, high, scale }: ShadesProps) {
  return (
    <p className="st-plot-shades">
      <span>{name}</span>
      <span>{low}</span>
      <i style={{ background: `linear-gradient(to right, ${scale.join(", ")})` }} />
      <span>{high}</span>
    </p>
  );
}
