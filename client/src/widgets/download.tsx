/** Download: a file that has come, and that no button waits for: it was saved before. */

import { useEffect } from "react";

import type { Download } from "../core/wire.gen";
import { define } from "../view/define";
import { useSession } from "../view/hooks";

export default define<Download>(
  ({ id }) => {
    const { effects } = useSession();
    useEffect(() => effects.end(id), [effects, id]);
    return null;
  },
  { framed: false },
);
