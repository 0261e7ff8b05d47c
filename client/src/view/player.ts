/** Player: what sound and films have in common: from when to when they play, and where one is. */

import { useEffect, useRef, useState, type RefObject } from "react";

import { useSession } from "./hooks";

interface Playing {
  src: string;
  start_time: number;
  end_time: number | null;
  loop: boolean;
  autoplay: boolean;
}

/** Where a person has come to; of something else that is played here, it says nothing. */
interface Kept {
  src: string;
  time: number;
}

/**
 * Keep to the times that the script says, and where a person has come to, over refreshes.
 *
 * Returns what the player is given, and whether it can play what there is.
 */
export function usePlayer<E extends HTMLMediaElement>(id: string, props: Playing) {
  const { src, start_time: start, end_time: end, loop, autoplay } = props;
  const { view } = useSession();
  const player = useRef<E>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const hasEnded = useRef(false);
  const [first] = useState(() => keptIn(view.get(id), src));
  const isNew = useRef(true);

  useEffect(() => {
    // The script has another begin in mind: that is heard at once.
    if (!isNew.current && player.current) player.current.currentTime = start;
    isNew.current = false;
  }, [start]);

  const onLoadedMetadata = () => {
    const time = keptIn(view.get(id), src) ?? start;
    if (time > 0) player.current!.currentTime = time;
  };
  const onTimeUpdate = () => {
    const { currentTime: time } = player.current!;
    if (end !== null && time >= end) stop();
    else hasEnded.current = false;
    if (time !== start) view.set(id, { src, time });
  };
  const stop = () => {
    if (loop) return begin();
    // Once: a person may want to see what comes then.
    if (!hasEnded.current) player.current!.pause();
    hasEnded.current = true;
  };
  const begin = () => {
    player.current!.currentTime = start;
    void player.current!.play().catch(() => {}); // It was stopped meanwhile.
  };
  const onEnded = () => {
    view.set(id, null);
    if (loop) begin();
  };

  return {
    isBroken: broken !== null && broken === src,
    given: {
      ref: player as RefObject<E>,
      src: src || undefined,
      controls: true,
      preload: "metadata" as const,
      autoPlay: autoplay && first === null,
      loop: loop && start === 0 && end === null,
      onLoadedMetadata,
      onTimeUpdate,
      onEnded,
      onError: () => setBroken(src),
    },
  };
}

function keptIn(state: unknown, src: string): number | null {
  const { src: of, time } = (state ?? {}) as Partial<Kept>;
  return of === src && typeof time === "number" && Number.isFinite(time) ? time : null;
}
