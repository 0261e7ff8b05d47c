/** Popover: what a button opens above the page. */

import "../view/parts/popup.css";
import "./popover.css";

import { Popover as Overlay } from "@base-ui/react/popover";
import { useContext, useId, useRef, useState } from "react";

import type { Popover } from "../core/wire.gen";
import { define } from "../view/define";
import { FormContext } from "../view/form_context";
import { useKept } from "../view/kept";
import { ButtonBox } from "../view/parts/button_box";
import { Chevron } from "../view/parts/chevron";
import { keyClass } from "../view/parts/key";
import { sized } from "../view/parts/size";
import { RevealContext, useReveal } from "../view/reveal";

export default define<Popover, boolean | null>(
  ({ id, props, value, setValue, children }) => {
    const [kept, keep] = useKept(id, false);
    const [box, setBox] = useState<HTMLElement | null>(null);
    const isTurned = useRef(false);
    const trigger = useId();
    // One with nothing in it has nothing to open, unless the script is about to fill it.
    const disabled = props.disabled || (children === null && value === null);
    const { className, style } = sized(props.width);

    function turn(isOpen: boolean) {
      isTurned.current = true;
      if (value === null) keep(isOpen);
      else setValue(isOpen);
    }

    const reveal = useReveal(() => turn(true));
    // What is submitted with a form is checked while it is closed, too.
    const isChecked = useContext(FormContext) !== null && !disabled;

    return (
      <div
        ref={setBox}
        className={`stLayoutWrapper${keyClass(props.key)}${className}`}
        data-testid="stLayoutWrapper"
        style={style}
      >
        <Overlay.Root open={(value ?? kept) && !disabled} onOpenChange={turn}>
          <ButtonBox
            name="stPopover"
            testId="stPopoverButton"
            props={{ ...props, disabled }}
            end={<Chevron />}
            as={(button) => <Overlay.Trigger id={trigger} render={button} disabled={disabled} />}
          />
          <Overlay.Portal
            keepMounted={isChecked}
            container={box?.closest<HTMLElement>("dialog") ?? undefined}
          >
            <Overlay.Positioner
              className="st-popup-place"
              align="start"
              sideOffset={4}
              collisionPadding={8}
            >
              <Overlay.Popup
                className="stPopoverBody st-popup"
                data-testid="stPopoverBody"
                aria-labelledby={trigger}
                // One that a refresh or the script has opened leaves the focus where it is.
                initialFocus={() => isTurned.current}
              >
                <div className="stVerticalBlock" data-testid="stVerticalBlock">
                  <RevealContext value={reveal}>{children}</RevealContext>
                </div>
              </Overlay.Popup>
            </Overlay.Positioner>
          </Overlay.Portal>
        </Overlay.Root>
      </div>
    );
  },
  { framed: false },
);
