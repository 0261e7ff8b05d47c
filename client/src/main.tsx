/** Joins core and view, and gives the core its sockets, timers and memory. */

import "./view/theme.css";
import "./view/layout.css";

import { createRoot } from "react-dom/client";

import type { Ports, Socket } from "./core/connection";
import { Memory } from "./core/memory";
import { Session } from "./core/session";
import { App } from "./view/app";
import { SessionContext } from "./view/hooks";
import { keep, kept, liveWithThePage, locksOf, shelf } from "./view/memory";
import { find } from "./view/registry";

/** In a new tab that script also says hello, and keeps what the server answers. */
type EarlySocket = WebSocket & { early: unknown[] | null };

declare global {
  interface Window {
    /** Made by the script in index.html, which connects while this file is still loading. */
    ostinato: { connect(): WebSocket; first: EarlySocket | null };
  }
}

const RELOADED = "ostinato-reloaded";

const ports: Ports = {
  connect() {
    const { first } = window.ostinato;
    window.ostinato.first = null;
    const isFit = first !== null && first.readyState <= WebSocket.OPEN;
    return (isFit ? first : window.ostinato.connect()) as unknown as Socket;
  },
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  warm: find,
  report: (problem) => console.error(problem),
};

void start();

async function start(): Promise<void> {
  const [load] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isReload = load?.type === "reload";
  const memory = new Memory({ shelf, locks: locksOf(navigator), isReload, after: ports.after });
  const session = new Session(ports, await memory.recall());
  memory.follow(session);
  session.open();
  liveWithThePage(memory, session);
  reloadWhenOutdated(session);
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <SessionContext value={session}>
      <App />
    </SessionContext>,
  );
}

/** A page from before an upgrade loads itself anew, once; if that is not enough it says so. */
function reloadWhenOutdated(session: Session): void {
  session.link.subscribe(() => {
    if (session.link.get() === "connected") keep(RELOADED, null);
    if (session.link.get() !== "outdated" || kept(RELOADED)) return;
    keep(RELOADED, "yes");
    location.reload();
  });
}
