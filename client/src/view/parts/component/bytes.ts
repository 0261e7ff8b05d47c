/** Bytes: what a component is given, with its element or in a file of the app. */

import type { ComponentBytes } from "../../../core/wire.gen";
import { wordsOf } from "../../../lib/words";
import { twice } from "../../registry";

/** Get bytes, which are nobody else's. */
export async function bytesOf(
  { data, file }: ComponentBytes,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  // A copy: whoever is handed a view gets all of the message that it came in.
  if (!file) return new Uint8Array(data ?? []);
  try {
    return await twice(() => fetched(file, signal));
  } catch (problem) {
    throw new Error(`its data cannot be loaded: ${wordsOf(problem)}`);
  }
}

async function fetched(file: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(new URL(file, document.baseURI), { signal });
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
