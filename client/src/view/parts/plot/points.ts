/** Points: the numbers that a plot draws, as they come from the server. */

import { tableFromIPC } from "@uwdata/flechette";
import { useEffect, useMemo, useState } from "react";

import type { Frame, PlotSeries } from "../../../core/wire.gen";
import { Signal } from "../../../core/signal";
import { wordsOf } from "../../../lib/words";
import { endOf } from "../../frames/bytes";
import { useSignal } from "../../hooks";
import { insist } from "../../registry";
import type { Line } from "./types";

const NOTHING = new Float64Array();

type Columns = Readonly<Record<string, Float64Array>>;

export interface Loaded {
  /** The series; null before the first points are there. */
  readonly lines: readonly Line[] | null;
  readonly problem: string | null;
}

const WAITING: Loaded = { lines: null, problem: null };

/** Return the points of some series; the last ones until others are there. */
export function usePoints(frame: Frame, series: readonly PlotSeries[]): Loaded {
  const { data, file } = frame;
  const inline = useMemo(
    () => (data ? read(frame, data, series) : null),
    // A frame that is told again has the same bytes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [data, series],
  );
  const [fetched] = useState(() => new Signal(WAITING));
  const last = useSignal(fetched);
  useEffect(() => {
    if (inline) return fetched.set(inline);
    if (!file) return fetched.set({ lines: linesOf({}, series), problem: null });
    const control = new AbortController();
    const stop = insist(
      async () => {
        const response = await fetch(file, { signal: control.signal });
        if (!response.ok) throw new Error(`${response.status}`);
        return new Uint8Array(await response.arrayBuffer());
      },
      (bytes) => fetched.set(read(frame, bytes, series)),
      () => {
        if (!fetched.get().lines)
          fetched.set({ lines: null, problem: "The points of the chart could not be loaded." });
      },
    );
    return () => {
      stop();
      control.abort();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [inline, file, series, fetched]);
  return inline ?? last;
}

function read(frame: Frame, bytes: Uint8Array, series: readonly PlotSeries[]): Loaded {
  try {
    const names = frame.columns.map(({ name }) => name);
    const all = columnsOf(streamOf(frame, bytes));
    const columns = names.map((name, place) => [name, all[`${place}`] ?? NOTHING] as const);
    return { lines: linesOf(Object.fromEntries(columns), series), problem: null };
  } catch (error) {
    return { lines: null, problem: wordsOf(error) };
  }
}

/** Return what of a frame is a stream of Arrow: behind it stands what only the server reads. */
function streamOf({ blocks }: Frame, bytes: Uint8Array): Uint8Array {
  const block = blocks[0];
  return block ? bytes.slice(block.start, endOf(block)) : bytes.subarray(0, 0);
}

/** Return columns of numbers by their names. */
export function columnsOf(stream: Uint8Array): Columns {
  if (stream.length === 0) return {};
  const table = tableFromIPC(stream);
  const names = table.schema.fields.map(({ name }) => name);
  return Object.fromEntries(
    names.map((name, place) => [name, numbersIn(table.getChildAt(place).toArray())]),
  );
}

/** Of no rows the decoder makes no array of numbers. */
function numbersIn(values: ArrayLike<number>): Float64Array {
  return values instanceof Float64Array ? values : Float64Array.from(values);
}

/** Cut columns into series, which lie one behind the other. */
export function linesOf(columns: Columns, series: readonly PlotSeries[]): Line[] {
  let from = 0;
  return series.map((each, place) => {
    const to = from + each.points;
    const cut = (name: string) => columns[name]?.subarray(from, to) ?? null;
    const [x, y] = [cut("x") ?? NOTHING, cut("y") ?? NOTHING];
    const line = { ...each, place, x, y, size: cut("size"), shade: cut("shade") };
    from = to;
    return line;
  });
}

/** Put finer points, of a part of the x axis, in place of those that are there. */
export function refined(lines: readonly Line[], columns: Columns, span: readonly [number, number]) {
  const marks = columns["series"] ?? NOTHING;
  return lines.map((line): Line => {
    const first = marks.indexOf(line.place);
    const count = first < 0 ? 0 : marks.lastIndexOf(line.place) - first + 1;
    const finer = (name: string) => columns[name]?.subarray(first, first + count) ?? NOTHING;
    // The finer ones have a neighbour on either side, which is there already.
    const own = count > 0 ? finer("x") : NOTHING;
    const [low, high] = count > 0 ? [own[0]!, own[count - 1]!] : span;
    const keep = [...line.x.keys()].filter((at) => line.x[at]! < low || line.x[at]! > high);
    const before = keep.filter((at) => line.x[at]! < low);
    const after = keep.filter((at) => line.x[at]! > high);
    const joined = (old: Float64Array | null, name: string) =>
      old &&
      Float64Array.from([
        ...before.map((at) => old[at]!),
        ...(count > 0 ? finer(name) : NOTHING),
        ...after.map((at) => old[at]!),
      ]);
    return {
      ...line,
      x: joined(line.x, "x")!,
      y: joined(line.y, "y")!,
      size: joined(line.size, "size"),
      shade: joined(line.shade, "shade"),
    };
  });
}

/** Return the least and the greatest of numbers, those that are there; null if none is. */
export function rangeOf(parts: readonly Float64Array[]): [number, number] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const part of parts)
    for (const value of part) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  return low <= high ? [low, high] : null;
}
