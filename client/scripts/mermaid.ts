/** Mermaid draws by style elements and style attributes, both of which the page's policy forbids. */

import { join } from "node:path";

const SHEET = join(import.meta.dirname, "../src/view/parts/diagram/sheet.ts");
const LEXER = join(import.meta.dirname, "../src/view/parts/diagram/lexer.ts");

/** What is replaced, and by what, in the file that makes the styles of a diagram. */
const OF_RENDER = [
  [/const style1 = [^]*?firstChild\);/, "adopt(rules);"],
  // The nodes themselves: a text of them would be parsed again, here and in the page.
  [/const svgCode = [^;]+;/, "const svgCode = svgNode.node();"],
] as const;

/** A plugin that has diagrams drawn by sheets and properties, and with the page's own libraries. */
export const mermaid = {
  name: "mermaid",
  enforce: "pre" as const,
  transform(code: string, id: string): { code: string; map: null } | null {
    const found = rewrite(code, id.replaceAll("\\", "/"));
    return found === code ? null : { code: found, map: null };
  },
  /** Its own copies of these two are older ones, and do no more for it. */
  async resolveId(this: Resolver, name: string, importer?: string): Promise<string | null> {
    if (!importer || !/node_modules\/mermaid\//.test(importer.replaceAll("\\", "/"))) return null;
    if (name === "marked") return LEXER;
    return name === "katex" ? ((await this.resolve("katex", LEXER))?.id ?? null) : null;
  },
};

interface Resolver {
  resolve(name: string, importer: string): Promise<{ id: string } | null>;
}

function rewrite(code: string, id: string): string {
  if (id.endsWith("/d3-selection.mjs"))
    return `${replaced(code, /this\.setAttribute\((name, \w+)\)/g, "setAttribute(this, $1)")}
function setAttribute(element, name, value) {
  if (name === "style") element.style.cssText = value;
  else element.setAttribute(name, value);
}`;
  // It would add a style element with one rule, which diagram.css has.
  if (id.endsWith("/cytoscape.esm.mjs")) return replaced(code, "!stylesheetAlreadyExists", "false");
  if (!id.includes("/mermaid/dist/")) return code;
  const properties = code
    .replace(/(\w+)\.setAttribute\("style", (\w+)\)/g, "$1.style.cssText = $2")
    .replace(/ style="((?:fill|stroke): [^"]+)"/g, (_, style: string) => attributesOf(style));
  if (!id.endsWith("/mermaid.core.mjs")) return properties;
  const drawn = OF_RENDER.reduce((text, [from, to]) => replaced(text, from, to), properties);
  return `import { adopt } from ${JSON.stringify(SHEET)};\n${drawn}`;
}

/** Return the style of an icon as attributes of SVG. */
function attributesOf(style: string): string {
  return style.replace(/ *([\w-]+): *([^;]+);?/g, ' $1="$2"');
}

function replaced(code: string, from: string | RegExp, to: string): string {
  const found = code.replace(from, to);
  if (found === code) throw new Error("what draws diagrams has changed: see scripts/mermaid.ts");
  return found;
}
