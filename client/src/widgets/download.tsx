/** Download: a file that a button has asked for; it is saved once, when it has come. */

import { useEffect, useRef } from "react";

import type { Download } from "../core/wire.gen";
import { define } from "../view/define";
import { useSession, useSignal } from "../view/hooks";
import { saveFile, Unsaved } from "../view/saving";

export default define<Download>(
  ({ id, props: { button, press, url, problem } }) => {
    const session = useSession();
    const status = useSignal(session.connectionStatus);
    const isWaiting = !url && !problem;
    const isSaving = useRef(false);

    // Whoever is connected again may talk to another process, which knows nothing of it.
    useEffect(() => {
      if (press && isWaiting && status === "connected") session.make(button, press);
    }, [session, isWaiting, status, button, press]);

    useEffect(() => {
      const { view, effects } = session;
      const kept = `${button}/download`;
      const isAsked = view.get(kept) === press;
      if (problem && isAsked) view.set(kept, null);
      if (!url || isSaving.current) return;
      if (!isAsked) return effects.end(id); // It was saved before.
      const done = () => view.set(kept, null);
      const fail = (reason: unknown) => {
        if (!(reason instanceof Unsaved)) throw reason;
        done();
        const said = { kind: "download", button, press, problem: reason.message } as Download;
        effects.take(["effect", id, said]);
      };
      isSaving.current = true;
      void saveFile(url, done).then(() => effects.end(id), fail);
    }, [session, id, button, press, url, problem]);
    return null;
  },
  { framed: false },
);
