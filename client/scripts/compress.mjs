// Writes .br and .gz beside each built file that gains from it, so that no request compresses.
//
// Of what lies in `assets` these are kept in place of the file: who takes neither is rare, and is
// sent what the server unpacks (src/ostinato/server/assets.py). That is a third of what is installed.

import { readdir, readFile, unlink, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const FOLDER = new URL("../../src/ostinato/static/", import.meta.url).pathname;
const ASSETS = join(FOLDER, "assets/");
const KINDS = new Set([".js", ".mjs", ".css", ".html", ".svg"]);
const WORTH_IT = 0.9;
/** Bytes up to which both are kept: what is larger is a library, that is fetched once in a release. */
const BOTH = 300_000;
/** Libraries that many pages load are kept in both all the same. */
const OFTEN = new Set(["echarts.js", "vega_library.js"]);

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };

for (const entry of await readdir(FOLDER, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !KINDS.has(extname(entry.name))) continue;
  const path = join(entry.parentPath, entry.name);
  const content = await readFile(path);
  if (content.length <= BOTH || OFTEN.has(entry.name))
    await keep(`${path}.br`, await brotli(content, { params: quality }), content.length);
  const isPacked = await keep(`${path}.gz`, await deflate(content, { level: 9 }), content.length);
  if (isPacked && path.startsWith(ASSETS)) await unlink(path);
}

async function keep(path, packed, size) {
  const isWorthIt = packed.length < size * WORTH_IT;
  if (isWorthIt) await writeFile(path, packed);
  return isWorthIt;
}
