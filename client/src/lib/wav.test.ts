import { expect, it } from "vitest";

import { clockOf, levelsOf, wavOf } from "./wav";

it("writes a head that says what follows, and samples of 16 bits", () => {
  const file = wavOf([new Float32Array([0, 1, -1]), new Float32Array([2])], 16000);
  const view = new DataView(file);
  expect(new TextDecoder().decode(file.slice(0, 16))).toBe("RIFF,\0\0\0WAVEfmt ");
  expect([view.getUint16(20, true), view.getUint16(22, true)]).toEqual([1, 1]);
  expect([view.getUint32(24, true), view.getUint32(28, true)]).toEqual([16000, 32000]);
  expect(view.getUint32(40, true)).toBe(8);
  const samples = [0, 1, 2, 3].map((at) => view.getInt16(44 + 2 * at, true));
  expect(samples).toEqual([0, 0x7fff, -0x8000, 0x7fff]);
});

it("tells how loud a sound is, step by step", () => {
  const levels = levelsOf([new Float32Array([0, 0.5, -1, 0.25])], 2);
  expect(levels).toEqual([0.5, 1]);
  expect(levelsOf([], 2)).toEqual([0, 0]);
});

it.each([
  [0, "00:00"],
  [61.9, "01:01"],
  [3600, "60:00"],
])("writes %d seconds as %s", (seconds, text) => expect(clockOf(seconds)).toBe(text));
