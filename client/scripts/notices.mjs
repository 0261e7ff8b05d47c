/**
 * Write whose code the page has in it, with their licences, to THIRD-PARTY.txt: most ask for that.
 *
 * Vite has told which packages it has bundled (`build.license`). What reaches the page by another
 * way is named here. For whoever makes a release, third_party.json keeps names, versions and
 * licences.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const MODULES = new URL("../node_modules/", import.meta.url).pathname;
const folder = new URL("../../src/ostinato/static/", import.meta.url);

/** Packages that workers and scripts bring into the page, which Vite does not count. */
const OTHERS = ["@viz-js/viz", "gemoji", "@iconify-json/material-symbols"];

/** What a package has in it of others, as it says itself. */
const WITHIN = {
  "@viz-js/viz":
    "Copyright (c) Michael Daines. It contains in object code: Graphviz, under the Eclipse Public License, with its source at\n" +
    "https://gitlab.com/graphviz/graphviz and its licence at https://graphviz.org/license/; and\n" +
    "Expat, under the MIT licence, from https://libexpat.github.io.",
  "@iconify-json/material-symbols":
    "It contains the Material Symbols of Google, from\n" +
    "https://github.com/google/material-design-icons, under the Apache License 2.0.",
};

const LICENCE = /^(licen[cs]e|copying)/i;
/** What every MIT licence says below its copyright, for packages that do not bring it. */
const MIT = read("react")
  .text.replace(/^[\s\S]*?(?=Permission is hereby granted)/, "")
  .trim();

const bundled = JSON.parse(readFileSync(new URL("third_party.json", folder), "utf8"));
const packages = [...bundled, ...OTHERS.map(read)]
  .map((each) => ({ ...each, identifier: each.identifier ?? named(each.text) }))
  .sort((one, other) => order(`${one.name} ${one.version}`, `${other.name} ${other.version}`));

const texts = new Map();
for (const each of packages) {
  if (!each.identifier) throw new Error(`${each.name}: nothing says under which licence it is`);
  const text = each.text?.replaceAll("\r\n", "\n").trim() ?? ownWords(each);
  texts.set(text, [...(texts.get(text) ?? []), each]);
}

const parts = [
  "The page of Ostinato contains software of others, each under the licence that follows its name.",
];
for (const [text, those] of texts) {
  const names = those.map((each) => `${each.name} ${each.version} (${each.identifier})`);
  const within = those.flatMap((each) => WITHIN[each.name] ?? []);
  parts.push([...names, ...within.map((each) => `\n${each}`), "", text].join("\n"));
}
writeFileSync(new URL("THIRD-PARTY.txt", folder), `${parts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
const known = packages.map(({ name, version, identifier }) => ({ name, version, identifier }));
writeFileSync(new URL("third_party.json", folder), `${JSON.stringify(known, null, 1)}\n`);
console.log(`THIRD-PARTY.txt: ${packages.length} packages`);

/** Read what a package says of itself. */
function read(name) {
  const home = join(MODULES, name);
  const { version, license } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const file = readdirSync(home).find((each) => LICENCE.test(each));
  const text = file && readFileSync(join(home, file), "utf8");
  return { name, version, identifier: license, text };
}

/** Tell a licence by its first line, for a package that does not name it otherwise. */
function named(text = "") {
  return text.startsWith("The MIT License") ? "MIT" : undefined;
}

/** Say whose a package is that comes without the text of its licence. */
function ownWords({ name, identifier }) {
  const path = join(MODULES, name, "package.json");
  const about = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const who = about.author?.name ?? about.author ?? dirname(name);
  const where = about.repository?.url ?? about.repository ?? about.homepage ?? "";
  const source = `By ${who}, from ${where.replace(/^git\+/, "")}, without a text of its licence.`;
  return identifier === "MIT" ? `${source}\n\n${MIT}` : source;
}

function order(one, other) {
  return one < other ? -1 : Number(one > other);
}
