/** Text that is being typed and not yet sent. */

import { useState } from "react";

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
