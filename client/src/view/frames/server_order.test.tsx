/** Server order: pages of sorted rows, as they are asked for and answered. */

import { tableFromArrays, tableToIPC } from "@uwdata/flechette";
import { describe, expect, it, vi } from "vitest";

import type { Frame } from "../../core/wire.gen";
import { askRows, ServerOrder, type Ask } from "./server_order";
import { LOADING } from "./source";

const frame: Frame = {
  rows: 1000,
  columns: [
    { name: "n", kind: "number" },
    { name: "m", kind: "number" },
  ],
  blocks: [{ columns: [0, 2], start: 0, head: 8, rows: 100, tiles: [] }],
  file: "_stcore/media/f.arrow",
};

/** Answer as the server does: the last row comes first. */
function reversing(asked: string[]): Ask {
  return (question) => {
    asked.push(question);
    const given = new URLSearchParams(question.split("?")[1]);
    const from = Number(given.get("from"));
    const count = Math.min(Number(given.get("count")), frame.rows - from);
    const numbers = Uint32Array.from({ length: count }, (_, place) => 999 - from - place);
    const stream = tableToIPC(tableFromArrays({ 0: [...numbers] }), { format: "stream" })!;
    const start = Math.ceil((8 + 4 * count) / 8) * 8;
    const answer = new Uint8Array(start + stream.length);
    new DataView(answer.buffer).setUint32(0, count, true);
    answer.set(new Uint8Array(numbers.buffer), 8);
    answer.set(stream, start);
    return Promise.resolve(new Response(answer));
  };
}

describe("rows that the server has sorted", () => {
  it("come by pages around what is in sight, with their numbers", async () => {
    const asked: string[] = [];
    const order = new ServerOrder(frame, { column: 0, descending: true }, reversing(asked));
    expect(order.at(0, 250)).toBe(LOADING);
    expect(order.numberAt(250)).toBe(-1);
    order.look([0], [250, 260]);
    await vi.waitFor(() => expect(order.numberAt(450)).toBe(549));
    await vi.waitFor(() => expect(order.numberAt(0)).toBe(999));
    expect(order.at(0, 250)).toBe(749);
    expect(order.at(0, 850)).toBe(LOADING);
    expect(order.placeOf(749)).toBe(250);
    expect(order.placeOf(0)).toBeNull();
    expect(order.typeOf(0)?.form).toBe("integer");
    expect([...asked].sort()).toEqual(
      [0, 200, 400].map((from) => `rows?block=0&from=${from}&count=200&sort=0&descending=1`),
    );
  });

  it("are asked for again only after a while, if they could not be had", async () => {
    const ask = vi.fn<Ask>(() => Promise.reject(new Error("the table cannot be asked: full")));
    const order = new ServerOrder(frame, { column: 0, descending: false }, ask);
    order.look([0], [0, 10]);
    await vi.waitFor(() => expect(order.error).toBe("the table cannot be asked: full"));
    const calls = ask.mock.calls.length;
    order.look([0], [0, 10]);
    expect(ask.mock.calls.length).toBe(calls);
    await expect(order.load([0], [0, 10])).rejects.toThrow("full");
    order.close();
  });
});

it("goes on searching where the server has left off, and tells what it has found so far", async () => {
  const asked: string[] = [];
  const answers = [
    { rows: [3], searched: 400 },
    { rows: [], searched: 900 },
    { rows: [950], searched: 1000 },
  ];
  const ask: Ask = (question) => {
    asked.push(question);
    return Promise.resolve(Response.json(answers[asked.length - 1]));
  };
  const told: number[][] = [];
  const sort = { column: 1, descending: true };
  const { signal } = new AbortController();
  const tell = (rows: readonly number[]) => told.push([...rows]);
  expect(await askRows(ask, frame, [0, 1], "a b", sort, tell, signal)).toEqual([3, 950]);
  expect(told[0]).toEqual([3]);
  expect(asked).toEqual(
    [0, 400, 900].map((from) => `find?text=a+b&columns=0%2C1&from=${from}&sort=1&descending=1`),
  );
});
