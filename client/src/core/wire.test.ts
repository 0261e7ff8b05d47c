import { readdirSync, readFileSync } from "node:fs";

import { decode, encode } from "@msgpack/msgpack";
import { describe, expect, it } from "vitest";

import * as own from "./msgpack";
import { decodeBatch, encodeMessage } from "./wire";

const GOLDEN = new URL("../../../tests/wire/golden/", import.meta.url);

interface Golden {
  name: string;
  hex: string;
  message: unknown;
}

const recorded = readdirSync(GOLDEN)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, GOLDEN), "utf8")) as Golden | Golden[]);

describe("golden files", () => {
  it("are there", () => expect(recorded.length).toBeGreaterThan(0));

  it.each(recorded)("$name reads as the server meant it", ({ hex, message }) => {
    expect(own.decode(new Uint8Array(Buffer.from(hex, "hex")))).toEqual(message);
  });

  it.each(recorded)("$name is written so that it reads the same", ({ message }) => {
    expect(decode(own.encode(message))).toEqual(message);
  });
});

describe("frames", () => {
  it("hold one batch", () => {
    const frame = encode([3, [["run_ended", "done"]]]);
    expect(decodeBatch(frame)).toEqual([3, [["run_ended", "done"]]]);
  });

  it("hold one message", () => {
    expect(decode(encodeMessage(["event", 7, { s: 3 }, null]))).toEqual([
      "event",
      7,
      { s: 3 },
      null,
    ]);
  });
});
