/**
 * Graphviz worker: lays graphs out beside the page.
 *
 * It is the only file that may run WebAssembly: the server answers it with a policy of its own
 * (src/ostinato/server/assets.py), and the page's policy knows nothing of that.
 */

import { instance } from "@viz-js/viz";

import type { Answer, Job } from "./layout";

/** The font that Graphviz measures by; the picture has that of the page. */
const FONT = { fontname: "Helvetica" };

const scope = self as unknown as {
  postMessage(answer: Answer | "ready"): void;
  onmessage: ((event: MessageEvent<Job>) => void) | null;
};

void instance().then((viz) => {
  scope.onmessage = ({ data: { source, engine } }) => {
    try {
      const result = viz.render(source, {
        format: "svg",
        engine,
        graphAttributes: FONT,
        nodeAttributes: FONT,
        edgeAttributes: FONT,
      });
      const errors = result.errors.filter(({ level }) => level !== "warning");
      scope.postMessage(
        result.status === "success"
          ? { svg: result.output }
          : { problem: errors.map(({ message }) => message).join("\n") },
      );
    } catch (error) {
      // What has run out of memory, or into itself, is of no use any more.
      scope.postMessage({ problem: String(error), isBroken: true });
    }
  };
  scope.postMessage("ready");
});
