/** Menu button: opens a menu, of which one entry is pressed. */

import "../view/parts/popup.css";
import "../view/parts/options.css";
import "./menu_button.css";

import { Menu } from "@base-ui/react/menu";
import { useId, useState } from "react";

import type { MenuButton } from "../core/wire.gen";
import { define } from "../view/define";
import { ButtonBox } from "../view/parts/button_box";
import { Chevron } from "../view/parts/chevron";
import { landmarkOf } from "../view/parts/landmark";
import { InlineMarkdown } from "../view/parts/markdown";

export default define<MenuButton>(({ props, press }) => {
  const { options, disabled } = props;
  const trigger = useId();
  const [box, setBox] = useState<HTMLElement | null>(null);
  return (
    <Menu.Root modal={false} disabled={disabled}>
      <ButtonBox
        name="stMenuButton"
        testId="stMenuButtonButton"
        props={props}
        end={<Chevron />}
        as={(button) => <Menu.Trigger id={trigger} ref={setBox} render={button} />}
      />
      <Menu.Portal container={landmarkOf(box)}>
        <Menu.Positioner
          className="st-popup-place"
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <Menu.Popup
            className="st-popup st-options st-menu-options"
            data-testid="stMenuButtonBody"
            aria-labelledby={trigger}
          >
            {options.map((text, place) => (
              <Menu.Item key={text} className="st-option" onClick={() => press([place, text])}>
                <InlineMarkdown source={text} links={false} />
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
});
