/** The source of a frame, for as long as it is shown. */

import { useEffect, useMemo } from "react";

import type { Frame } from "../../../core/wire.gen";
import { FrameSource } from "../../frames/source";

/** Return the source of a frame; the same one as long as its bytes are the same. */
export function useSource(frame: Frame): FrameSource {
  const { data, file } = frame;
  const source = useMemo(
    () => new FrameSource(frame, loaderOf(file ?? "")),
    // A frame that is told again with the same file has the same bytes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [data, file, frame.columns, frame.rows],
  );
  useEffect(() => () => source.close(), [source]);
  return source;
}

function loaderOf(file: string) {
  return async (start: number, end: number, signal: AbortSignal): Promise<Uint8Array> => {
    const response = await fetch(file, { headers: { range: `bytes=${start}-${end - 1}` }, signal });
    if (!response.ok) throw new Error(`the table cannot be loaded: ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    // Who does not know ranges answers with all of it.
    return response.status === 206 ? bytes : bytes.slice(start, end);
  };
}
