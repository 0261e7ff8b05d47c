import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { defaultClientConditions, defineConfig, minifySync, type Rolldown } from "vite";

import { bareMaps } from "./scripts/bare_maps.ts";
import { deck } from "./scripts/deck.ts";
import { glide } from "./scripts/glide.ts";
import { mermaid } from "./scripts/mermaid.ts";
import { plotly } from "./scripts/plotly.ts";
import { reactModules } from "./scripts/react.ts";
import { vegaLiteOnly } from "./scripts/vega.ts";
import { encode } from "./src/core/msgpack.ts";
import { PROTOCOL } from "./src/core/wire.gen.ts";
import { DEFAULTS } from "./src/view/defaults.gen.ts";

/** The hello of a new tab, sent by the script in index.html while the page is loading. */
const hello = encode(["hello", PROTOCOL, null, 0, 1, "resume"]).join();

/**
 * Marked makes a whole converter while it loads, of which only the lexer is used here, and of its
 * dialects only GitHub's: what made the others is marked as free of effects, and so left out.
 */
function lexerOnly(code: string, id: string): string | null {
  if (!id.endsWith("marked.esm.js")) return null;
  const end = code.search(/var (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse/);
  const names = ["Lexer", "Tokenizer"].map((name) => code.match(`\\w+ as ${name}\\b`)?.[0]);
  const dialects = code.match(DIALECTS) ?? [];
  if (end < 0 || names.includes(undefined) || dialects.length !== 3)
    throw new Error("marked has changed: see vite.config.ts");
  const lexer = code
    .slice(0, end)
    .replace(/this\.options\.(pedantic|breaks)\b/g, "false")
    .replace(DIALECTS, "")
    .replace(/(?<=[=:])g\(/g, "/* @__PURE__ */$&");
  return `${lexer}export{${names.join()}};`;
}

/** Rules of dialects that are not used, where they are given their names. */
const DIALECTS = /,(pedantic|breaks):\w+(?=[,}])/g;

/** What the wire leaves out of an element's props comes with the file that draws it. */
function withDefaults(code: string, id: string): { code: string; map: null } | null {
  const kind = /widgets\/(\w+)\.tsx$/.exec(id)?.[1] ?? "";
  if (!DEFAULTS[kind]) return null;
  const named = code.replace(/^export default /m, "const widget$ = ");
  const whole = `{ ...widget$, defaults: ${JSON.stringify(DEFAULTS[kind])} }`;
  return { code: `${named}\nexport default ${whole};`, map: null };
}

/** Vite's own is three times as large, and takes a style sheet that failed to be there. */
function ownPreload(id: string): string | null {
  const isVites = id === "\0vite/preload-helper.js";
  return isVites ? join(import.meta.dirname, "src/view/preload.ts") : null;
}

/** Dates are told by the Gregorian calendar (`Localized`): the other twelve need not be there. */
function gregorianOnly(code: string, id: string): string | null {
  if (!id.endsWith("createCalendar.mjs")) return null;
  const one = code.replace(/ +case '(?!gregory)[\w-]+':\n.+\n/g, "");
  if (one === code) throw new Error("@internationalized/date has changed: see vite.config.ts");
  return one;
}

/** ECharts brings its words in Chinese along, wherever it is: the page is in English. */
function englishOnly(_: string, id: string): string | null {
  return id.endsWith("i18n/langZH.js") ? 'export { default } from "./langEN.js";' : null;
}

/** KaTeX names its fonts in three formats, of which every browser here takes the first. */
function woff2Only(code: string, id: string): string | null {
  if (!id.endsWith("katex.min.css")) return null;
  return code.replace(/,url\([^)]*\) format\("(?:woff|truetype)"\)/g, "");
}

/** What comes with the page needs no preload. */
function notOfThePage(_: string, needed: string[]): string[] {
  return needed.filter((each) => !/assets\/(react|page)\.js$/.test(each));
}

/** Of the page, Vite makes its own scripts small, and not the one that is written into it. */
function smallPage(html: string): string {
  const small = (_: string, code: string) =>
    `<script>${minifySync("index.js", code, { module: false }).code}</script>`;
  return html.replace(/<script>([^]*?)<\/script>/, small).replace(/\n\s*/g, "\n");
}

/**
 * Browsers keep what lies in `assets` for ever, so each build has a folder of its own there, named
 * by all that is in it. A digest in every name would be a third of what the page says of a widget.
 */
function moveIntoFolder({ dir = "" }: { dir?: string }, bundle: Rolldown.OutputBundle): void {
  const digest = createHash("sha256");
  for (const name of Object.keys(bundle).sort()) digest.update(readFileSync(join(dir, name)));
  const folder = `assets/${digest.digest("hex").slice(0, 8)}`;
  renameSync(join(dir, "assets"), join(dir, "built"));
  mkdirSync(join(dir, "assets"));
  renameSync(join(dir, "built"), join(dir, folder));
  const page = join(dir, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replaceAll('"./assets/', `"./${folder}/`));
}

export default defineConfig({
  plugins: [
    { name: "gregorian-only", apply: "build", transform: gregorianOnly },
    optimizeLocales.vite({ locales: ["en-US"] }),
    { name: "lexer-only", apply: "build", transform: lexerOnly },
    mermaid,
    plotly,
    glide,
    deck,
    vegaLiteOnly,
    bareMaps,
    { name: "english-only", apply: "build", transform: englishOnly },
    { name: "woff2-only", enforce: "pre", transform: woff2Only },
    reactModules,
    { name: "preload", enforce: "pre", apply: "build", resolveId: ownPreload },
    { name: "defaults", transform: withDefaults },
    { name: "hello", transformIndexHtml: (html) => html.replace("%HELLO%", hello) },
    {
      name: "small-page",
      apply: "build",
      transformIndexHtml: { order: "post", handler: smallPage },
    },
    { name: "folder", apply: "build", writeBundle: moveIntoFolder },
  ],
  // What deck.gl has for WebGPU, too, is left out.
  resolve: { conditions: ["visgl:webgl-only", ...defaultClientConditions] },
  // Relative addresses: the app may be mounted at any path.
  base: "./",
  optimizeDeps: { rolldownOptions: { plugins: [mermaid] } },
  // `npm run dev` beside `ostinato run app.py`.
  server: { proxy: { "/_stcore": { target: "http://localhost:8501", ws: true } } },
  worker: { format: "es", rolldownOptions: { output: { entryFileNames: "assets/[name].js" } } },
  build: {
    outDir: "../src/ostinato/static",
    // What is bundled, with its licences: scripts/notices.mjs makes a notice of it.
    license: { fileName: "third_party.json" },
    emptyOutDir: true,
    target: "es2022",
    // Browsers that know light-dark(); for older ones it would be written out three times.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    modulePreload: { polyfill: false, resolveDependencies: notOfThePage },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        entryFileNames: "assets/[name].js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: "assets/[name][extname]",
        codeSplitting: {
          groups: [
            {
              name: "react",
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              priority: 3,
            },
            // The entry takes all it imports statically along: one file, one style sheet.
            {
              name: "page",
              test: /src[\\/](main\.tsx|view[\\/]parts[\\/]landmark\.ts)$/,
              priority: 2,
            },
            {
              name: "fields",
              test: /widgets[\\/]((text|number)_input|text_area)\.tsx$/,
              priority: 1,
            },
            {
              name: "small",
              test: /widgets[\\/](feedback|pagination|link_button)\.tsx$/,
              priority: 1,
            },
            { name: "maplibre", test: /node_modules[\\/]maplibre-gl[\\/]/, priority: 1 },
            // What a group has in common with others is not the group's.
            { name: "fading", test: /parts[\\/]fading\.css$/, priority: 2 },
            { name: "numbers", test: /lib[\\/](numbers|printf)\.ts$/, priority: 2 },
            { name: "dates", test: /widgets[\\/](date|time|datetime)_input\.tsx$/, priority: 1 },
            { name: "tabs", test: /widgets[\\/]tabs?\.tsx$/, priority: 1 },
            { name: "grid", test: /widgets[\\/]grid(_cell)?\.tsx$/, priority: 1 },
            { name: "expander", test: /widgets[\\/](expander|status)\.tsx$/, priority: 1 },
            {
              name: "waits",
              test: /widgets[\\/](progress|skeleton|spinner|space)\.tsx$/,
              priority: 1,
            },
            { name: "edges", test: /shell[\\/](bottom|logo)\.tsx$/, priority: 1 },
            { name: "notice", test: /parts[\\/]notice\.tsx$/, priority: 2 },
            { name: "form", test: /widgets[\\/]form(_submit_button)?\.tsx$/, priority: 1 },
            // What tables and charts have in common, and pictures some of it.
            {
              name: "common",
              test: /view[\\/](saving|parts[\\/](page_)?colors)\.ts$/,
              priority: 2,
            },
            {
              name: "palette",
              test: /parts[\\/]chart[\\/](held|palette|plain_table|sheet|walk)\.ts$/,
              priority: 2,
            },
            { name: "icons", test: /parts[\\/]toolbar_icons\.ts$/, priority: 2 },
            { name: "lazy_data", test: /parts[\\/]chart[\\/]lazy_data\.ts$/, priority: 2 },
            {
              name: "toolbar",
              test: /parts[\\/](fullscreen|toolbar(_button)?\.|copy|landmark)/,
              priority: 2,
            },
            {
              name: "cells",
              test: /(frames[\\/](bytes|cells|columns|texts|tiles|types|zones)|frame[\\/]source)\.ts$/,
              priority: 2,
            },
            {
              name: "media",
              test: /widgets[\\/](image|pyplot|audio|video|pdf)\.tsx$/,
              priority: 1,
            },
            // What other charts need beside has files of its own, which take from this one.
            { name: "echarts", test: /parts[\\/]echarts[\\/]library\.ts$/, priority: 2 },
            { name: "boxes", test: /widgets[\\/](checkbox|toggle|radio)\.tsx$/, priority: 1 },
          ],
        },
      },
      onLog(level, log, handle) {
        // Libraries mark modules for server components, which mean nothing here.
        if (log.code === "MODULE_LEVEL_DIRECTIVE") return;
        // What only other builds or versions of React have is looked for, and done without.
        const isOfReact = /in 'node_modules\/(react|scheduler)\//.test(log.message);
        if (log.code !== "IMPORT_IS_UNDEFINED" || !isOfReact) handle(level, log);
      },
    },
  },
});
