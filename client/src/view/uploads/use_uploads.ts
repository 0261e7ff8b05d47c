/** How an input with files draws and changes them. */

import { useEffect, useEffectEvent } from "react";

import type { View } from "../define";
import { useSession, useSignal } from "../hooks";
import { useKept } from "../kept";
import type { Upload, Uploaded } from "./upload";
import { uploadsOf, type Rules, type Uploads } from "./uploads";

const NOTHING: string[] = [];

interface Files {
  uploads: Uploads;
  items: readonly Upload[];
  /** The names of files that were on their way when the page was loaded again. */
  lost: readonly string[];
  forgetLost(): void;
}

/** Follow the uploads of an input; `take` makes files that are whole part of its value. */
export function useUploads(
  { id }: Pick<View<unknown, unknown>, "id">,
  rules: Rules,
  take: (files: readonly Uploaded[]) => void,
): Files {
  const session = useSession();
  const uploads = uploadsOf(session, id);
  const items = useSignal(uploads.items);
  const [kept, keep] = useKept(`${id} uploads`, NOTHING);
  const done = useEffectEvent(take);
  const underWay = items.filter((each) => each.isUnderWay).map((each) => each.name);
  uploads.rules = rules;
  useEffect(() => {
    uploads.onDone = (files) => done(files);
    uploads.settle();
    return () => void (uploads.onDone = null);
  }, [uploads]);
  useEffect(() => {
    // What is whole counts, though the rest is lost with the page.
    const leave = () => uploads.settle(true);
    addEventListener("pagehide", leave, { capture: true });
    return () => removeEventListener("pagehide", leave, { capture: true });
  }, [uploads]);
  const names = JSON.stringify(underWay.slice(0, MOST_NAMES));
  useEffect(() => {
    if (names !== "[]") keep(JSON.parse(names) as string[]);
    else if (uploads.items.get().length > 0 || uploads.hasBegun) keep(null);
    if (names !== "[]") uploads.hasBegun = true;
  }, [names, keep, uploads]);
  return {
    uploads,
    items,
    lost: underWay.length > 0 || uploads.hasBegun ? NOTHING : kept,
    forgetLost: () => keep(null),
  };
}

const MOST_NAMES = 20;
