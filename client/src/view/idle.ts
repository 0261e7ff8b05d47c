/** Idle: what is loaded ahead, while there is nothing else to do. */

declare global {
  interface Navigator {
    /** What is known of the network; not every browser says it. */
    readonly connection?: { readonly saveData?: boolean };
  }
}

/** Milliseconds after which a browser that does not say when it is idle is taken to be. */
const TAKEN_AS_IDLE = 500;

/** Whether each byte counts: then nothing is loaded that may never be shown. */
export const savesData = () => navigator.connection?.saveData === true;

/** Do a task once the browser is idle; the answer takes that back. */
export function whenIdle(task: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const handle = requestIdleCallback(task);
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(task, TAKEN_AS_IDLE);
  return () => clearTimeout(timer);
}
