/** Listeners: those who are told of a change, each for itself. */

declare function queueMicrotask(task: () => void): void;

/**
 * Call listeners. What one of them throws keeps no other from hearing, nor whoever tells them from
 * going on: a page that cannot show something is still connected. It is reported as uncaught.
 */
export function callAll(listeners: Iterable<() => void>): void {
  for (const listener of [...listeners]) {
    try {
      listener();
    } catch (problem) {
      reportLater(problem);
    }
  }
}

/** Have it seen as what nobody has caught. */
function reportLater(problem: unknown): void {
  queueMicrotask(() => {
    throw problem;
  });
}
