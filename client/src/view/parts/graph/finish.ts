/** Finish: makes what Graphviz has drawn fit for the page. Loaded with the first graph. */

import DOMPurify from "dompurify";

import type { PlainTable } from "../chart/plain_table";
import type { Shape } from "../diagram/picture";
import { safeLink } from "../markdown/links";
import { followPage } from "./colors";

/** A graph that is drawn. */
export interface DrawnGraph extends Shape {
  /** What it says of itself, and how large it is. */
  label: string;
  data: PlainTable;
}

/** Characters of a picture that the page can take. */
const LARGEST = 6_000_000;

const RULES = `
svg { fill: currentColor; overflow: visible }
text { unicode-bidi: plaintext }
a:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px }
`;

/** Return a picture from its text. */
export function finish(text: string): DrawnGraph {
  if (text.length > LARGEST)
    throw new Error("the graph is too large to be shown: leave out nodes and edges");
  const own = spelled(text.slice(text.indexOf("<svg")));
  const parsed = new DOMParser().parseFromString(own, "text/html");
  const svg = parsed.querySelector("svg")!;
  const [width = 100, height = 100] = ["width", "height"].map((name) =>
    Math.max(parseFloat(svg.getAttribute(name) ?? "100"), 1),
  );
  DOMPurify.sanitize(svg, {
    IN_PLACE: true,
    USE_PROFILES: { svg: true, svgFilters: true },
    FORBID_TAGS: ["style", "image"],
    FORBID_ATTR: ["style"],
    ADD_TAGS: ["a"],
  });
  const { label, data } = read(svg);
  const leadsSomewhere = lead(svg);
  if (!leadsSomewhere) svg.setAttribute("aria-hidden", "true"); // its box has a name, and a table
  followPage(svg);
  svg.setAttribute("width", "100%");
  svg.setAttribute("height", "100%");
  return { svg, rules: RULES, width, height, label, data };
}

/** Say by attributes what is said by styles, which the page's policy does not even let be read. */
function spelled(text: string): string {
  return text.replace(/ style="([^"]*)"/g, (_, style: string) =>
    style
      .split(";")
      .map((rule) => /^\s*((?:stop|fill|stroke)-(?:color|opacity))\s*:\s*([#\w.]+)\s*$/.exec(rule))
      .map((rule) => (rule ? ` ${rule[1]}="${rule[2]}"` : ""))
      .join(""),
  );
}

/** Have links lead to pages only, in a tab of their own; return whether there are any. */
function lead(svg: SVGSVGElement): boolean {
  let count = 0;
  for (const link of svg.querySelectorAll("a")) {
    const address = link.getAttribute("xlink:href") ?? link.getAttribute("href");
    link.removeAttribute("xlink:href");
    link.removeAttribute("href");
    link.removeAttribute("target");
    const safe = address === null ? null : safeLink(address);
    if (safe === null) continue;
    link.setAttribute("href", safe);
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener noreferrer");
    count++;
  }
  return count > 0;
}

/** Return what is to be read in a picture: its nodes, each with its text, and its edges. */
function read(svg: SVGSVGElement): { label: string; data: PlainTable } {
  const nodes = new Map<string, string>();
  const edges: [string, string, string][] = [];
  for (const node of svg.querySelectorAll("g.node")) nodes.set(nameOf(node), textOf(node));
  for (const edge of svg.querySelectorAll("g.edge")) {
    const ends = endsOf(nameOf(edge), nodes);
    if (ends) edges.push([...ends, textOf(edge)]);
  }
  const graph = svg.querySelector(":scope > g")!;
  const own = [...graph.children].filter((each) => each.localName === "text");
  const name = nameOf(graph);
  const title = own.map((each) => each.textContent).join(" ") || (name === "%3" ? "" : name);
  const size = `${counted(nodes.size, "node")}, ${counted(edges.length, "edge")}`;
  const rows = [
    ...[...nodes].map(([node, text]) => ["Node", node, "", text === node ? "" : text]),
    ...edges.map((edge) => ["Edge", ...edge]),
  ];
  return {
    label: `Graph${title ? ` “${title.trim()}”` : ""}: ${size}`,
    data: { columns: ["Kind", "Node", "Leads to", "Label"], rows },
  };
}

/** Return the nodes that an edge is called by, as in "a->b:port". */
function endsOf(title: string, nodes: Map<string, string>): [string, string] | null {
  for (const sign of title.matchAll(/->|--/g)) {
    const [from, to] = [title.slice(0, sign.index), title.slice(sign.index + 2)].map((end) =>
      nodeAt(end, nodes),
    );
    if (from !== undefined && to !== undefined) return [from, to];
  }
  return null;
}

/** Return the node of an end that may name a place of it, too. */
function nodeAt(end: string, nodes: Map<string, string>): string | undefined {
  for (let name = end; ; ) {
    if (nodes.has(name)) return name;
    const colon = name.lastIndexOf(":");
    if (colon < 0) return undefined;
    name = name.slice(0, colon);
  }
}

function nameOf(group: Element): string {
  return [...group.children].find((each) => each.localName === "title")?.textContent ?? "";
}

function textOf(group: Element): string {
  return [...group.querySelectorAll("text")].map((each) => each.textContent).join(" ");
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? "" : "s"}`;
}
