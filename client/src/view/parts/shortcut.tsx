/** Shortcut: keys that press a button from anywhere on the page, and how it shows them. */

import { useEffect, useEffectEvent } from "react";

import { isPressed, parseShortcut, shortcutLabel, typesNothing } from "../../lib/shortcut";

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

/** Draw the keys. */
export function Shortcut({ keys }: { keys: string }) {
  return <kbd className="st-shortcut">{shortcutLabel(parseShortcut(keys), IS_APPLE)}</kbd>;
}

/** Press when the keys are pressed, unless they mean something where that is; null for none. */
export function useShortcut(text: string | null, press: () => void) {
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
