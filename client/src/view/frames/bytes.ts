/** Bytes: where those of a frame are, and how to have some of them. */

import type { Block, Frame } from "../../core/wire.gen";

/** Bytes up to which the server packs a table: src/ostinato/server/media.py. */
const PACKED = 1 << 19;

/** Fetch a part of a file of the app; asked for as a whole, a file of few bytes travels packed. */
export async function fetchPart(
  file: string,
  start: number,
  end: number,
  signal: AbortSignal,
  asWhole = false,
): Promise<Uint8Array> {
  const headers = asWhole ? undefined : { range: `bytes=${start}-${end - 1}` };
  const response = await fetch(file, { headers, signal });
  if (!response.ok) throw new Error(`the table cannot be loaded: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Who does not know ranges answers with all of it.
  const part = response.status === 206 ? bytes : bytes.slice(start, end);
  if (part.length < end - start) throw new Error("the table was cut short");
  return part;
}

/** Return where a block ends, with all of its tiles. */
export function endOf({ start, head, tiles }: Block): number {
  return tiles.reduce((sum, each) => sum + each, start + head);
}

/** Get the whole of a block, as a stream of Arrow. */
export async function blockOf(
  { data, file, blocks, size = 0 }: Frame,
  block: Block,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const end = endOf(block);
  if (data) return data.slice(block.start, end);
  const asWhole = blocks.length === 1 && size > 0 && size < PACKED;
  return fetchPart(file ?? "", block.start, end, signal, asWhole);
}
