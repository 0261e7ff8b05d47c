/** Graphviz, in place of its worker, which jsdom has none of: it answers in the same thread. */

import { instance } from "@viz-js/viz";

import type { Job } from "../src/view/parts/graph/layout";

/** What was asked of all workers, and what became of them. */
export const asked = { jobs: [] as Job[], started: 0, ended: 0 };

/** What the next job comes to, if that is not what Graphviz says: null is never. */
export const staged: { answers: (object | null)[] } = { answers: [] };

const FONT = { fontname: "Helvetica" };

export class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { preventDefault(): void }) => void) | null = null;

  constructor() {
    asked.started++;
    void Promise.resolve().then(() => this.onmessage?.({ data: "ready" }));
  }

  postMessage(job: Job): void {
    asked.jobs.push(job);
    const answer = staged.answers.shift();
    if (answer === null) return;
    if (answer) return this.onmessage?.({ data: answer });
    void instance().then((viz) => {
      const result = viz.render(job.source, {
        format: "svg",
        engine: job.engine,
        graphAttributes: FONT,
        nodeAttributes: FONT,
        edgeAttributes: FONT,
      });
      const problem = result.errors.map(({ message }) => message).join("\n");
      this.onmessage?.({
        data: result.status === "success" ? { svg: result.output } : { problem },
      });
    });
  }

  terminate(): void {
    asked.ended++;
    this.onmessage = null;
  }
}
