/** Shortcut: keys that press a button wherever the focus is, and the hint that tells them. */

import { useEffect, useEffectEvent } from "react";

import { isPressed, parseShortcut, shortcutLabel, typesNothing } from "../lib/shortcut";

export const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

/** Have keys press a button; null for no keys. */
export function useShortcut(text: string | null, press: () => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = parseShortcut(text ?? "");
    if (event.repeat || event.isComposing || !isPressed(shortcut, event)) return;
    if (isBusy(event.composedPath()[0]) && !typesNothing(shortcut)) return;
    event.preventDefault();
    press();
  });
  useEffect(() => {
    if (!text) return;
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [text]);
}

/** Tell the keys of a button, inside of it; nothing if there are none. */
export function ShortcutHint({ text }: { text: string | null }) {
  if (!text) return null;
  return <kbd className="st-shortcut">{shortcutLabel(parseShortcut(text), IS_APPLE)}</kbd>;
}

/** Tell whether a key pressed on `target` means something there already. */
function isBusy(target?: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, button, a, [contenteditable]") !== null
  );
}
