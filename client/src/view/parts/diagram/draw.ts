/** Draw: diagrams by Mermaid, one after the other. Loaded with the first diagram. */

import DOMPurify from "dompurify";
import mermaid, { type MermaidConfig } from "mermaid";

import type { Palette } from "./palette";
import type { Shape } from "./picture";
import { release } from "./sheet";

/** A diagram, ready to be put into the page. */
export interface Drawing extends Shape {
  /** What it is, as in "flowchart". */
  type: string;
  /** What its text says of it by `accTitle` and `accDescr`. */
  title: string;
  description: string;
}

export type Draw = typeof draw;

/** A longer text is not drawn: laying it out would hold up the page. */
const MAX_LENGTH = 50_000;

/** How long a drawing may take, in ms: those after it wait. */
const LIMIT = 20_000;

/** What a diagram's own text may not change, beside what Mermaid guards. */
const GUARDED = [
  "secure",
  "securityLevel",
  "startOnLoad",
  "maxTextSize",
  "suppressErrorRendering",
  "maxEdges",
  "htmlLabels",
  "dompurifyConfig",
];

const NO_HTML = { htmlLabels: false, useMaxWidth: false };

const CONFIG: MermaidConfig = {
  startOnLoad: false,
  securityLevel: "strict",
  secure: GUARDED,
  suppressErrorRendering: true,
  logLevel: "fatal",
  theme: "base",
  fontFamily: "var(--st-font)",
  fontSize: 14,
  htmlLabels: false,
  // No line runs through its own label, and each text reads in the direction of its script.
  themeCSS: ".edgeLabel rect { opacity: 1 } text { unicode-bidi: plaintext }",
  flowchart: NO_HTML,
  class: NO_HTML,
};

let last: Promise<unknown> = Promise.resolve();
let count = 0;

/**
 * Draw a text, in the colours that there are when its turn comes; without any it is wanted no more.
 *
 * It is measured in `stage`, an empty box of the page that is as wide as there is room.
 */
export function draw(
  text: string,
  colors: () => Palette | null,
  stage: HTMLElement,
): Promise<Drawing | null> {
  // Mermaid has one configuration at a time.
  const drawing = last.then(() => {
    const palette = colors();
    return palette && drawNow(text, palette, stage);
  });
  last = drawing.catch(() => undefined);
  return drawing;
}

async function drawNow(text: string, palette: Palette, stage: HTMLElement): Promise<Drawing> {
  if (text.length > MAX_LENGTH)
    throw new Error(`a text has at most ${MAX_LENGTH} characters, got ${text.length}`);
  await inTime(document.fonts?.ready); // what is measured is what is shown
  mermaid.initialize({ ...CONFIG, themeVariables: palette });
  try {
    // Not by its queue, which would wait for one that never ends.
    const rendering = mermaid.mermaidAPI.render(`st-diagram-${count++}`, text, stage);
    const { svg, diagramType } = await inTime(rendering);
    return finish(svg as unknown as SVGSVGElement, diagramType);
  } finally {
    release();
    stage.replaceChildren();
  }
}

async function inTime<T>(task: T): Promise<Awaited<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    const message = `it has to be drawn within ${LIMIT / 1000} seconds: reload the page to try again`;
    timer = setTimeout(() => reject(new Error(message)), LIMIT);
  });
  try {
    return await Promise.race([task, end]);
  } finally {
    clearTimeout(timer);
  }
}

function finish(svg: SVGSVGElement, type: string): Drawing {
  const rules = release();
  const { width, height } = sizeOf(svg);
  const title = take(svg, "title");
  const description = take(svg, "desc");
  // Without HTML and links: a picture has nothing to press.
  DOMPurify.sanitize(svg, {
    IN_PLACE: true,
    USE_PROFILES: { svg: true, svgFilters: true },
    FORBID_TAGS: ["a", "style"],
    ADD_ATTR: ["dominant-baseline"],
  });
  for (const name of ["role", "aria-roledescription", "aria-labelledby", "aria-describedby"])
    svg.removeAttribute(name);
  svg.setAttribute("aria-hidden", "true"); // it is what it stands in that has a name
  svg.removeAttribute("style");
  svg.setAttribute("width", "100%");
  svg.setAttribute("height", "100%");
  return { svg, rules, width, height, type, title, description };
}

function sizeOf(svg: SVGSVGElement): { width: number; height: number } {
  const [, , width, height] = (svg.getAttribute("viewBox") ?? "").split(/[ ,]+/).map(Number);
  if (width && height) return { width, height };
  const own = ["width", "height"].map((name) => parseFloat(svg.getAttribute(name) ?? "") || 300);
  svg.setAttribute("viewBox", `0 0 ${own.join(" ")}`);
  return { width: own[0]!, height: own[1]! };
}

function take(svg: SVGSVGElement, name: string): string {
  const element = svg.querySelector(`:scope > ${name}`);
  element?.remove();
  return element?.textContent ?? "";
}
