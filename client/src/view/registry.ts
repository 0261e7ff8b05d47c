/** Widgets by kind: the file name is the kind. Small ones come with the page, others on demand. */

import { Signal } from "../core/signal";
import type { Widget } from "./define";

/** Any widget; who draws it gives it the props of its own kind. */
interface AnyWidget extends Widget<never, never> {
  /** What its props are if the wire leaves them out: vite.config.ts adds it to each file. */
  readonly defaults: object;
}
export type Found = AnyWidget | "loading" | "failed";

const small = import.meta.glob<AnyWidget>(
  [
    "../widgets/{markdown,text,heading,button}.tsx",
    "../widgets/{container,fragment,columns,column,empty}.tsx",
  ],
  { eager: true, import: "default" },
);
const others = import.meta.glob<{ default: AnyWidget }>([
  "../widgets/*.tsx",
  "!../widgets/*.test.tsx",
  "!../widgets/{markdown,text,heading,button}.tsx",
  "!../widgets/{container,fragment,columns,column,empty}.tsx",
]);

const RETRY_AFTER = 1000;

const found = new Map<string, Signal<Found>>();
for (const [path, widget] of Object.entries(small))
  found.set(kindOf(path), new Signal<Found>(widget));
const loads = new Map(Object.entries(others).map(([path, load]) => [kindOf(path), load]));

/** Follow a widget by kind; the first call starts loading it. */
export function loadWidget(kind: string): Signal<Found> {
  const known = found.get(kind);
  if (known) return known;
  const signal = new Signal<Found>(loads.has(kind) ? "loading" : "failed");
  found.set(kind, signal);
  const fetchOnce = loads.get(kind);
  // A failure often means that a new version was deployed: the view offers a reload.
  if (fetchOnce)
    insist(
      fetchOnce,
      (module) => signal.set(module.default),
      () => signal.set("failed"),
    );
  return signal;
}

/** How often the server was back: what it could not give while it was away is asked for again. */
export const returns = new Signal(0);

/**
 * Have `take` get what a task brings, also if it fails until the server is back.
 *
 * The answer ends that: neither `take` nor `fail` is called from then on.
 */
export function insist<T>(
  task: () => Promise<T>,
  take: (brought: T) => void,
  fail: (problem: unknown) => void,
): () => void {
  let leave: (() => void) | null = () => {};
  const begin = () => {
    const before = returns.get();
    const bring = (brought: T) => leave && take(brought);
    twice(task).then(bring, (problem: unknown) => {
      if (!leave) return;
      fail(problem);
      if (returns.get() !== before) return begin();
      const stop = (leave = returns.subscribe(() => {
        stop();
        begin();
      }));
    });
  };
  begin();
  return () => {
    leave?.();
    leave = null;
  };
}

/** Try a second time, a moment later, if a task fails. */
export async function twice<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch {
    await new Promise((wake) => setTimeout(wake, RETRY_AFTER));
    return task();
  }
}

function kindOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1, path.lastIndexOf("."));
}
