/** Bare maps: what libraries of charts know of texts is in objects that inherit nothing. */

import type { Plugin } from "vite";

/**
 * In a plain object a text "__proto__", of a column of a table for instance, would be what all
 * objects of the page inherit from: it would be written to, or taken for something that is known.
 */
const PLAIN: readonly [file: string, maps: RegExp, count: number][] = [
  ["zrender/lib/core/LRU.js", /(?<=this\._map = )\{\}/g, 2],
  ["vega-util/build/fastmap.js", /(?<=\b(?:obj|next) = )\{\}/g, 3],
  [
    "vega-transforms/build/vega-transforms.js",
    /(?<=\b(?:map|[kg]Map|this\.value) = |_\.group \|\| |aggr\.init\(_\) : |\.call\(this, )\{\}/g,
    17,
  ],
  ["vega-encode/build/vega-encode.js", /(?<=\bmap = |\.call\(this, )\{\}/g, 2],
];

export const bareMaps: Plugin = {
  name: "bare-maps",
  apply: "build",
  transform(code, id) {
    const [file, maps, count] = PLAIN.find(([name]) => id.endsWith(name)) ?? [];
    if (!maps) return null;
    if (code.match(maps)?.length !== count)
      throw new Error(`${file} has changed: see bare_maps.ts`);
    return { code: code.replace(maps, "Object.create(null)"), map: null };
  },
};
