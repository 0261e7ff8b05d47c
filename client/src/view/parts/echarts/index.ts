/** A chart that ECharts draws, for as long as its element is on the page. */

import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { useEffect, useRef, useState } from "react";

import { Signal } from "../../../core/signal";
import { wordsOf } from "../../../lib/words";
import { useSignal } from "../../hooks";
import { insist } from "../../registry";
import { NOT_LOADED, useSize, type Size } from "../chart";
import { paletteAt, type Palette } from "../chart/palette";
import { useColors } from "../page_colors";
import { changed } from "./changed";
import { themeOf } from "./theme";

export type Chart = EChartsType;
export type Option = EChartsCoreOption;

/** What is to be drawn. */
export interface Drawing {
  /** Make what ECharts is to draw; null while there is nothing to draw. */
  option: ((palette: Palette, chart: Chart) => Option) | null;
  /** Components of which those go that an option does not name any more, as "series". */
  replace?: readonly string[];
  /** False if the chart has the colours of the library, and not those of the page. */
  hasTheme?: boolean;
  renderer?: "canvas" | "svg";
  /** Load what the chart needs beside `library.ts`: the same function each time. */
  more?: () => Promise<unknown>;
  /** Called with each new chart, what it returns before that goes: the same function each time. */
  begin?: (chart: Chart) => (() => void) | void;
  /**
   * Draw an option that is another than the last, in place of drawing what differs. `now` is what
   * the chart was told and what a person has made of that.
   */
  draw?: (chart: Chart, next: Option, last: Option | null, now: () => Option) => void;
  /** Make another theme than that of plots: the same function each time. */
  theme?: (palette: Palette) => object;
}

export interface Drawn extends State {
  /** How large it is. */
  readonly size: Size;
}

interface State {
  /** The chart; null before the library is there. */
  readonly chart: Chart | null;
  /** Whether there is a picture. */
  readonly isReady: boolean;
  /** What is wrong, in a sentence. */
  readonly problem: string | null;
}

const NOTHING: State = { chart: null, isReady: false, problem: null };
/** What was drawn last. */
interface Last {
  readonly option: Option;
  readonly palette: Palette | null;
  /** As `useColors` counts them. */
  readonly colors: number;
  readonly theme: Palette | null | undefined;
}

const FIRST: Last = { option: {}, palette: null, colors: -1, theme: undefined };

/**
 * Have ECharts draw in `host`, an element of a chart's frame.
 *
 * It is drawn when `option` is another function than before, and when the page has other colours.
 * What differs then is changed in the chart that is there, which stays zoomed.
 */
export function useEChart(host: HTMLElement, drawing: Drawing): Drawn {
  const { option, hasTheme = true, renderer = "canvas", more, begin } = drawing;
  const { theme: makeTheme = themeOf } = drawing;
  const [state] = useState(() => new Signal(NOTHING));
  const drawn = useSignal(state);
  const { chart } = drawn;
  const size = useSize(host);
  const hasSize = size.width > 0 && size.height > 0;
  const colors = useColors();
  const last = useRef<Last>(FIRST);

  useEffect(() => {
    let made: Chart | null = null;
    const stop = insist(
      async () => (await Promise.all([import("./library"), more?.()]))[0],
      ({ echarts }) => {
        made = echarts.init(host, null, { renderer });
        last.current = FIRST;
        state.set({ ...NOTHING, chart: made });
      },
      () => state.set({ ...NOTHING, problem: NOT_LOADED }),
    );
    return () => {
      stop();
      made?.dispose();
      state.set(NOTHING);
    };
  }, [host, renderer, more, state]);

  useEffect(() => {
    if (chart && hasSize && !isAsLarge(chart, size)) chart.resize(size);
  }, [chart, hasSize, size]);

  useEffect(() => (chart && begin ? begin(chart) : undefined), [chart, begin]);

  const replace = drawing.replace?.join() ?? "";
  const draw = useRef(drawing.draw);
  useEffect(() => {
    draw.current = drawing.draw;
  });
  useEffect(() => {
    // What has no size is not shown: it is drawn when it is.
    if (!chart || !option || !hasSize) return;
    try {
      const { current: known } = last;
      // To read them takes time, and a wheel zooms many times.
      const palette =
        known.palette && known.colors === colors
          ? known.palette
          : same(known.palette, paletteAt(host));
      const theme = hasTheme ? palette : null;
      const before = last.current === FIRST ? null : last.current.option;
      const isThemed = theme === last.current.theme;
      let now = () => chart.getOption() as Option;
      if (!isThemed) {
        const arranged = draw.current && before ? now() : {};
        now = () => arranged;
        // It takes a theme once it has an option, and then has its first one again.
        if (last.current === FIRST) chart.setOption({});
        chart.setTheme(theme ? makeTheme(theme) : {});
      }
      const next = option(palette, chart);
      const part = draw.current ? null : changed(isThemed && before ? before : {}, next);
      draw.current?.(chart, next, before, now);
      if (part) chart.setOption(part, { replaceMerge: namedIn(part, replace) });
      last.current = { option: next, palette, colors, theme };
      if (!state.get().isReady) state.set({ chart, isReady: true, problem: null });
    } catch (error) {
      last.current = FIRST;
      state.set({ chart, isReady: false, problem: `ECharts cannot draw this: ${wordsOf(error)}` });
    }
  }, [chart, option, colors, hasTheme, makeTheme, replace, host, hasSize, state]);

  return { ...drawn, size };
}

function isAsLarge(chart: Chart, { width, height }: Size): boolean {
  return chart.getWidth() === width && chart.getHeight() === height;
}

/** Return those of some components that an option has. */
function namedIn(option: Option, names: string): string[] {
  return names.split(",").filter((name) => name in option);
}

/** Return the colours of before as long as they are the same: what follows from them is, too. */
function same(before: Palette | null, now: Palette): Palette {
  return before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
