/**
 * Write every Material Symbol (rounded, outlined) as one path to icons.json.gz: {name: "<path d>"}.
 *
 * Their names alone go to icon_names.txt, one a line, since a run only asks which there are.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

/** Names that Material has had for a symbol, and the one under which it is found here. */
const OTHER_NAMES = JSON.parse(readFileSync(new URL("symbol_names.json", import.meta.url), "utf8"));
const SUFFIX = "-outline-rounded";
const source = createRequire(import.meta.url).resolve("@iconify-json/material-symbols/icons.json");
const folder = new URL("../../src/ostinato/static/", import.meta.url);

const { icons, aliases } = JSON.parse(readFileSync(source, "utf8"));
const bodies = new Map(Object.entries(icons).map(([name, icon]) => [name, icon.body]));
for (const [name, alias] of Object.entries(aliases ?? {}))
  bodies.set(name, bodies.get(alias.parent));

const paths = {};
for (const name of [...bodies.keys()].sort()) {
  const plain = plainName(name);
  const path = pathOf(bodies.get(name));
  if (plain !== null && path) paths[plain.replaceAll("-", "_")] = enlarge(path);
}
// A symbol that has no rounded form is drawn without: all its forms are the same.
for (const name of bodies.keys()) {
  const stem = name.replaceAll("-", "_");
  if (/-(rounded|sharp|outline)$/.test(name) || paths[stem]) continue;
  const path = pathOf(bodies.get(`${name}-outline`) ?? bodies.get(name));
  if (path) paths[stem] = enlarge(path);
}
for (const [name, other] of Object.entries(OTHER_NAMES)) paths[name] ??= paths[other];
const packed = gzipSync(JSON.stringify(paths), { level: 9 });
writeFileSync(new URL("icons.json.gz", folder), packed);
writeFileSync(new URL("icon_names.txt", folder), Object.keys(paths).join("\n"));
console.log(`icons.json.gz: ${Object.keys(paths).length} icons`);

/** Give Material's name of a symbol, or null for a style that is not drawn here. */
function plainName(name) {
  if (!name.endsWith("-rounded")) return null;
  const stem = name.slice(0, -"-rounded".length);
  if (name.endsWith(SUFFIX)) return name.slice(0, -SUFFIX.length);
  // A symbol without an outlined form of its own looks the same when filled.
  return !bodies.has(stem + SUFFIX) ? stem : null;
}

/** Give the path that a symbol consists of, if it is one. */
function pathOf(body) {
  return /^<path fill="currentColor" d="([^"]+)"\/>$/.exec(body ?? "")?.[1];
}

/** Bring a path from the box "0 0 24 24" to Material's own, "0 -960 960 960". */
function enlarge(path) {
  const parts = path.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  let command = "M";
  let index = 0;
  let text = "";
  for (const part of parts) {
    if (/[a-zA-Z]/.test(part)) {
      if (!/[MmLlHhVvQqTtCcSsZz]/.test(part)) throw new Error(`icons: no rule for command ${part}`);
      command = part;
      index = 0;
      text += part;
      continue;
    }
    const isY = command === "V" || (command !== "H" && index % 2 === 1);
    const isFirst = command === parts[0] && text.lastIndexOf(command) === 0 && index < 2;
    const isAbsolute = isFirst || command === command.toUpperCase();
    const number = Math.round(Number(part) * 40 * 100) / 100 - (isY && isAbsolute ? 960 : 0);
    const digits = String(Math.round(number * 100) / 100).replace(/^(-?)0\./, "$1.");
    text += index > 0 && !digits.startsWith("-") ? ` ${digits}` : digits;
    index += 1;
  }
  return text;
}
