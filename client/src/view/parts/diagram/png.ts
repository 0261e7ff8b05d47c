/** Png: a diagram as a file. */

import { saveBlob } from "../../saving";
import type { Drawing } from "./draw";

const NAME = "mermaid-diagram.png";
/** Pixels of the file for each of the page. */
const SCALE = 2;
/** What browsers can paint, in pixels. */
const LARGEST = 8192;

/** Have the browser save a diagram. */
export async function download(drawing: Drawing): Promise<void> {
  const { width, height } = drawing;
  const scale = Math.min(SCALE, LARGEST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const image = await imageOf(standalone(drawing, canvas));
  const context = canvas.getContext("2d")!;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (file) saveBlob(file, NAME);
}

/** Return the text of a picture that needs nothing of the page. */
function standalone(drawing: Drawing, size: { width: number; height: number }): string {
  const svg = drawing.svg.cloneNode(true) as SVGSVGElement;
  svg.setAttribute("width", `${size.width}`);
  svg.setAttribute("height", `${size.height}`);
  const style = document.createElementNS(svg.namespaceURI, "style");
  const { fontFamily } = getComputedStyle(document.documentElement);
  style.textContent = `:root { --st-font: ${fontFamily} }\n${drawing.rules}`;
  svg.prepend(style);
  return new XMLSerializer().serializeToString(svg);
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}
