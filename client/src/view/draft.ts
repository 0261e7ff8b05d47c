/** What is being entered and not yet sent. */

import {
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
} from "react";

import { isCurrent } from "../core/draft";
import type { Commit } from "../core/drafts";
import type { View } from "./define";
import { useSession } from "./hooks";
import { RevealContext } from "./reveal";

/**
 * Keep a draft until it is cleared or the script sets the widget's value.
 *
 * Returns the draft, or null when there is none, and its setter; set null to clear it.
 */
export function useDraft<T>(overrides: number): [T | null, (draft: T | null) => void] {
  const [kept, keep] = useState<{ draft: T | null; overrides: number }>({ draft: null, overrides });
  const draft = kept.overrides === overrides ? kept.draft : null;
  return [draft, (next) => keep({ draft: next, overrides })];
}

type Field = Pick<View<unknown, unknown>, "id" | "value" | "overrides">;

/**
 * Keep half a text as `useDraft` does, and through a refresh too, unless it `isSecret`.
 *
 * After a refresh it is there again if the widget still has the value that it was typed over. It is
 * kept under the id of the widget, or in a `place` of its own.
 */
export function useText(
  { id, value, overrides }: Field,
  isSecret = false,
  place = id,
): [string | null, (text: string | null) => void] {
  const { drafts, server, tree } = useSession();
  const subscribe = useCallback(
    (tell: () => void) => drafts.subscribe(place, tell),
    [drafts, place],
  );
  const draft = useSyncExternalStore(subscribe, () => drafts.get(place));
  const isGone = draft !== undefined && !isCurrent(draft, value, overrides);
  useEffect(() => {
    // The values of a page that stands in for one that cannot be reached mean nothing.
    const drop = () => server.store.get() !== "away" && drafts.drop(place);
    if (isGone) drop();
    return () => void (tree.get(id) || drop());
  }, [drafts, server, tree, id, place, isGone]);
  const set = (text: string | null) => {
    if (text === null) drafts.drop(place);
    else drafts.set(place, { text, value, overrides, isSecret });
  };
  return [draft && !isGone ? draft.text : null, set];
}

/**
 * Have a button that is pressed send the text of this field first, however it is pressed.
 *
 * One that submits a form asks with null if nothing is half typed: what is not to be submitted
 * answers false, and says why. The first that does so comes in sight.
 */
export function useCommit(id: string, commit: Commit): void {
  const { drafts } = useSession();
  const reveal = useContext(RevealContext);
  const send = useEffectEvent(commit);
  useEffect(() => drafts.onCommit(id, (text) => send(text), reveal), [drafts, id, reveal]);
}
