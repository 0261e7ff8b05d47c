/** The source of a frame, for as long as it is shown, and how the server is asked about it. */

import { useEffect, useMemo } from "react";

import type { Frame } from "../../../core/wire.gen";
import { fetchPart } from "../../frames/bytes";
import { FrameSource } from "../../frames/source";
import { LARGE, type Ask } from "../../frames/server_order";

/** Return the source of a frame; the same one as long as its bytes are the same. */
export function useSource(frame: Frame): FrameSource {
  const { data, file } = frame;
  const source = useMemo(
    () => new FrameSource(frame, loaderOf(file ?? "")),
    // A frame that is told again with the same file has the same bytes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [file ?? data],
  );
  useEffect(() => () => source.close(), [source]);
  return source;
}

/** Return what gets bytes of a file of the app. */
export function loaderOf(file: string) {
  return (start: number, end: number, signal: AbortSignal) => fetchPart(file, start, end, signal);
}

/** How often a server that is busy is asked again. */
const TRIES = 5;

/** Return how to ask the server about a frame; null if the browser is to know all of it. */
export function askingFor({ file, size = 0 }: Frame): Ask | null {
  if (!file || !idOf(file) || size <= LARGE) return null;
  return (question, signal) => askFor(file, question, signal);
}

/** Ask the server about the frame in a file; rejects if it has no answer. */
export async function askFor(file: string, question: string, signal: AbortSignal) {
  for (let tries = 1; ; tries++) {
    const response = await fetch(`_stcore/frames/${idOf(file)}/${question}`, { signal });
    if (response.ok) return response;
    if (response.status !== 503 || tries === TRIES)
      throw new Error(`the table cannot be asked: ${(await response.text()).slice(0, 200)}`);
    const pause = Number(response.headers.get("retry-after") ?? 1) * 1000;
    await new Promise((wake) => setTimeout(wake, pause));
  }
}

function idOf(file: string): string | undefined {
  return /([^/]+)\.arrow$/.exec(file)?.[1];
}
