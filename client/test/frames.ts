/** Frames for tests, made as the server makes them: a head, then tiles, in Arrow. */

import { columnFromArray, tableFromColumns, tableToIPC, type DataType } from "@uwdata/flechette";

import type { Frame, FrameColumn } from "../src/core/wire.gen";

/** A column: its name, kind and values, and the type that Arrow is to give them. */
export type TestColumn = readonly [
  name: string,
  kind: FrameColumn["kind"],
  values: readonly unknown[],
  type?: DataType,
  rest?: Partial<FrameColumn>,
];

/** Make a frame with its bytes in it, in tiles of some rows. */
export function frameOf(columns: readonly TestColumn[], rowsPerTile = Infinity): Frame {
  const rows = columns[0]?.[2].length ?? 0;
  const size = Math.min(rowsPerTile, Math.max(rows, 1));
  const table = tableFromColumns(
    columns.map(([, , values, type], number) => [
      `${number}`,
      columnFromArray([...values], type, { maxBatchRows: size, useBigInt: true }),
    ]),
  );
  const messages = messagesIn(tableToIPC(table, { format: "stream" })!);
  const first = messages.findIndex(({ isBatch }) => isBatch);
  const heads = first < 0 ? messages : messages.slice(0, first);
  const tiles = first < 0 ? [] : messages.slice(first);
  const all = [...heads, ...tiles].map(({ bytes }) => bytes);
  return {
    rows,
    columns: columns.map(([name, kind, , , rest]) => ({ name, kind, ...rest })),
    blocks: [
      {
        columns: [0, columns.length],
        start: 0,
        head: heads.reduce((sum, { bytes }) => sum + bytes.length, 0),
        rows: size,
        tiles: tiles.map(({ bytes }) => bytes.length),
      },
    ],
    data: joined(all),
  };
}

/** Have the bytes of a frame lie in a file instead; what is asked for of it is noted. */
export function inFile(frame: Frame) {
  const asked: [number, number][] = [];
  const data = frame.data!;
  const load = (start: number, end: number) => {
    asked.push([start, end]);
    return Promise.resolve(data.slice(start, end));
  };
  return { frame: { ...frame, data: null, file: "_stcore/media/f" } as Frame, load, asked };
}

/** Cut a stream into its messages, by the format of Arrow's: a mark, a length, metadata, a body. */
function messagesIn(stream: Uint8Array): { bytes: Uint8Array; isBatch: boolean }[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const found: { bytes: Uint8Array; isBatch: boolean }[] = [];
  let at = 0;
  while (at + 8 <= stream.length) {
    const length = view.getInt32(at + 4, true);
    if (length === 0) break;
    const table = at + 8 + view.getInt32(at + 8, true);
    const fields = table - view.getInt32(table, true);
    const fieldAt = (place: number) =>
      place < view.getUint16(fields, true) ? view.getUint16(fields + place, true) : 0;
    const header = view.getUint8(table + fieldAt(6));
    const body = fieldAt(10);
    const size = body ? Number(view.getBigInt64(table + body, true)) : 0;
    const end = at + 8 + length + size;
    found.push({ bytes: stream.slice(at, end), isBatch: header === 3 });
    at = end;
  }
  return found;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
