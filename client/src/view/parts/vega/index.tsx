/** Vega: a chart that is described in Vega-Lite. */

import "./vega.css";

import { useEffect, useMemo, useRef, useState } from "react";

import type { Frame, VegaLiteChart } from "../../../core/wire.gen";
import { wordsOf } from "../../../lib/words";
import { useKept } from "../../kept";
import { insist } from "../../registry";
import { ChartFrame, NOT_LOADED, useHost, useSize } from "../chart";
import { paletteAt } from "../chart/palette";
import { tableOf, type PlainTable } from "../chart/plain_table";
import { useColors } from "../page_colors";
import { configOf } from "./config";
import { followKeys } from "./keys";
import { Picture, type Wanted } from "./picture";
import { problemOf } from "./problems";
import { rowsOf, type Rows } from "./rows";
import { isCrowded } from "./labels";
import { clocksOf, isEmpty, NOTHING, type Selections } from "./selections";
import { sizeOf } from "./sizes";
import { isObject, marksIn, viewsOf, type Json } from "./spec";

/** What charts of both languages say. */
export type VegaLook = Omit<VegaLiteChart, "kind">;

interface VegaChartProps {
  id: string;
  props: VegaLook;
  value: Selections | null;
  setValue(value: Selections): void;
}

/** From how many marks on a canvas is quicker, and their descriptions too many. */
const ON_CANVAS = 2000;
const UNDESCRIBED = 5000;

/** How much higher than its picture a chart may stay, in pixels. */
const SLACK = 24;

/** Room for a thin scroll bar. */
const BAR = 12;

const library = () => import("./vega_library");

// It is loaded as soon as it is known that there will be a chart; what fails is tried again there.
library().catch(() => {});

/** Draw it. */
export function VegaChart({ id, props, value, setValue }: VegaChartProps) {
  const { frames, alt } = props;
  const spec = useSame(props.spec) as Json;
  const host = useHost();
  const colors = useColors();
  const box = useSize(host);
  const [drawn, setDrawn] = useState<readonly [number, number] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [kept, keep] = useKept<Selections>(`${id} chart`, {});
  const [known, remember] = useKept<number[]>(`${id} height`, []);
  const { tables, error } = useTables(frames, spec);
  const wrong = useMemo(() => problemOf(spec, frames), [spec, frames]);
  const label = alt ?? labelOf(spec);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [words, say] = useState("");

  useEffect(() => {
    host.classList.add("st-vega-host");
    host.setAttribute("tabindex", "0");
    host.setAttribute("role", "application");
  }, [host]);
  useEffect(() => host.setAttribute("aria-label", label), [host, label]);
  useEffect(
    () => void host.classList.toggle("st-vega-fixed", props.height !== "content"),
    [host, props.height],
  );

  useEffect(() => {
    let made: Picture | null = null;
    const stop = insist(
      library,
      (found) => {
        made = new Picture(host, found, {
          select: setValue,
          keep,
          drawn: (...size) => {
            if (!isLarge(host)) setDrawn(size);
          },
          fail: setFailure,
        });
        setFailure(null);
        setPicture(made);
      },
      () => setFailure(NOT_LOADED),
    );
    return () => {
      stop();
      made?.close();
      setPicture(null);
    };
  }, [host, setValue, keep]);

  useEffect(() => {
    if (!picture || !tables || box.width === 0 || wrong) return;
    const [marks, rows] = marksIn(spec, (data) => rowsIn(data, spec, frames));
    const palette = paletteAt(host);
    const config = configOf(
      props.has_theme ? palette : null,
      palette.isDark ? "white" : "transparent",
    );
    if (props.has_theme && isCrowded(spec, tables, box.width))
      config.axisXBand = config.axisXPoint = { labelAngle: -45, labelOverlap: false };
    const options = isObject(spec.usermeta) ? spec.usermeta.embedOptions : null;
    const renderer = isObject(options) ? options.renderer : null;
    const own = isObject(spec.config) ? spec.config : {};
    if (rows > UNDESCRIBED && own.aria === undefined)
      config.mark = { ...(config.mark as Json | undefined), aria: false };
    const wanted: Wanted = {
      spec: { ...spec, description: label },
      config,
      renderer:
        renderer === "canvas" || renderer === "svg"
          ? renderer
          : marks > ON_CANVAS
            ? "canvas"
            : "svg",
      tables: Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows])),
      clocks: clocksOf(Object.values(tables).map(({ clocks }) => clocks)),
      size: isLarge(host)
        ? sizeOf(spec, "stretch", "stretch", box)
        : sizeOf(spec, props.width, props.height, box),
      selections: Object.fromEntries(props.params.map((name) => [name, value?.[name] ?? NOTHING])),
      kept,
    };
    picture.update(wanted);
    // What is kept is read when the chart is made, and is its own from then on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [
    picture,
    spec,
    tables,
    box,
    colors,
    value,
    label,
    wrong,
    props.width,
    props.height,
    props.has_theme,
    props.params,
  ]);

  useEffect(() => (picture ? followKeys(host, picture, say) : undefined), [host, picture]);

  const estimate = known[0] ?? props.room;
  const bar = drawn && box.width > 0 && drawn[0] > box.width ? BAR : 0;
  // What would move all below by little stays as it is.
  const slack = drawn ? estimate - drawn[1] - bar : 0;
  const usual = drawn && (slack < -1 || slack > SLACK) ? Math.max(drawn[1] + bar, 1) : estimate;
  useEffect(() => {
    if (drawn && usual !== estimate) remember([usual]);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [drawn]);
  const problem = wrong ?? error ?? failure;
  const data = useMemo(() => dataOf(spec, frames), [spec, frames]);
  const isChosen = props.params.some((name) => !isEmpty(value?.[name]));
  const clear = () => setValue(Object.fromEntries(props.params.map((name) => [name, NOTHING])));
  return (
    <ChartFrame
      id={id}
      name="stVegaLiteChart"
      label={label}
      height={problem !== null ? "stretch" : props.height}
      room={usual}
      width={props.width === "content" && drawn ? drawn[0] : null}
      host={host}
      isReady={drawn !== null}
      problem={problem}
      picture={picture && (() => picture.picture())}
      data={data}
      canExport={props.can_export}
      clear={isChosen ? clear : null}
    >
      <div className="st-hidden" role="status">
        {words}
      </div>
    </ChartFrame>
  );
}

interface Tables {
  tables: Readonly<Record<string, Rows>> | null;
  error: string | null;
}

/** Get the rows of all tables; until those that changed are there, what was there before stays. */
function useTables(frames: Readonly<Record<string, Frame>>, spec: Json): Tables {
  const [found, setFound] = useState<Tables>({ tables: null, error: null });
  const cache = useRef(new Map<string, { mark: unknown; spec: Json; rows: Rows }>());
  useEffect(() => {
    const control = new AbortController();
    const load = async () => {
      const entries = await Promise.all(
        Object.entries(frames).map(async ([name, frame]) => {
          const mark = frame.file ?? frame.data ?? frame;
          const known = cache.current.get(name);
          if (known && known.mark === mark && known.spec === spec)
            return [name, known.rows] as const;
          const rows = await rowsOf(frame, spec, control.signal);
          cache.current.set(name, { mark, spec, rows });
          return [name, rows] as const;
        }),
      );
      return Object.fromEntries(entries);
    };
    const stop = insist(
      load,
      (tables) => setFound({ tables, error: null }),
      (problem) => {
        const error = `The data of the chart cannot be read: ${wordsOf(problem)}`;
        setFound((last) => ({ ...last, error }));
      },
    );
    return () => {
      stop();
      control.abort();
    };
  }, [frames, spec]);
  return found;
}

/** Tell whether a chart is enlarged: then it fills the window, whatever it is like on the page. */
function isLarge(host: HTMLElement): boolean {
  return host.closest(".st-chart-large") !== null;
}

/** Return the same value for as long as it says the same. */
function useSame<T>(value: T): T {
  const text = useMemo(() => JSON.stringify(value), [value]);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => value, [text]);
}

function rowsIn(data: unknown, spec: Json, frames: Readonly<Record<string, Frame>>): number {
  if (!isObject(data)) return 0;
  return frames[String(data.name)]?.rows ?? valuesOf(data, spec).length;
}

/** Return the rows that stand in a description itself. */
function valuesOf({ name, values }: Json, { datasets }: Json): unknown[] {
  const found = values ?? (isObject(datasets) ? datasets[String(name)] : null);
  return Array.isArray(found) ? (found as unknown[]) : [];
}

/** Return the data behind a chart: its first table, or the rows that stand in its description. */
function dataOf(spec: Json, frames: Readonly<Record<string, Frame>>): Frame | PlainTable | null {
  const [frame] = Object.values(frames);
  if (frame) return frame;
  for (const [, data] of viewsOf(spec)) {
    const values = isObject(data) ? valuesOf(data, spec) : [];
    if (values.length > 0) return tableOf(values);
  }
  return null;
}

/** Say what a chart shows, if its script does not. */
function labelOf(spec: Json): string {
  const { description, title } = spec;
  if (typeof description === "string" && description) return description;
  const text = isObject(title) ? title.text : title;
  if (text) return Array.isArray(text) ? text.join(" ") : String(text);
  for (const [view] of viewsOf(spec)) {
    if (!("mark" in view) || !isObject(view.encoding)) continue;
    const mark = isObject(view.mark) ? String(view.mark.type) : String(view.mark);
    const name = (channel: unknown) =>
      isObject(channel) ? ((channel.title ?? channel.field ?? channel.aggregate) as unknown) : null;
    const [x, y] = [name(view.encoding.x), name(view.encoding.y)].map((each) =>
      typeof each === "string" ? each : null,
    );
    const what = `${mark[0]!.toUpperCase()}${mark.slice(1)} chart`;
    return x && y ? `${what} of ${y} by ${x}` : x || y ? `${what} of ${x ?? y}` : what;
  }
  return "Chart";
}
