/** Write the emoji names of GitHub to emoji.gen.ts, as one string: "name 😀 name 😃 ...". */

import { writeFileSync } from "node:fs";
import { nameToEmoji } from "gemoji";

const target = new URL("../src/view/parts/markdown/emoji.gen.ts", import.meta.url);
const pairs = Object.entries(nameToEmoji).map(([name, emoji]) => `${name} ${emoji}`);
writeFileSync(
  target,
  `// Made by \`node scripts/emoji.mjs\` from the package gemoji. Do not edit.\n\n` +
    `export const EMOJI = ${JSON.stringify(pairs.join(" "))};\n`,
);
