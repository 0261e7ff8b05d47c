import { expect, it } from "vitest";

import { parseHex, toHex, toHsv } from "./colors";

it.each([
  ["#00FFAA", "#00ffaa"],
  ["0fa", "#00ffaa"],
  [" #123456 ", "#123456"],
  ["#12", null],
  ["#1234", null],
  ["red", null],
  ["", null],
])("%s is read as %s", (text, color) => {
  expect(parseHex(text)).toBe(color);
});

it.each([
  ["#000000", 0, 0, 0],
  ["#ffffff", 0, 0, 100],
  ["#ff0000", 0, 100, 100],
  ["#00ff00", 120, 100, 100],
  ["#0000ff", 240, 100, 100],
  ["#ff00ff", 300, 100, 100],
  ["#804040", 0, 50, 50],
])("%s is hue %d, saturation %d, brightness %d", (color, ...parts) => {
  const { hue, saturation, brightness } = toHsv(color);
  expect([hue, saturation, brightness].map(Math.round)).toEqual(parts);
});

it("comes back as it was, whatever the colour", () => {
  for (let number = 0; number < 0x1000000; number += 4099) {
    const color = `#${number.toString(16).padStart(6, "0")}`;
    expect(toHex(toHsv(color))).toBe(color);
  }
});
