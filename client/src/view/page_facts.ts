/** What the script says of the page as a whole: its title and its icon in the browser's tab. */

import { useEffect } from "react";

import type { Page } from "../core/wire.gen";
import { useSession, useSignal } from "./hooks";

export function usePageFacts({ title, icon }: Page): void {
  const { title: ofScript } = useSignal(useSession().server.facts);
  useEffect(() => {
    if (title || ofScript) document.title = title || ofScript;
  }, [title, ofScript]);
  useEffect(() => {
    if (icon === null) return;
    const shown = import("./favicon").then(
      ({ showIcon }) => showIcon(icon),
      () => () => {}, // the tab does without
    );
    return () => void shown.then((restore) => restore());
  }, [icon]);
}
