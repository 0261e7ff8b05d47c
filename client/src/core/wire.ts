/** Frames of the socket: MessagePack in both directions. */

import { decode, encode } from "@msgpack/msgpack";

import type { Batch, ClientMessage } from "./wire.gen";

export function encodeMessage(message: ClientMessage): Uint8Array {
  return encode(message);
}

/** Read one frame; its shape is the server's promise, as both sides come from one build. */
export function decodeBatch(frame: ArrayBuffer | Uint8Array): Batch {
  return decode(frame) as Batch;
}
