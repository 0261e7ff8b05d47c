/** Zoom: a drawing over the whole page, as close as somebody likes. */

import { useEffect, useLayoutEffect, useRef, useState } from "react";

import { Fullscreen } from "../fullscreen";
import { useReachable } from "../scrollable";
import { ToolbarButton } from "../toolbar_button";
import { Picture, type Shape } from "./picture";

const CLOSER = "M11 5a6 6 0 1 0 0 12a6 6 0 1 0 0-12M16 16l5 5M8 11h6M11 8v6";
const FARTHER = "M11 5a6 6 0 1 0 0 12a6 6 0 1 0 0-12M16 16l5 5M8 11h6";
const STEP = 1.5;
const MOST = 20;
/** How much a wheel zooms for each of its pixels. */
const TURN = 1.004;

interface ZoomProps {
  drawing: Shape;
  /** What a screen reader calls the page that it fills. */
  label: string;
  /** What it calls the drawing; null if that is to be read itself. */
  pictureLabel: string | null;
  close(): void;
}

/** Draw it. */
export function Zoom({ drawing, label, pictureLabel, close }: ZoomProps) {
  const box = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const change = (factor: number) =>
    setZoom((before) => Math.min(Math.max(before * factor, 1), MOST));
  useCentre(box, zoom);
  useEffect(() => {
    const element = box.current!;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return; // without, it scrolls
      event.preventDefault();
      change(TURN ** -event.deltaY);
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, []);
  const tools = (
    <>
      <ToolbarButton
        label="Zoom in"
        icon={CLOSER}
        isDisabled={zoom >= MOST}
        onClick={() => change(STEP)}
      />
      <ToolbarButton
        label="Zoom out"
        icon={FARTHER}
        isDisabled={zoom <= 1}
        onClick={() => change(1 / STEP)}
      />
    </>
  );
  return (
    <Fullscreen label={label} close={close} tools={tools}>
      <div
        ref={box}
        className="st-diagram-zoom"
        onPointerDown={drag}
        {...useReachable(box, "Diagram")}
      >
        <div
          className="st-diagram-zoomed"
          style={{ width: `${100 * zoom}%`, height: `${100 * zoom}%` }}
        >
          <Picture className="st-diagram-large" drawing={drawing} label={pictureLabel} />
        </div>
      </div>
    </Fullscreen>
  );
}

/** Keep in the middle what is there while the zoom changes. */
function useCentre(box: { current: HTMLElement | null }, zoom: number) {
  const before = useRef(zoom);
  useLayoutEffect(() => {
    const element = box.current!;
    const factor = zoom / before.current;
    before.current = zoom;
    const { clientWidth: across, clientHeight: upright } = element;
    Object.assign(element, {
      scrollLeft: (element.scrollLeft + across / 2) * factor - across / 2,
      scrollTop: (element.scrollTop + upright / 2) * factor - upright / 2,
    });
  }, [box, zoom]);
}

/** Follow a mouse; a finger scrolls as it does everywhere. */
function drag(event: React.PointerEvent<HTMLElement>) {
  if (event.pointerType !== "mouse" || event.button !== 0) return;
  const element = event.currentTarget;
  const move = ({ movementX, movementY }: PointerEvent) => element.scrollBy(-movementX, -movementY);
  const end = new AbortController();
  const { signal } = end;
  window.addEventListener("pointermove", move, { signal });
  for (const name of ["pointerup", "pointercancel", "blur"])
    window.addEventListener(name, () => end.abort(), { signal });
}
