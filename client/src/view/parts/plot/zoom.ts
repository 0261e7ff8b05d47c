/** Zoom: what part of a plot is in sight, by wheel, by drag and by keys. */

import { useEffect, useState } from "react";

import { Signal } from "../../../core/signal";
import { useSignal } from "../../hooks";
import type { Chart } from "../echarts";

/** How much of what is in sight a key takes away, or moves. */
const STEP = 0.25;
/** The smallest part that can be in sight, in percent. */
const LEAST = 0.01;

/** A part, in percent of all. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

export const ALL: Part = { start: 0, end: 100 };

export interface Zoom {
  readonly part: Part;
  readonly isFocused: boolean;
  /** Watch a chart; the answer ends that. */
  readonly watch: (chart: Chart) => () => void;
  readonly show: (part: Part) => void;
}

interface State {
  readonly part: Part;
  readonly isFocused: boolean;
}

/** What the keys do, as screen readers know them. */
export const KEYS = "Plus Minus ArrowLeft ArrowRight 0";

/** Follow what of a chart in `host` is in sight. */
export function useZoom(host: HTMLElement): Zoom {
  const [zooming] = useState(() => new Zooming());
  const { part, isFocused } = useSignal(zooming.state);
  useEffect(() => zooming.listen(host), [host, zooming]);
  return { part, isFocused, show: zooming.show, watch: zooming.watch };
}

class Zooming {
  readonly state = new Signal<State>({ part: ALL, isFocused: false });
  #chart: Chart | null = null;

  readonly show = ({ start, end }: Part): void => {
    // The second is the other axis of scattered points.
    const both = start <= 0 && end >= 100 ? [0, 1] : [0];
    const batch = both.map((dataZoomIndex) => ({ dataZoomIndex, start, end }));
    this.#chart?.dispatchAction({ type: "dataZoom", batch });
  };

  readonly watch = (chart: Chart): (() => void) => {
    const told = (event: unknown) => {
      const part = partIn(event);
      if (part) this.#set({ part });
    };
    this.#chart = chart;
    chart.on("datazoom", told);
    this.#set({ part: ALL });
    return () => {
      chart.off("datazoom", told);
      this.#chart = null;
    };
  };

  /** Have the keys that are pressed in a host, and what it is to the page; the answer ends that. */
  listen(host: HTMLElement): () => void {
    const control = new AbortController();
    const { signal } = control;
    host.tabIndex = 0;
    host.addEventListener("focus", () => this.#set({ isFocused: true }), { signal });
    host.addEventListener("blur", () => this.#set({ isFocused: false }), { signal });
    host.addEventListener("keydown", (event) => this.#press(event), { signal });
    // The library would take any wheel from the page. It listens to an element within the host.
    const pass = (event: WheelEvent) => {
      if (!this.state.get().isFocused && !event.ctrlKey) event.stopPropagation();
    };
    host.addEventListener("wheel", pass, { signal, capture: true });
    return () => control.abort();
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = MOVES[event.key]?.(this.state.get().part);
    if (!next) return;
    event.preventDefault();
    this.show(next);
  }

  #set(change: Partial<State>): void {
    this.state.set({ ...this.state.get(), ...change });
  }
}

const MOVES: Record<string, (part: Part) => Part> = {
  "+": (part) => scaled(part, 1 - STEP * 2),
  "=": (part) => scaled(part, 1 - STEP * 2),
  "-": (part) => scaled(part, 1 / (1 - STEP * 2)),
  ArrowLeft: (part) => moved(part, -STEP),
  ArrowRight: (part) => moved(part, STEP),
  "0": () => ALL,
};

/** Return a part that is so many times as wide, around the same middle. */
export function scaled({ start, end }: Part, times: number): Part {
  const half = Math.max((end - start) * times, LEAST) / 2;
  const middle = (start + end) / 2;
  return fitted(middle - half, middle + half);
}

/** Return a part that lies further on by a share of itself. */
export function moved({ start, end }: Part, share: number): Part {
  const step = (end - start) * share;
  return fitted(start + step, end + step);
}

function fitted(start: number, end: number): Part {
  const width = Math.min(end - start, 100);
  const from = Math.min(Math.max(start, 0), 100 - width);
  return { start: from, end: from + width };
}

/** Return the part that an event of ECharts tells of the first axis. */
function partIn(event: unknown): Part | null {
  const { batch, ...own } = event as { batch?: Told[] } & Told;
  const told = batch?.find(isAlong) ?? (isAlong(own) ? own : null);
  const { start, end } = told ?? {};
  return start === undefined || end === undefined ? null : { start, end };
}

interface Told {
  start?: number;
  end?: number;
  dataZoomId?: string;
  dataZoomIndex?: number;
}

function isAlong({ dataZoomId, dataZoomIndex }: Told): boolean {
  return dataZoomId?.includes("up") !== true && (dataZoomIndex ?? 0) === 0;
}
