/** Bytes: how those of a frame are asked for. */

import { afterEach, expect, it, vi } from "vitest";

import type { Block, Frame } from "../../core/wire.gen";
import { blockOf } from "./bytes";

const BYTES = Uint8Array.from({ length: 100 }, (_, place) => place);
const never = new AbortController().signal;

function block(start: number, head: number, ...tiles: number[]): Block {
  return { columns: [0, 1], start, head, rows: 1, tiles };
}

/** A table in a file of 100 bytes. */
function frame(...blocks: Block[]): Frame {
  return { rows: 1, columns: [], blocks, file: "a.arrow", size: 100 } as unknown as Frame;
}

/** Has the network answer, with a part if one is asked for, and notes which. */
function answering(): (string | null)[] {
  const asked: (string | null)[] = [];
  vi.stubGlobal("fetch", (_: string, { headers }: { headers?: { range: string } }) => {
    asked.push(headers?.range ?? null);
    const part = /bytes=(\d+)-(\d+)/.exec(headers?.range ?? "");
    const body = part ? BYTES.slice(Number(part[1]), Number(part[2]) + 1) : BYTES;
    return Promise.resolve(new Response(body, { status: part ? 206 : 200 }));
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

it("asks for the whole of a small file that has one block (V02)", async () => {
  const [asked, one] = [answering(), block(10, 20, 30, 20)];
  expect(await blockOf(frame(one), one, never)).toEqual(BYTES.slice(10, 80));
  expect(asked).toEqual([null]);
});

it("asks for a part of one that has more, is large, or does not say how large it is", async () => {
  const [asked, one] = [answering(), block(10, 20, 30, 20)];
  expect(await blockOf(frame(one, block(80, 5, 5)), one, never)).toEqual(BYTES.slice(10, 80));
  await blockOf({ ...frame(one), size: 1 << 19 }, one, never);
  await blockOf({ ...frame(one), size: undefined }, one, never);
  expect(asked).toEqual(["bytes=10-79", "bytes=10-79", "bytes=10-79"]);
});

it("says that a table was cut short", async () => {
  answering();
  const one = block(10, 20, 80);
  await expect(blockOf(frame(one), one, never)).rejects.toThrow("cut short");
});
