/** Growing: a box as high as its text, in browsers whose style sheets cannot say so. */

import { type RefObject, useLayoutEffect, useRef } from "react";

export function useGrowing(grows: boolean, text: string): RefObject<HTMLTextAreaElement | null> {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!grows || globalThis.CSS?.supports?.("field-sizing", "content")) return;
    const { style } = box.current!;
    style.height = "auto";
    style.height = `${box.current!.scrollHeight}px`;
  }, [grows, text]);
  return box;
}
