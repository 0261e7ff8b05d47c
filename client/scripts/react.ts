/**
 * React as ES modules.
 *
 * It is published in CommonJS, which keeps all that it exports and needs a runtime: in a file of its
 * own, as others need that too. The production files are plain enough to be rewritten line by line.
 */

import { join } from "node:path";

import { normalizePath, type Plugin } from "vite";

const FILES: Record<string, string> = {
  react: "react/cjs/react.production.js",
  "react/jsx-runtime": "react/cjs/react-jsx-runtime.production.js",
  "react-dom": "react-dom/cjs/react-dom.production.js",
  "react-dom/client": "react-dom/cjs/react-dom-client.production.js",
  scheduler: "scheduler/cjs/scheduler.production.js",
  // Libraries require React through these, and would have all of it in CommonJS again.
  "use-sync-external-store/shim":
    "use-sync-external-store/cjs/use-sync-external-store-shim.production.js",
  "use-sync-external-store/shim/with-selector":
    "use-sync-external-store/cjs/use-sync-external-store-shim/with-selector.production.js",
};

/** Base UI copies React, for versions that lack some of it: so nothing could be left out. */
const COPY = /@base-ui\/utils\/safeReact\.mjs$/;
const NEEDED = "useId, useInsertionEffect, useLayoutEffect";

export const reactModules: Plugin = {
  name: "react-modules",
  apply: "build",
  enforce: "pre",

  resolveId(id) {
    const file = FILES[id.replace(/\/index\.js$/, "")];
    return file ? normalizePath(join(import.meta.dirname, "../node_modules", file)) : null;
  },

  transform(code, id) {
    if (COPY.test(id)) {
      const copy = `import { ${NEEDED} } from "react"; export const SafeReact = { ${NEEDED} };`;
      return { code: copy, map: null };
    }
    const name = Object.keys(FILES).find((each) => id.endsWith(`node_modules/${FILES[each]}`));
    return name ? { code: asModule(code, name), map: null } : null;
  },
};

/** Rewrite a file: what it requires is all at its top, and what it exports begins a line. */
function asModule(code: string, name: string): string {
  const names = new Set(Array.from(code.matchAll(/^exports\.(\w+) =/gm), (found) => found[1]));
  const list = [...names].map((each) => `${each}$ as ${each}`).join();
  const body = code
    .replace(/^var (?:\s*\w+ = require\("[^"]+"\)[,;])+/m, (all) =>
      all.replace(/(?:var)?\s*(\w+) = require\(("[^"]+")\)[,;]/g, "import * as $1 from $2;\n"),
    )
    .replace(/^exports\.(\w+) =/gm, "var $1$ =")
    .replace(/\bexports\.(\w+)/g, "$1$");
  if (/\b(exports|require)\b/.test(body))
    throw new Error(`${name} has changed: see scripts/react.ts`);
  return `import * as self from "${name}";\n${body}\nexport { self as default, ${list} };`;
}
