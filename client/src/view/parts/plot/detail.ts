/** Detail: the points of what is in sight, asked for where those that are there are a sample. */

import { useEffect, useState } from "react";

import { Signal } from "../../../core/signal";
import { useSignal } from "../../hooks";
import { askFor } from "../frame/source";
import type { Span } from "./axes";
import { columnsOf, refined } from "./points";
import type { Line, PlotProps } from "./types";

/** How long what is in sight stays as it is before it is asked for, in ms. */
const PATIENCE = 150;

interface Detail {
  /** The sample that it is finer than. */
  readonly of: readonly Line[];
  readonly lines: readonly Line[];
}

/** Return finer points of what is in sight; the sample itself while there are none. */
export function useDetail(
  { question, frame }: PlotProps,
  lines: readonly Line[] | null,
  sight: Span | null,
): readonly Line[] | null {
  const [state] = useState(() => new Signal<Detail | null>(null));
  const detail = useSignal(state);
  const { file = null } = frame;
  const [low, high] = sight ?? [null, null];
  useEffect(() => {
    if (!question || !file || !lines) return;
    if (low === null || high === null) return state.set(null);
    const control = new AbortController();
    const ask = async () => {
      const answer = await askFor(file, `${question}&from=${low}&to=${high}`, control.signal);
      const columns = columnsOf(new Uint8Array(await answer.arrayBuffer()));
      if (!control.signal.aborted)
        state.set({ of: lines, lines: refined(lines, columns, [low, high]) });
    };
    // Without an answer the sample stays: it is coarser, and not wrong.
    const timer = setTimeout(() => void ask().catch(() => {}), PATIENCE);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [question, file, lines, low, high, state]);
  return detail && detail.of === lines ? detail.lines : lines;
}
