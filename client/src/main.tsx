/** Joins core and view, and gives the core its sockets, timers and memory. */

import "./view/theme.css";
import "./view/layout.css";

import { createRoot } from "react-dom/client";

import type { Ports, Socket } from "./core/connection";
import { Session, type Saved } from "./core/session";
import { App } from "./view/app";
import { SessionContext } from "./view/hooks";
import { find } from "./view/registry";

/** In a new tab that script also says hello, and keeps what the server answers. */
type EarlySocket = WebSocket & { early: unknown[] | null };

declare global {
  interface Window {
    /** Made by the script in index.html, which connects while this file is still loading. */
    ostinato: { connect(): WebSocket; first: EarlySocket | null };
  }
}

/** One page may hold several apps under different paths; each has a memory of its own. */
const MEMORY = `ostinato:${new URL(".", document.baseURI).pathname}`;
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
rememberWhileHidden();
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

/**
 * Keep the session for a refresh, but only while the page is hidden or leaving: a tab that is
 * duplicated copies its storage, and must not find the session of its twin there.
 */
function rememberWhileHidden(): void {
  const remember = () => keep(MEMORY, JSON.stringify(session.save()));
  addEventListener("pagehide", remember);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") remember();
    else keep(MEMORY, null);
  });
}

function recall(): Saved | null {
  const saved = kept(MEMORY);
  keep(MEMORY, null);
  return saved === null ? null : (JSON.parse(saved) as Saved);
}

function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null; // storage may be forbidden: a refresh then begins a new session
  }
}

function keep(name: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    // as above
  }
}

function reconnectWithTheWorld(): void {
  // After an absence of the network an open socket may be dead without knowing it.
  addEventListener("online", () => session.open());
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      keep(MEMORY, null);
      session.open();
    }
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
