/** Facts of the page, as its language and theme: a script may want to know them. */

import type { Session } from "../core/session";

/** Tell the session when the theme is another, by the person's choice or the system's. */
export function followFacts(session: Session, facts: () => string): void {
  let told = facts();
  const tell = () => {
    const now = facts();
    if (now !== told) session.tell((told = now));
  };
  matchMedia("(prefers-color-scheme:dark)").addEventListener("change", tell);
  new MutationObserver(tell).observe(document.documentElement, {
    attributeFilter: ["data-theme", "data-sheet"],
  });
}
