/** glide-data-grid as it is used here: without the editors that ours take the place of. */

import type { Plugin } from "vite";

/** Modules that are not used, and what is imported of them; each would bring a library along. */
const UNUSED: Record<string, string> = {
  "markdown-div/markdown-div.js": "export default () => null;",
  "private/image-overlay-editor.js": "export const ImageOverlayEditor = () => null;",
  "private/number-overlay-editor.js": "export default () => null;",
};

/**
 * It loads what it draws around editors when the first one opens, and keys typed meanwhile are lost.
 */
const LAZY =
  /const (\w+) = React\.lazy\(async \(\) => await import\("([^"]+overlay-editor\.js)"\)\);/;

const LODASH = "\0glide-lodash/";

/** What is used of lodash, as far as it is used. */
const OWN: Record<string, string> = {
  clamp: `export default (value, low, high) =>
    high === undefined ? Math.min(value, low) : Math.min(Math.max(value, low), high);`,
  uniq: `export default (list) => [...new Set(list)];`,
  flatten: `export default (list) => list.flat();`,
  has: `export default (object, name) => object != null && Object.hasOwn(object, name);`,
  range: `export default (from, to, step) => {
    if (to === undefined) [from, to] = [0, from];
    step ??= from < to ? 1 : -1;
    return Array.from({ length: Math.max(Math.ceil((to - from) / (step || 1)), 0) }, (_, at) => from + at * step);
  };`,
  groupBy: `export default (list, by) => {
    const groups = {};
    for (const each of list ?? []) (groups[typeof by === "function" ? by(each) : each[by]] ??= []).push(each);
    return groups;
  };`,
  debounce: `export default (act, wait = 0) => {
    let timer;
    const waiting = (...given) => {
      clearTimeout(timer);
      timer = setTimeout(() => act(...given), wait);
    };
    waiting.cancel = () => clearTimeout(timer);
    return waiting;
  };`,
  throttle: `export default (act, wait = 0) => {
    let timer;
    let last = -Infinity;
    const sometimes = (...given) => {
      const rest = wait - (performance.now() - last);
      const run = () => {
        timer = undefined;
        last = performance.now();
        act(...given);
      };
      if (rest <= 0) run();
      else timer ??= setTimeout(run, rest);
    };
    sometimes.cancel = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    return sometimes;
  };`,
};

function isGlides(id: string | undefined): boolean {
  return id?.includes("@glideapps/glide-data-grid/dist/esm/") ?? false;
}

/** Leave out what is not used. */
export const glide: Plugin = {
  name: "glide",
  enforce: "pre",
  resolveId(source, importer) {
    const name = /^lodash\/(\w+)\.js$/.exec(source)?.[1];
    if (!name || !isGlides(importer)) return null;
    if (!OWN[name])
      throw new Error(`glide-data-grid asks for lodash's ${name}: see scripts/glide.ts`);
    return `${LODASH}${name}`;
  },
  transform(code, id) {
    if (!isGlides(id) || !id.endsWith("/data-editor/data-editor.js")) return null;
    if (!LAZY.test(code)) throw new Error("glide-data-grid has changed: see scripts/glide.ts");
    return { code: code.replace(LAZY, 'import $1 from "$2";'), map: null };
  },
  load(id) {
    if (id.startsWith(LODASH)) return OWN[id.slice(LODASH.length)];
    if (!isGlides(id)) return null;
    return Object.entries(UNUSED).find(([path]) => id.endsWith(path))?.[1] ?? null;
  },
};
