/** What the script says of the page as a whole: its title, its icon, and what it may show. */

import { useEffect } from "react";

import type { Page } from "../core/wire.gen";
import { useSession, useSignal } from "./hooks";
import { savesData, whenIdle } from "./idle";
import { loadWidget } from "./registry";

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
  const likely = page.likely.join();
  useEffect(() => {
    if (!likely || savesData()) return;
    return whenIdle(() => likely.split(",").forEach(loadWidget));
  }, [likely]);
  useEffect(() => {
    if (icon === null) return;
    const shown = import("./favicon").then(
      ({ showIcon }) => showIcon(icon),
      () => () => {}, // the tab does without
    );
    return () => void shown.then((restore) => restore());
  }, [icon]);
}
