/** How an input with files draws and changes them. */

import { useEffect, useEffectEvent, useLayoutEffect } from "react";

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

/**
 * Follow the uploads of an input; `take` makes files that are whole part of its value.
 *
 * `isThere` tells whether it is still on the page, if its id is not that of its node.
 */
export function useUploads(
  { id }: Pick<View<unknown, unknown>, "id">,
  rules: Rules,
  take: (files: readonly Uploaded[]) => void,
  isThere?: () => boolean,
): Files {
  const session = useSession();
  const uploads = uploadsOf(session, id, isThere);
  const items = useSignal(uploads.items);
  const [kept, keep] = useKept(`${id} uploads`, NOTHING);
  const done = useEffectEvent(take);
  const underWay = items.filter((each) => each.isUnderWay).map((each) => each.name);
  useLayoutEffect(() => uploads.follow(rules));
  useEffect(() => uploads.join((files) => done(files)), [uploads]);
  const names = JSON.stringify(underWay.slice(0, MOST_NAMES));
  useEffect(() => {
    // What was lost before is said until something new begins.
    if (names !== "[]") keep(JSON.parse(names) as string[]);
    else if (uploads.hasBegun) keep(null);
  }, [names, keep, uploads]);
  return {
    uploads,
    items,
    lost: uploads.hasBegun ? NOTHING : kept,
    forgetLost: () => keep(null),
  };
}

const MOST_NAMES = 20;
