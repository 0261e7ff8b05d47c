/** Map frame: a chart that is drawn on a map, by what comes with the first. */

import { useEffect, useState, type ReactNode } from "react";

import type { Frame } from "../../../core/wire.gen";
import { insist } from "../../registry";
import { ChartFrame, NOT_LOADED, useHost } from "../chart";
import type { PlainTable } from "../chart/plain_table";
import { useColors } from "../page_colors";

export interface MapState {
  /** What a screen reader calls the map. */
  readonly label: string;
  readonly isReady: boolean;
  readonly problem: string | null;
  /** Whether this browser cannot draw it. */
  readonly isBlind?: boolean;
}

/** What draws a map for as long as it is on the page. */
export interface DrawnMap<P> {
  /** Show what the script says now. */
  update(props: P): void;
  /** Take the colours of the page as they are now. */
  recolor(): void;
  picture(): Promise<HTMLCanvasElement | null>;
  remove(): void;
}

/** Makes one in a host; null if there is none to be had. */
export type MakeMap<M> = (host: HTMLElement, tell: (state: MapState) => void) => M | null;

export interface LoadedMap<M> {
  readonly map: M | null;
  readonly host: HTMLElement;
  readonly state: MapState;
}

const WAITING: MapState = { label: "Map", isReady: false, problem: null };

/** Have a map drawn; `load` is the same function each time. */
export function useMap<P, M extends DrawnMap<P>>(
  props: P,
  load: () => Promise<MakeMap<M>>,
): LoadedMap<M> {
  const host = useHost();
  const [map, setMap] = useState<M | null>(null);
  const [state, setState] = useState(WAITING);
  const colors = useColors();
  useEffect(() => {
    let made: M | null = null;
    const stop = insist(
      load,
      (make) => {
        setState(WAITING);
        setMap((made = make(host, setState)));
      },
      () => setState({ ...WAITING, problem: NOT_LOADED }),
    );
    return () => {
      stop();
      made?.remove();
    };
  }, [host, load]);
  useEffect(() => map?.update(props), [map, props]);
  useEffect(() => map?.recolor(), [map, colors]);
  return { map, host, state };
}

interface MapFrameProps<M> {
  id: string;
  props: Readonly<{
    alt: string | null;
    height: number | string;
    room: number;
    can_export: boolean;
  }>;
  loaded: LoadedMap<M>;
  label: string;
  data: Frame | PlainTable | null;
  clear?: (() => void) | null;
  tools?: ReactNode;
}

/** Draw the box of a map. */
export function MapFrame<M extends Pick<DrawnMap<never>, "picture">>(props: MapFrameProps<M>) {
  const { id, loaded, label, data, clear, tools } = props;
  const { height, room, can_export: canExport } = props.props;
  const { map, host, state } = loaded;
  return (
    <ChartFrame
      id={id}
      name="stDeckGlJsonChart"
      label={label}
      height={height}
      room={room}
      host={host}
      isReady={state.isReady}
      isBlind={state.isBlind}
      problem={state.problem}
      picture={map && (() => map.picture())}
      data={data}
      canExport={canExport}
      clear={clear}
      tools={tools}
    />
  );
}
