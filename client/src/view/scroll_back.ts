/** Scroll back: who goes back to a page finds it where they have left it. */

import type { Session } from "../core/session";
import { goTo } from "./scroll";

/** Scroll the page down to `top` when its run has ended, if nobody has scrolled meanwhile. */
export function scrollBack(session: Session, top: number): void {
  const main = document.getElementById("stMain")!;
  const leave = session.busy.subscribe(look);
  look();
  function look() {
    if (session.busy.get()) return;
    leave();
    if (main.scrollTop === 0) goTo(main, top, () => {});
  }
}
