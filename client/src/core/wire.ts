/** Frames of the socket: MessagePack in both directions, and large ones from the server in parts. */

import { decode, encode } from "./msgpack";

import type { Batch, ClientMessage } from "./wire.gen";

export function encodeMessage(message: ClientMessage): Uint8Array {
  return encode(message);
}

/** Read one frame; its shape is the server's promise, as both sides come from one build. */
export function decodeBatch(frame: Uint8Array): Batch {
  return decode(frame) as Batch;
}

/** The first byte of a part, with which no MessagePack begins; the second says if more follow. */
const PART = 0xc1;

/** Puts frames together that came in parts: so a slow link is seen to be alive. */
export class Parts {
  #parts: Uint8Array[] = [];

  /** Take a frame, or a part of one; null until it is whole. */
  join(frame: Uint8Array): Uint8Array | null {
    if (frame[0] !== PART) return frame;
    this.#parts.push(frame.subarray(2));
    if (frame[1]) return null;
    const whole = new Uint8Array(this.#parts.reduce((size, part) => size + part.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    return whole;
  }
}
