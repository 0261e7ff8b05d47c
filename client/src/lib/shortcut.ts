/** Keyboard shortcuts such as "Ctrl+K", "Enter" or "Cmd+Shift+O". */

export interface Shortcut {
  key: string;
  command: boolean;
  alt: boolean;
  shift: boolean;
}

/** What a keyboard event tells of itself. */
export interface Keystroke {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Names as scripts write them, and as keyboard events do. */
const KEYS: Record<string, string> = {
  esc: "escape",
  space: " ",
  left: "arrowleft",
  right: "arrowright",
  up: "arrowup",
  down: "arrowdown",
};

/** Read a shortcut; Ctrl, Cmd, Meta and Mod are one, and so are Alt and Option. */
export function parseShortcut(text: string): Shortcut {
  const words = text.toLowerCase().split("+");
  const key = words.pop() ?? "";
  const has = (...names: string[]) => names.some((name) => words.includes(name));
  return {
    key: KEYS[key] ?? key,
    command: has("ctrl", "cmd", "meta", "mod"),
    alt: has("alt", "option"),
    shift: has("shift"),
  };
}

/** Tell whether a keystroke is this shortcut. */
export function isPressed(shortcut: Shortcut, stroke: Keystroke): boolean {
  const { key } = shortcut;
  // With Alt or Shift a key may give another character: its place on the keyboard still tells.
  const isKey =
    stroke.key.toLowerCase() === key ||
    stroke.code === `Key${key.toUpperCase()}` ||
    stroke.code === `Digit${key}`;
  return (
    isKey &&
    (stroke.ctrlKey || stroke.metaKey) === shortcut.command &&
    stroke.altKey === shortcut.alt &&
    stroke.shiftKey === shortcut.shift
  );
}

/** Tell whether pressing the shortcut types nothing, so that it can work inside a field. */
export function typesNothing({ key, command, alt }: Shortcut): boolean {
  return command || alt || /^f\d+$/.test(key);
}

/** Write a shortcut as this platform's keyboards do: "Ctrl + K", or "⌘ K" on Apple's. */
export function shortcutLabel(shortcut: Shortcut, isApple: boolean): string {
  const names = isApple
    ? { command: "⌘", alt: "⌥", shift: "⇧", joint: " " }
    : { command: "Ctrl", alt: "Alt", shift: "Shift", joint: " + " };
  const modifiers = (["command", "alt", "shift"] as const).filter((name) => shortcut[name]);
  return [...modifiers.map((name) => names[name]), keyLabel(shortcut.key)].join(names.joint);
}

function keyLabel(key: string): string {
  if (key === " ") return "Space";
  if (key === "escape") return "Esc";
  const words = key.replace("arrow", "").replace(/^page/, "Page ").split(" ");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
