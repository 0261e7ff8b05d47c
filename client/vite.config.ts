import { defineConfig } from "vite";

import { encode } from "./src/core/msgpack.ts";
import { PROTOCOL } from "./src/core/wire.gen.ts";

/** The hello of a new tab, sent by the script in index.html while the page is loading. */
const hello = encode(["hello", PROTOCOL, null, 0, 1, "resume"]).join();

/** Marked makes a whole converter while it loads, of which only the lexer is used here. */
function lexerOnly(code: string, id: string): string | null {
  if (!id.endsWith("marked.esm.js")) return null;
  const end = code.search(/var (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse/);
  const names = ["Lexer", "Tokenizer"].map((name) => code.match(`\\w+ as ${name}\\b`)?.[0]);
  if (end < 0 || names.includes(undefined))
    throw new Error("marked has changed: see vite.config.ts");
  return `${code.slice(0, end)}export{${names.join()}};`;
}

/** KaTeX names its fonts in three formats, of which every browser here takes the first. */
function woff2Only(code: string, id: string): string | null {
  if (!id.endsWith("katex.min.css")) return null;
  return code.replace(/,url\([^)]*\) format\("(?:woff|truetype)"\)/g, "");
}

/** What comes with the page needs no preload. */
function notOfThePage(_: string, needed: string[]): string[] {
  return needed.filter((each) => !/assets\/(react|rolldown-runtime|page)-/.test(each));
}

export default defineConfig({
  plugins: [
    { name: "lexer-only", apply: "build", transform: lexerOnly },
    { name: "woff2-only", enforce: "pre", transform: woff2Only },
    { name: "hello", transformIndexHtml: (html) => html.replace("%HELLO%", hello) },
  ],
  // Relative addresses: the app may be mounted at any path.
  base: "./",
  // `npm run dev` beside `ostinato run app.py`.
  server: { proxy: { "/_stcore": { target: "http://localhost:8501", ws: true } } },
  build: {
    outDir: "../src/ostinato/static",
    emptyOutDir: true,
    target: "es2022",
    // Browsers that know light-dark(); for older ones it would be written out three times.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    modulePreload: { polyfill: false, resolveDependencies: notOfThePage },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // The page lists them all: a shorter digest makes it smaller, and still tells versions apart.
        entryFileNames: "assets/[name]-[hash:7].js",
        chunkFileNames: "assets/[name]-[hash:7].js",
        assetFileNames: "assets/[name]-[hash:7][extname]",
        codeSplitting: {
          groups: [
            {
              name: "react",
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              priority: 3,
            },
            // The entry takes all it imports statically along: one file, one style sheet.
            { name: "page", test: /src[\\/]main\.tsx$/, priority: 2 },
            { name: "fields", test: /widgets[\\/](text|number)_input\.tsx$/, priority: 1 },
            { name: "tabs", test: /widgets[\\/]tabs?\.tsx$/, priority: 1 },
            { name: "boxes", test: /widgets[\\/](checkbox|toggle|radio)\.tsx$/, priority: 1 },
          ],
        },
      },
      onLog(level, log, handle) {
        // Libraries mark modules for server components, which mean nothing here.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
});
