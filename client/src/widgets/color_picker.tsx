/** Colour picker: one colour. */

import "../view/parts/popup.css";
import "./color_picker.css";

import { Popover } from "@base-ui/react/popover";
import { useId, useState } from "react";

import { parseHex } from "../lib/colors";
import type { ColorPicker } from "../core/wire.gen";
import { define } from "../view/define";
import { useCommit, useText } from "../view/draft";
import { ColorPanel } from "../view/parts/color_panel";
import { Label } from "../view/parts/label";
import { landmarkOf } from "../view/parts/landmark";
import { plainText } from "../view/parts/markdown";
import { useRest } from "../view/rest";

const BLACK = "#000000";

export default define<ColorPicker, string>((view) => {
  const { props, value, setValue } = view;
  const { label, disabled } = props;
  const [draft, setDraft] = useText(view);
  const [box, setBox] = useState<HTMLElement | null>(null);
  const id = useId();
  const shown = draft ?? value;
  const name = `${plainText(label)} color picker`;

  function send(color: string) {
    setDraft(null);
    if (color !== value) setValue(color);
  }

  useRest(draft, send);
  useCommit(view.id, (color) => {
    if (color !== null) send(color);
    return true;
  });

  return (
    <div ref={setBox} className="st-field stColorPicker" data-testid="stColorPicker">
      <Label props={props} control={id} />
      <Popover.Root onOpenChange={(isOpen) => isOpen || draft === null || send(draft)}>
        <Popover.Trigger
          id={id}
          className="st-swatch"
          aria-label={name}
          aria-describedby={`${id}-value`}
          disabled={disabled}
        >
          <span
            className="st-swatch-color"
            data-testid="stColorPickerBlock"
            style={{ backgroundColor: shown }}
          />
        </Popover.Trigger>
        <span id={`${id}-value`} className="st-hidden">
          {shown}
        </span>
        <Popover.Portal container={box && landmarkOf(box)}>
          <Popover.Positioner
            className="st-popup-place"
            align="start"
            sideOffset={4}
            collisionPadding={8}
          >
            <Popover.Popup
              className="st-popup st-color-popup"
              data-testid="stColorPickerPopover"
              aria-label={name}
            >
              <ColorPanel color={parseHex(shown) ?? BLACK} choose={setDraft} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
});
