/** Text field: what fields for text have in common, of one line or of several. */

import { useState } from "react";

import type { View } from "./define";
import { useCommit, useDraft, useText } from "./draft";

interface Manner {
  /** Why a text cannot be sent; null if it can. */
  problemOf(text: string): string | null;
  isSecret?: boolean;
}

/** What a field shows, and what becomes of what is typed into it. */
interface TextField {
  text: string;
  /** Whether there is something to send. */
  isDirty: boolean;
  /** Whether letters are being put together, as those of Japanese are. */
  isComposing: boolean;
  problem: string | null;
  /** Send a text, unless it is what the widget has; false if it cannot be sent. */
  commit(text: string): boolean;
  /** What the native field is to have, beside its own. */
  native: {
    value: string;
    onChange(event: { currentTarget: { value: string } }): void;
    onBlur(): void;
    onCompositionStart(): void;
    onCompositionEnd(): void;
  };
}

/** Keep what is typed as a draft until it is sent; text that nobody typed is never sent. */
export function useTextField(
  view: View<unknown, string | null>,
  { problemOf, isSecret }: Manner,
): TextField {
  const { value, overrides, setValue } = view;
  const [draft, setDraft] = useText(view, isSecret);
  const [problem, setProblem] = useDraft<string>(overrides);
  const [isComposing, setComposing] = useState(false);
  const text = draft ?? value ?? "";

  function commit(entered: string, isFinal = false): boolean {
    const isChanged = entered !== (value ?? "");
    const found = isChanged || isFinal ? problemOf(entered) : null;
    setProblem(found);
    setDraft(isChanged && found !== null ? entered : null);
    if (isChanged && found === null) setValue(entered);
    return found === null;
  }

  useCommit(view.id, (half) => commit(half ?? text, half === null));
  return {
    text,
    isDirty: text !== (value ?? ""),
    isComposing,
    problem,
    commit,
    native: {
      value: text,
      onChange: ({ currentTarget }) => {
        setDraft(currentTarget.value);
        setProblem(null);
      },
      onBlur: () => draft !== null && commit(draft),
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
    },
  };
}

/** What there is to say of a text that is required, and empty. */
export function emptyProblem(text: string, isRequired: boolean): string | null {
  return isRequired && text.trim() === "" ? "This field is required." : null;
}
