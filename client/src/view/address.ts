/**
 * The address of the page: its parameters are the value of the page itself, `main`.
 *
 * The script adds entries to the browser's history; a widget that is bound to a parameter only
 * changes the entry there is. Going back and forward is an event like any other.
 */

import type { Session } from "../core/session";
import { keep, kept } from "./persistence";

const PAGE = "main";

/** What the tab was left with, so that a reload is told from another address. */
const LEFT_WITH = "ostinato-query";

interface Address {
  /** What stands after the "?". */
  readonly query: string;
  /** How many entries of history the script has added. */
  readonly entry: number;
  /** Whether the tab was left with another. */
  readonly isNew: boolean;
}

let entry = 0;

export function addressNow(): Address {
  const query = queryNow();
  return { query, entry, isNew: query !== (kept(LEFT_WITH) ?? "") };
}

/** Show in the address what the script sets, and tell the script where the person goes. */
export function followAddress(session: Session): void {
  session.tree.subscriptions.subscribe(PAGE, () => {
    const value = session.inputs.node(PAGE)?.value;
    if (Array.isArray(value)) show(String(value[0]), Number(value[1]));
  });
  addEventListener("popstate", () => {
    const query = queryNow();
    if (query === kept(LEFT_WITH)) return;
    keep(LEFT_WITH, query);
    session.inputs.set(PAGE, [query, entry]);
  });
}

function show(query: string, number: number): void {
  if (query !== queryNow()) {
    const url = `${location.pathname}${query && `?${query}`}${location.hash}`;
    if (number > entry) history.pushState(null, "", url);
    else history.replaceState(history.state, "", url);
  }
  entry = number;
  keep(LEFT_WITH, query);
}

function queryNow(): string {
  return location.search.slice(1);
}
