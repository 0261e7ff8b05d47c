// Writes .br and .gz beside each built file that gains from it, so that no request compresses.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const FOLDER = new URL("../../src/ostinato/static/", import.meta.url).pathname;
const KINDS = new Set([".js", ".css", ".html", ".svg"]);
const WORTH_IT = 0.9;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };

for (const entry of await readdir(FOLDER, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !KINDS.has(extname(entry.name))) continue;
  const path = join(entry.parentPath, entry.name);
  const content = await readFile(path);
  await keep(`${path}.br`, await brotli(content, { params: quality }), content.length);
  await keep(`${path}.gz`, await deflate(content, { level: 9 }), content.length);
}

async function keep(path, packed, size) {
  if (packed.length < size * WORTH_IT) await writeFile(path, packed);
}
