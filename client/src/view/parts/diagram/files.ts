/** Files: a diagram as one, in pixels or lines. */

import { saveBlob, savePicture } from "../../saving";
import { painted } from "../chart/sheet";
import type { Shape } from "./picture";

/** Pixels of the file for each of the page. */
const SCALE = 2;
/** What browsers can paint, in pixels. */
const LARGEST = 8192;

/** Have the browser save a diagram, as it is seen where `box` is. */
export async function saveAsPng(drawing: Shape, box: Element, name: string): Promise<void> {
  const { width, height } = drawing;
  const scale = Math.min(SCALE, LARGEST / Math.max(width, height));
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  const svg = encodeURIComponent(standalone(drawing, box, size));
  const address = `data:image/svg+xml;charset=utf-8,${svg}`;
  const ground = getComputedStyle(document.body).backgroundColor;
  const canvas = await painted(address, size.width, size.height, ground);
  savePicture(canvas, name);
}

/** Have the browser save a diagram as SVG, which is sharp however large it is printed. */
export function saveAsSvg(drawing: Shape, box: Element, name: string): void {
  const text = standalone(drawing, box, drawing);
  saveBlob(new Blob([text], { type: "image/svg+xml" }), `${name}.svg`);
}

/** Return the text of a picture that needs nothing of the page. */
function standalone(drawing: Shape, box: Element, size: { width: number; height: number }): string {
  const svg = drawing.svg.cloneNode(true) as SVGSVGElement;
  svg.setAttribute("width", `${size.width}`);
  svg.setAttribute("height", `${size.height}`);
  const style = document.createElementNS(svg.namespaceURI, "style");
  const { color } = getComputedStyle(box);
  const { fontFamily } = getComputedStyle(document.documentElement);
  const page = `--st-font: ${fontFamily}; color: ${color}`;
  style.textContent = `:root { ${page} }\n${drawing.rules}`;
  svg.prepend(style);
  return new XMLSerializer().serializeToString(svg);
}
