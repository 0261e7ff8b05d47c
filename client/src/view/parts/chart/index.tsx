/** Chart frame: the box of a chart, whatever draws it: its size, its name, its toolbar, its data. */

import "./colors.css";
import "./chart.css";

import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from "react";

import type { Frame } from "../../../core/wire.gen";
import { useAwaited } from "../../lazily";
import { fileNameOf, savePicture } from "../../saving";
import { EXPAND, Fullscreen } from "../fullscreen";
import { Toolbar } from "../toolbar";
import { ToolbarButton } from "../toolbar_button";
import { FrameData, PlainData, type DataProps } from "./lazy_data";
import type { PlainTable } from "./plain_table";

// As in toolbar_icons.ts, which would be one file more for each chart.
const DOWNLOAD = "M12 3v13M6 11l6 6 6-6M4 21h16";
const ROWS = "M3 5h18v14H3zM3 10h18M3 14.500h18M9 10v9";
const CHART = "M4 4v16h16M8 15l4-5 3 3 5-6";
const CROSS = "M6 6l12 12M18 6L6 18";

/** What is said where the files of a chart do not come. */
export const NOT_LOADED = "The chart could not be loaded: reload the page.";

const BLIND =
  "This browser cannot draw it: WebGL is switched off or missing. Here is the data instead.";

/** What draws the data of a chart. */
export type DataOf = (about: Omit<DataProps<unknown>, "data">) => ReactNode;

export interface ChartFrameProps {
  id: string;
  /** The class and the test id that users know: "stVegaLiteChart". */
  name: string;
  /** What a screen reader calls the chart. */
  label: string;
  /** Its height as the script says it. It is that high from the beginning: nothing moves. */
  height: number | string;
  /** Its height in pixels if the script does not say it. */
  room: number;
  /** Its width in pixels if the chart has one of its own. */
  width?: number | null;
  /** What the library draws in, from `useHost`: it is moved as it is when the chart is enlarged. */
  host: HTMLElement;
  /** Whether there is a picture; a skeleton stands there until then. */
  isReady: boolean;
  /** What is wrong with the chart and what to do, in place of a picture. */
  problem?: string | null;
  /** Whether this browser cannot draw the chart: its data stands there instead, if there is any. */
  isBlind?: boolean;
  /** Make a picture to save; null if there is none to be had. */
  picture?: (() => Promise<HTMLCanvasElement | null | undefined>) | null;
  /** The data behind it: a frame, few cells as they are, or what draws it. */
  data?: Frame | PlainTable | DataOf | null;
  canExport: boolean;
  /** Choose nothing; null if nothing is chosen. */
  clear?: (() => void) | null;
  /** What else there is in the toolbar. */
  tools?: ReactNode;
  /** What stands below the picture, such as a legend. */
  children?: ReactNode;
}

/** Draw it. */
export function ChartFrame(props: ChartFrameProps) {
  const { id, name, label, host, isReady, problem = null, data = null, canExport } = props;
  const [isLarge, setLarge] = useState(false);
  const [wantsData, setWantsData] = useState(false);
  const isBlind = props.isBlind ?? false;
  const showsData = wantsData || isBlind;
  const hasProblem = problem !== null;
  useAwaited(!isReady && !isBlind && !hasProblem);
  const save = async () => {
    const canvas = await props.picture?.();
    if (canvas) savePicture(canvas, fileNameOf(label, "chart"));
  };
  const isDrawn = (isReady || isBlind) && !hasProblem;
  const about = { id, label, canExport };
  const body =
    isBlind && !data ? null : !showsData || !data ? (
      <Slot host={host} isReady={isReady} />
    ) : typeof data === "function" ? (
      data(about)
    ) : "blocks" in data ? (
      <FrameData {...about} data={data} />
    ) : (
      <PlainData {...about} data={data} />
    );
  return (
    <div className="stFullScreenFrame st-chart-box" data-testid="stFullScreenFrame">
      <figure
        className={`${name} st-chart st-with-toolbar`}
        data-testid={name}
        aria-label={label}
        aria-busy={!(isDrawn || hasProblem) || undefined}
        style={{ height: heightOf(props), width: props.width ?? undefined }}
      >
        {isDrawn && (
          <Toolbar>
            {props.clear && (
              <ToolbarButton
                label="Clear selection"
                of={label}
                icon={CROSS}
                onClick={props.clear}
              />
            )}
            {props.tools}
            {data && !isBlind && (
              <ToolbarButton
                label={showsData ? "Show chart" : "Show data"}
                of={label}
                icon={showsData ? CHART : ROWS}
                onClick={() => setWantsData(!wantsData)}
              />
            )}
            {props.picture && !showsData && (
              <ToolbarButton
                label="Download as PNG"
                of={label}
                icon={DOWNLOAD}
                onClick={() => void save()}
              />
            )}
            <ToolbarButton
              label="Fullscreen"
              of={label}
              icon={EXPAND}
              onClick={() => setLarge(true)}
            />
          </Toolbar>
        )}
        {hasProblem ? (
          <p className="st-chart-problem" role="alert" dir="auto">
            {problem}
          </p>
        ) : (
          !isLarge && (
            <>
              {isBlind && <p className="st-chart-blind">{BLIND}</p>}
              {body}
              {!showsData && props.children}
            </>
          )
        )}
      </figure>
      {isLarge && (
        <Fullscreen label={label} close={() => setLarge(false)}>
          <div className="st-chart st-chart-large">
            {body}
            {!showsData && props.children}
          </div>
        </Fullscreen>
      )}
    </div>
  );
}

/** Where the picture is: the host is put there, with what is drawn in it. */
function Slot({ host, isReady }: { host: HTMLElement; isReady: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current!.append(host);
    return () => host.remove();
  }, [host]);
  return (
    <div ref={box} className="st-chart-slot">
      {!isReady && <div className="stSkeleton st-chart-waiting" data-testid="stSkeleton" />}
    </div>
  );
}

/** Return an element to draw in, the same one for as long as the chart is on the page. */
export function useHost(): HTMLElement {
  const [host] = useState(() => {
    const element = document.createElement("div");
    element.className = "st-chart-host";
    return element;
  });
  return host;
}

/** How large something is, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const NO_SIZE: Size = { width: 0, height: 0 };

/** Return how large a host is. It has no size, and nothing is to be drawn, while it is not seen. */
export function useSize(host: HTMLElement): Size {
  const [size, setSize] = useState(NO_SIZE);
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = host;
      setSize((last) =>
        width === last.width && height === last.height ? last : { width, height },
      );
    });
    observer.observe(host);
    return () => observer.disconnect();
  }, [host]);
  return size;
}

function heightOf({ height, room }: ChartFrameProps): number | undefined {
  if (typeof height === "number") return height;
  return height === "stretch" ? undefined : room;
}
