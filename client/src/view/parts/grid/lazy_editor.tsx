/** What opens over a cell: loaded when the first one is opened. */

import { useEffect, useState, type FC } from "react";

import { lazily, Nothing } from "../../lazily";
import { twice } from "../../registry";
import type { Slot } from "./glide";
import type { CustomCell, ProvideEditorComponent } from "./library";
import type { OverlayProps } from "./overlay";
import type { GridProps, Plain } from "./view";

let Loaded: FC<OverlayProps> | undefined;

const load = async () => {
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

/** Return what the library opens over a cell: an editor, or all of what is in it. */
export function lazyEditor(slot: Slot, props: GridProps, isReadonly: boolean) {
  const editor = isReadonly ? null : (props.editing?.editorOf(slot.column, slot.row) ?? null);
  const Opened: ProvideEditorComponent<CustomCell<Slot>> = (given) => {
    const { value: content, initialValue, onChange, onFinishedEditing, target } = given;
    const Overlay = Loaded ?? Loading;
    const with_ = (value: Plain) => ({ ...content, data: { ...content.data, value } });
    return (
      <Overlay
        cell={slot.cell}
        editor={editor}
        typed={initialValue ?? null}
        width={target.width}
        change={(value) => onChange(with_(value))}
        finish={(value, movement) =>
          value === undefined
            ? onFinishedEditing(undefined, movement)
            : onFinishedEditing(with_(value), movement)
        }
      />
    );
  };
  return { editor: Opened, disablePadding: true };
}
