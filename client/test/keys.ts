/** Keys of parts that hear them by listeners of their own. */

/** Press keys on something; returns which of them it took. "Shift+a" is one with Shift held. */
export function pressOn(target: EventTarget, keys: readonly string[]): string[] {
  return keys.filter((each) => {
    const shiftKey = each.startsWith("Shift+");
    const key = each.replace("Shift+", "");
    const event = new KeyboardEvent("keydown", { key, shiftKey, cancelable: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  });
}
