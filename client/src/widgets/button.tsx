/** Button: something to press. */

import { useEffect, useEffectEvent } from "react";

import { isPressed, parseShortcut, shortcutLabel, typesNothing } from "../lib/shortcut";
import type { Button } from "../core/wire.gen";
import { define } from "../view/define";
import { ButtonBox } from "../view/parts/button_box";

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

export default define<Button>(({ props, press }) => {
  const { shortcut } = props;
  useShortcut(props.disabled ? null : shortcut, press);
  return (
    <ButtonBox
      name="stButton"
      testId={`stBaseButton-${props.type}`}
      props={props}
      iconPosition={props.icon_position}
      end={
        shortcut && (
          <kbd className="st-shortcut">{shortcutLabel(parseShortcut(shortcut), IS_APPLE)}</kbd>
        )
      }
      onPress={() => press()}
    />
  );
});

function useShortcut(text: string | null, press: () => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = parseShortcut(text ?? "");
    if (event.repeat || event.isComposing || !isPressed(shortcut, event)) return;
    if (isBusy(event.target) && !typesNothing(shortcut)) return;
    event.preventDefault();
    press();
  });
  useEffect(() => {
    if (!text) return;
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [text]);
}

/** Tell whether a key pressed on `target` means something there already. */
function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, button, a, [contenteditable]") !== null
  );
}
