import { describe, expect, it } from "vitest";

import { isPressed, type Keystroke, parseShortcut, shortcutLabel, typesNothing } from "./shortcut";

const NOTHING: Keystroke = {
  key: "",
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
};

describe("a shortcut", () => {
  it.each<[string, Partial<Keystroke>, boolean]>([
    ["K", { key: "k" }, true],
    ["K", { key: "k", ctrlKey: true }, false],
    ["Ctrl+K", { key: "k", ctrlKey: true }, true],
    ["Ctrl+K", { key: "k", metaKey: true }, true],
    ["Mod+K", { key: "k", ctrlKey: true }, true],
    ["Ctrl+K", { key: "k" }, false],
    ["Cmd+Shift+O", { key: "O", ctrlKey: true, shiftKey: true }, true],
    ["Option+L", { key: "¬", code: "KeyL", altKey: true }, true],
    ["Shift+4", { key: "$", code: "Digit4", shiftKey: true }, true],
    ["Enter", { key: "Enter" }, true],
    ["Esc", { key: "Escape" }, true],
    ["Space", { key: " " }, true],
    ["Up", { key: "ArrowUp" }, true],
    ["F2", { key: "F2" }, true],
    ["F2", { key: "F" }, false],
  ])("%s by %j is %s", (text, stroke, expected) => {
    expect(isPressed(parseShortcut(text), { ...NOTHING, ...stroke })).toBe(expected);
  });

  it.each([
    ["cmd+k", false, "Ctrl + K"],
    ["Ctrl+Alt+Shift+K", false, "Ctrl + Alt + Shift + K"],
    ["Ctrl+K", true, "⌘ K"],
    ["Enter", false, "Enter"],
    ["esc", false, "Esc"],
    ["PageDown", false, "PageDown"],
    ["Left", false, "Left"],
    ["Space", false, "Space"],
  ])("%s on an Apple keyboard %s reads %s", (text, isApple, label) => {
    expect(shortcutLabel(parseShortcut(text), isApple)).toBe(label);
  });

  it.each([
    ["K", false],
    ["Shift+K", false],
    ["Enter", false],
    ["Ctrl+K", true],
    ["Alt+1", true],
    ["F5", true],
  ])("%s works inside a field: %s", (text, expected) => {
    expect(typesNothing(parseShortcut(text))).toBe(expected);
  });
});
