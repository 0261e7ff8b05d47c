/** Emoji by name: `:smile:`. The names are loaded when the first one occurs. */

import { useEffect, useState } from "react";

/** Draw the emoji, or the text as written when no emoji has that name. */
export function Emoji({ name }: { name: string }) {
  const [names, setNames] = useState(loaded);
  useEffect(() => {
    if (names) return;
    let isGone = false;
    void loadEmoji().then((found) => isGone || setNames(found));
    return () => {
      isGone = true;
    };
  }, [names]);
  return names?.get(name) ?? `:${name}:`;
}

let loaded: ReadonlyMap<string, string> | null = null;

/** Load the emoji by name. */
export async function loadEmoji(): Promise<ReadonlyMap<string, string>> {
  const { EMOJI } = await import("./emoji.gen");
  const words = EMOJI.split(" ");
  const pairs = words.flatMap((name, at) => (at % 2 ? [] : [[name, words[at + 1] ?? ""] as const]));
  return (loaded ??= new Map(pairs));
}
