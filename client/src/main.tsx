/** Joins core and view, and gives the core its sockets, timers and storage. */

import "./view/theme.css";
import "./view/layout.css";

import { createRoot } from "react-dom/client";

import type { Ports, Socket } from "./core/connection";
import { SessionPersistence } from "./core/session_persistence";
import { Session } from "./core/session";
import { addressNow, followAddress } from "./view/address";
import { App } from "./view/app";
import { followFacts } from "./view/facts";
import { loadFont } from "./view/font";
import { SessionContext } from "./view/hooks";
import { keep, kept, liveWithThePage, locksOf, storage } from "./view/persistence";
import { loadWidget } from "./view/registry";

/** In a new tab that script also says hello, and keeps what the server answers. */
type EarlySocket = WebSocket & { early: unknown[] | null };

declare global {
  interface Window {
    /** Made by the script in index.html, which connects while this file is still loading. */
    ostinato: {
      connect(): WebSocket;
      facts(): string;
      first: EarlySocket | null;
      /** The style sheet of a theme that is tried in this browser. */
      worn: CSSStyleSheet | null;
    };
  }
}

const RELOADED = "ostinato-reloaded";
/** Milliseconds after which a connection is one: a refusal is heard and over before. */
const STEADY = 5_000;

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
  address: addressNow,
  preload: loadWidget,
  report: (problem) => console.error(problem),
};

void start();

async function start(): Promise<void> {
  // It was for the moments without a style sheet. Frames would take it for a ground of their own.
  document.querySelector("meta[name=color-scheme]")?.remove();
  const [load] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isReload = load?.type === "reload";
  const persistence = new SessionPersistence({
    storage,
    locks: locksOf(navigator),
    isReload,
    after: ports.after,
  });
  const session = new Session(ports, await persistence.recall());
  persistence.follow(session);
  followAddress(session);
  followFacts(session, window.ostinato.facts);
  session.open();
  liveWithThePage(persistence, session);
  reloadWhenOutdated(session);
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <SessionContext value={session}>
      <App />
    </SessionContext>,
  );
  loadFont();
}

/** A page from before an upgrade reloads itself, once; if that is not enough it says so. */
function reloadWhenOutdated(session: Session): void {
  let cancel = () => {};
  session.connectionStatus.subscribe(() => {
    const status = session.connectionStatus.get();
    cancel();
    cancel = status === "connected" ? ports.after(STEADY, () => keep(RELOADED, null)) : () => {};
    if (status !== "outdated" || kept(RELOADED)) return;
    keep(RELOADED, "yes");
    location.reload();
  });
}
