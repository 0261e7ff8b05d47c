/** Joins core and view, and gives the core its sockets, timers and memory. */

import "./view/theme.css";
import "./view/layout.css";

import { createRoot } from "react-dom/client";

import type { Ports, Socket } from "./core/connection";
import { Session } from "./core/session";
import { App } from "./view/app";
import { SessionContext } from "./view/hooks";
import { keep, kept, recall, rememberWhileHidden } from "./view/memory";
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

const session = new Session(ports, recall());
session.open();
rememberWhileHidden(session);
reconnectWithTheWorld();
reloadWhenOutdated();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <SessionContext value={session}>
      <App />
    </SessionContext>,
  );
}

function reconnectWithTheWorld(): void {
  // After an absence of the network an open socket may be dead without knowing it.
  addEventListener("online", () => session.open());
  addEventListener("pageshow", (event) => {
    if (event.persisted) session.open();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") session.retry();
  });
}

/** A page from before an upgrade loads itself anew, once; if that is not enough it says so. */
function reloadWhenOutdated(): void {
  session.link.subscribe(() => {
    if (session.link.get() === "connected") keep(RELOADED, null);
    if (session.link.get() !== "outdated" || kept(RELOADED)) return;
    keep(RELOADED, "yes");
    location.reload();
  });
}
