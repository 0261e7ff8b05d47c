/** How wide columns are that nobody has given a width: as what they show. */

import type { Cell } from "../../frames/cells";

const NARROWEST = 50;
const WIDEST = 400;
/** What is around a text in a cell, and beside the name of a column. */
const AROUND = 18;
const BESIDE_NAME = 42;

/** Return what a text takes; it is measured, not drawn. */
export function ruler(font: string): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return (text) => text.length * 8;
  context.font = font;
  return (text) => context.measureText(text).width;
}

/** Return how wide a column is to be that shows these cells. */
export function widthFor(
  title: string,
  cells: Iterable<Cell>,
  measure: (text: string) => number,
  widest = WIDEST,
): number {
  let longest = "";
  let width = measure(title) + BESIDE_NAME;
  for (const cell of cells) {
    width = Math.max(width, ownWidth(cell, measure));
    const text = textIn(cell);
    // One text is measured, not all of them.
    if (text.length > longest.length) longest = text;
  }
  width = Math.max(width, measure(longest) + AROUND);
  return Math.round(Math.min(Math.max(width, NARROWEST), widest));
}

function textIn(cell: Cell): string {
  if (cell.kind !== "text" && cell.kind !== "link" && cell.kind !== "media") return "";
  const lines = cell.text.split("\n");
  return lines.reduce((a, b) => (b.length > a.length ? b : a)).slice(0, 200);
}

function ownWidth(cell: Cell, measure: (text: string) => number): number {
  switch (cell.kind) {
    case "bubbles":
      return cell.items.slice(0, 12).reduce((sum, { text }) => sum + measure(text) + 20, AROUND);
    case "progress":
      return 160;
    case "chart":
      return 150;
    case "image":
      return 75;
    case "button":
      return measure(cell.text) + 36;
    case "media":
      return 120;
    default:
      return 0;
  }
}
