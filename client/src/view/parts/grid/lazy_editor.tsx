/** What opens over a cell: loaded when the first one is opened. */

import type { FC } from "react";

import { lazily, Nothing } from "../../lazily";
import type { Slot } from "./glide";
import type { CustomCell, ProvideEditorComponent } from "./library";
import type { OverlayProps } from "./overlay";
import type { GridProps, Plain } from "./view";

const Overlay: FC<OverlayProps> = lazily(
  () => import("./overlay").then((module) => module.Overlay),
  Nothing,
);

/** Return what the library opens over a cell: an editor, or all of what is in it. */
export function lazyEditor(slot: Slot, props: GridProps, isReadonly: boolean) {
  const editor = isReadonly ? null : (props.editing?.editorOf(slot.column, slot.row) ?? null);
  const Opened: ProvideEditorComponent<CustomCell<Slot>> = (given) => {
    const { value: content, initialValue, onChange, onFinishedEditing, target } = given;
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
