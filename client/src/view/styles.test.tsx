/** What all style sheets keep to, and no browser would complain about. */

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const names = readdirSync("src", { recursive: true, encoding: "utf8" });
/** All style sheets by their paths, without their comments. */
const SHEETS = new Map(
  names
    .filter((name) => name.endsWith(".css"))
    .sort()
    .map((name) => [name, readFileSync(`src/${name}`, "utf8").replace(/\/\*[^]*?\*\//g, "")]),
);

test("what fades out at its sides does so only where browsers can tell how far it is scrolled", () => {
  const blocks = SHEETS.get("view/parts/fading.css")!.split(/(?<=^\})\n/m);
  const guarded = blocks.filter((block) => /(mask|animation|animation-timeline):/.test(block));
  expect(guarded).toEqual([expect.stringContaining("@supports (animation-timeline: scroll())")]);
});
