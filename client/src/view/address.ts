/**
 * The address of the page: its path and its parameters are the value of the page itself, `main`.
 *
 * The script adds entries to the browser's history; a widget that is bound to a parameter only
 * changes the entry there is. Going to another page, back and forward are events like any other.
 */

import type { Session } from "../core/session";
import { keep, kept } from "./persistence";

const PAGE = "main";

/** What the tab was left with, so that a reload is told from another address. */
const LEFT_WITH = "ostinato-address";

/** Where the app itself is: a path of one part follows it. */
const APP = new URL(".", document.baseURI).pathname;

interface Address {
  /** What stands after the "?". */
  readonly query: string;
  /** How many entries of history the script has added. */
  readonly entry: number;
  /** Whether the tab was left with another. */
  readonly isNew: boolean;
  /** What stands between the app's own address and the "?". */
  readonly path: string;
}

let entry = 0;
/** Whether the person is about to go somewhere by a link. */
let isGoing = false;
/** What the tab would be left with now, once that is known. */
let left: string | null = null;
/** How far pages were scrolled down when they were left, by their addresses. */
const tops = new Map<string, number>();

export function addressNow(): Address {
  return { query: queryNow(), entry, isNew: textNow() !== leftWith(), path: pathNow() };
}

function leftWith(): string {
  return left ?? kept(LEFT_WITH) ?? APP;
}

function noteLeft(): void {
  if (left === textNow()) return;
  left = textNow();
  // To write takes long, and what is shown need not wait.
  setTimeout(writeLeft);
}

function writeLeft(): void {
  if (left !== null) keep(LEFT_WITH, left);
}

/** Show in the address what the script sets, and tell the script where the person goes. */
export function followAddress(session: Session): void {
  session.tree.subscriptions.subscribe(PAGE, () => {
    const value = session.inputs.node(PAGE)?.value;
    if (Array.isArray(value)) show(String(value[0]), Number(value[1]), String(value[2] ?? ""));
  });
  addEventListener("pagehide", writeLeft);
  addEventListener("popstate", () => {
    const before = leftWith();
    if (before === textNow()) return;
    const place = [queryNow(), entry, pathNow()];
    const isElsewhere = before.split("?")[0] !== location.pathname;
    if (isElsewhere) scrollUp();
    noteLeft();
    if (!isElsewhere) return session.inputs.set(PAGE, place);
    session.press(PAGE, place);
    const top = tops.get(textNow());
    if (top)
      void import("./scroll_back").then(
        ({ scrollBack }) => scrollBack(session, top),
        () => {},
      );
  });
}

/** Return the address of a page of the app. */
export function addressOf(path: string, query = ""): string {
  return APP + encodeURIComponent(path) + (query && `?${query}`);
}

/** Go to a page of the app, without loading anything. */
export function go(session: Session, path: string, query = ""): void {
  isGoing = true;
  try {
    // `show` follows: a browser needs a while to change the address, and the event goes before it.
    session.press(PAGE, [query, entry, path]);
  } finally {
    isGoing = false;
  }
}

function show(query: string, number: number, path: string): void {
  const isElsewhere = path !== pathNow();
  const isOther = isElsewhere || query !== queryNow();
  if (isOther || (isGoing && location.hash)) {
    const address = addressOf(path, query) + (isElsewhere || isGoing ? "" : location.hash);
    if (number > entry || (isGoing && isOther)) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  }
  if (isElsewhere || isGoing) scrollUp();
  entry = number;
  noteLeft();
}

/** Another page begins at its top; the way back leads to where this one was. */
function scrollUp(): void {
  const main = document.getElementById("stMain");
  if (!main) return;
  tops.set(leftWith(), main.scrollTop);
  main.scrollTop = 0;
}

function textNow(): string {
  return location.pathname + location.search;
}

function queryNow(): string {
  return location.search.slice(1);
}

function pathNow(): string {
  const path = location.pathname.slice(APP.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // no page has such a path
  }
}
