import { decode as decodeElsewhere, encode as encodeElsewhere } from "@msgpack/msgpack";
import { describe, expect, it } from "vitest";

import { decode, encode } from "./msgpack";

const sizes = [0, 1, 15, 16, 24, 25, 31, 32, 255, 256, 65_535, 65_536, 70_000];
const numbers = [
  0,
  1,
  127,
  128,
  255,
  256,
  65_535,
  65_536,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 53 - 1,
  2 ** 60,
];
const values: [string, unknown][] = [
  ...numbers.flatMap((n): [string, unknown][] => [
    [`${n}`, n],
    [`-${n}`, n && -n],
    [`${n}.5`, n + 0.5],
  ]),
  ...[-32, -33, -128, -129, -32_768, -32_769, 1e300, NaN, Infinity].map((n): [string, unknown] => [
    `${n}`,
    n,
  ]),
  ...[null, true, false, "", "Zoë 🎈", "é".repeat(12), "__proto__"].map((v): [string, unknown] => [
    `${v}`,
    v,
  ]),
  ...sizes.flatMap((size): [string, unknown][] => [
    [`text of ${size}`, "x".repeat(size)],
    [`text of ${size} wide letters`, "🎈".repeat(size)],
    [`list of ${size}`, Array.from({ length: size }, (_, n) => n)],
    [`map of ${size}`, Object.fromEntries(Array.from({ length: size }, (_, n) => [`k${n}`, n]))],
    [`bytes of ${size}`, new Uint8Array(size)],
  ]),
  ["nested", [{ a: [1, { b: ["c", null] }] }, [[[]]], {}]],
];

describe("messagepack", () => {
  it.each(values)("is written for others to read: %s", (_, value) => {
    expect(decodeElsewhere(encode(value))).toEqual(value);
  });

  it.each(values)("is read as others write it: %s", (_, value) => {
    expect(decode(encodeElsewhere(value))).toEqual(value);
  });

  it.each([
    [2 ** 53 - 1, 0xd3],
    [2 ** 60, 0xd3],
    [-(2 ** 60), 0xd3],
    [2 ** 63, 0xcb],
    [1e300, 0xcb],
  ])("whole numbers are written as such where there is room: %d", (number, head) => {
    expect(encode(number)[0]).toBe(head);
    expect(decode(encode(number))).toBe(number);
  });

  it.each([
    ["0xca", [0xca, 0x3f, 0xc0, 0, 0], 1.5],
    ["0xd0", [0xd0, 0x80], -128],
    ["0xcf", [0xcf, 0, 0, 0, 1, 0, 0, 0, 0], 2 ** 32],
  ])("knows the rarer forms: %s", (_, bytes, value) => {
    expect(decode(new Uint8Array(bytes))).toBe(value);
  });

  it("makes a key of what would be a prototype", () => {
    const read = decode(
      new Uint8Array([0x81, 0xa9, ...new TextEncoder().encode("__proto__"), 0x80]),
    );
    expect(Object.keys(read as object)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  it("writes half a letter as one that cannot be read, and undefined as nothing", () => {
    expect(decodeElsewhere(encode(["\ud83c", undefined]))).toEqual(["\ufffd", null]);
  });

  it.each([
    ["nothing", []],
    ["half a text", [0xa5, 0x61]],
    ["half a list", [0x92, 1]],
    ["half a number", [0xcd, 1]],
    ["too much", [1, 1]],
    ["an extension", [0xd4, 1, 1]],
    ["a byte that is never used", [0xc1]],
  ])("is refused if it is %s", (_, bytes) => {
    expect(() => decode(new Uint8Array(bytes))).toThrow(
      "msgpack: the bytes must be one whole value",
    );
  });

  it("is read from the middle of a buffer", () => {
    const bytes = new Uint8Array([9, 9, 0xcd, 1, 0, 9]).subarray(2, 5);
    expect(decode(bytes)).toBe(256);
  });
});
