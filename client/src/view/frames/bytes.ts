/** Bytes: where those of a frame are, and how to have some of them. */

import type { Block, Frame } from "../../core/wire.gen";

/** Fetch a part of a file of the app. */
export async function fetchPart(
  file: string,
  start: number,
  end: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const response = await fetch(file, { headers: { range: `bytes=${start}-${end - 1}` }, signal });
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
  { data, file }: Frame,
  block: Block,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const end = endOf(block);
  return data ? data.slice(block.start, end) : fetchPart(file ?? "", block.start, end, signal);
}
