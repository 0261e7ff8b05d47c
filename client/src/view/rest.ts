/** Rest: the moment at which what is being moved has stood still for a while. */

import { useEffect, useEffectEvent } from "react";

/** How long something that is being moved must rest before its value is sent. */
const REST = 200;

/** Send a draft once it has not changed for a while; null when there is none. */
export function useRest<T>(draft: T | null, send: (settled: T) => void) {
  const onRest = useEffectEvent(send);
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => onRest(draft), REST);
    return () => clearTimeout(timer);
  }, [draft]);
}
