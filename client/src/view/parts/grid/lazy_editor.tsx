/** What opens over a cell: loaded when the first one is opened. */

import { useEffect, useLayoutEffect, useRef, useState, type FC } from "react";

import { lazily, Nothing } from "../../lazily";
import { twice } from "../../registry";
import type { Slot } from "./glide";
import type { CustomCell, ProvideEditorComponent } from "./library";
import type { OverlayProps } from "./overlay";
import type { Plain } from "./view";

let Loaded: FC<OverlayProps> | undefined;

/** Load it: for who knows that cells are going to be edited. */
export const load = async () => {
  const { Overlay } = await import("./overlay");
  Loaded = Overlay;
  return Overlay;
};

const Loading: FC<OverlayProps> = lazily(load, Nothing);

/** Load what edits cells, if they can be edited, and tell whether it is there: no key is to be lost. */
export function useOverlay(isNeeded: boolean): boolean {
  const [isThere, setThere] = useState(Loaded !== undefined);
  useEffect(() => {
    if (!isNeeded || isThere) return;
    // If it cannot be loaded now, it is tried again when a cell is opened.
    const ready = () => setThere(true);
    twice(load).then(ready, ready);
  }, [isNeeded, isThere]);
  return isThere;
}

/** What the library opens over a cell: an editor, or all of what is in it. */
const Opened: ProvideEditorComponent<CustomCell<Slot>> = (given) => {
  const { value: content, initialValue, onChange, onFinishedEditing, target } = given;
  // It goes on as it began, whatever the script draws meanwhile.
  const [{ cell, editor }] = useState(content.data);
  const [Overlay] = useState(() => Loaded ?? Loading);
  const letGo = useHeldFocus();
  const with_ = (value: Plain) => ({ ...content, data: { ...content.data, value } });
  return (
    <Overlay
      cell={cell}
      editor={editor}
      typed={initialValue ?? null}
      width={target.width}
      change={(value) => onChange(with_(value))}
      finish={(value, movement) => {
        letGo();
        onFinishedEditing(value === undefined ? undefined : with_(value), movement);
      }}
    />
  );
};

/**
 * Keep the focus in what has just opened: the library may still give it to the grid, a frame after
 * the click before the one that has opened this.
 *
 * Returns what lets go of it, for what is finished sooner.
 */
function useHeldFocus(): () => void {
  const isFinished = useRef(false);
  useLayoutEffect(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLElement) || !field.closest(".st-grid-portal")) return;
    const takeBack = ({ target }: FocusEvent) => {
      const isInGrid = target instanceof Element && target.closest(".st-grid") !== null;
      if (isInGrid && !isFinished.current) field.focus({ preventScroll: true });
    };
    const leave = () => document.removeEventListener("focusin", takeBack);
    document.addEventListener("focusin", takeBack);
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(leave)));
    return () => {
      cancelAnimationFrame(frame);
      leave();
    };
  }, []);
  return () => void (isFinished.current = true);
}

/** The same one each time: another would begin anew, without what was typed. */
export const LAZY_EDITOR = { editor: Opened, disablePadding: true };
