import type { Plugin } from "vite";

/** Transforms of Vega that no description of Vega-Lite leads to. */
const UNUSED = /^vega-(force|hierarchy|wordcloud|crossfilter)$/;

/** Leaves out what Vega-Lite does not know: Vega takes what it finds in these modules, which is nothing. */
export const vegaLiteOnly: Plugin = {
  name: "vega-lite-only",
  enforce: "pre",
  apply: "build",
  resolveId: (id) => (UNUSED.test(id) ? "\0nothing-of-vega" : null),
  load: (id) => (id === "\0nothing-of-vega" ? "export {};" : null),
};
