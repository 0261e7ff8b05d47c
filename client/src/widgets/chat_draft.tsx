/** Chat draft: text that the script writes into the field of a chat input. */

import { useEffect } from "react";

import type { ChatDraft } from "../core/wire.gen";
import { define } from "../view/define";
import { useSession } from "../view/hooks";

export default define<ChatDraft>(
  ({ id, props: { input, text } }) => {
    const { drafts, effects } = useSession();
    useEffect(() => {
      drafts.set(input, { text, value: null, overrides: 0, isSecret: false });
      effects.end(id);
    }, [drafts, effects, id, input, text]);
    return null;
  },
  { framed: false },
);
