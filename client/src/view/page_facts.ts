/** What the script says of the page as a whole: its title and its icon in the browser's tab. */

import { useEffect } from "react";

import type { Page } from "../core/wire.gen";
import { useSession, useSignal } from "./hooks";

export function usePageFacts(page: Page): void {
  const { title: ofScript } = useSignal(useSession().server.facts);
  const title = page.title || page.own_title || ofScript;
  const icon = page.icon ?? page.own_icon;
  useEffect(() => {
    if (!title) return;
    // Browsers take their time for it, and what is shown need not wait.
    const timer = setTimeout(() => (document.title = title));
    return () => clearTimeout(timer);
  }, [title]);
  useEffect(() => {
    if (icon === null) return;
    const shown = import("./favicon").then(
      ({ showIcon }) => showIcon(icon),
      () => () => {}, // the tab does without
    );
    return () => void shown.then((restore) => restore());
  }, [icon]);
}
