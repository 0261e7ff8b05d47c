/** Items: what a chart has drawn, in rows that one can go along. */

import { HELPERS, isObject } from "./spec";

/** A mark of Vega: bars, the points of a line, or a group of other marks. */
export interface Mark {
  readonly marktype: string;
  readonly role?: string;
  readonly name?: string;
  readonly clip?: unknown;
  readonly items: readonly Item[];
  /** What it lies in; none for the outermost. */
  readonly group?: Item;
}

/** One of them. Places are those within the group of its mark. */
export interface Item {
  readonly mark: Mark;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly bounds?: Box;
  readonly defined?: boolean;
  readonly tooltip?: unknown;
  readonly description?: string;
  readonly datum?: unknown;
  /** The marks of a group. */
  readonly items?: readonly Mark[];
}

export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Marks that one line or area is drawn of: their items have no bounds of their own. */
const LINES = new Set(["line", "area", "trail"]);

/** How far around a point of a line, in pixels. */
const AROUND = 5;

/** How many values of an item are told. */
const MOST = 8;

/**
 * Return the rows of items below a mark: each mark and each line, from one end to the other.
 *
 * Args:
 *   hasLegend: whether something is selected by the entries of a legend.
 */
export function rowsOf(root: Mark, hasLegend: boolean): Item[][] {
  const rows: Item[][] = [];
  const texts: Item[][] = [];
  const legends = new Map<unknown, Item[]>();
  const look = (mark: Mark): void => {
    if (mark.marktype === "group") {
      for (const group of mark.items) group.items?.forEach(look);
    } else if (hasLegend && mark.role === "legend-symbol") {
      // Each entry is a mark of its own.
      legends.set(mark.name, [...(legends.get(mark.name) ?? []), ...mark.items]);
    } else if (mark.role === "mark" && !HELPERS.test(mark.name ?? "")) {
      const items = inOrder(mark.items.filter(isThere));
      if (items.length > 0) (mark.marktype === "text" ? texts : rows).push(items);
    }
  };
  look(root);
  // Texts beside other marks say what those are.
  return [...(rows.length > 0 ? rows : texts), ...legends.values()];
}

function isThere(item: Item): boolean {
  if (item.defined === false) return false;
  const { x1, x2, y1, y2 } = boxIn(item);
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  if (!Number.isFinite(x + y)) return false;
  const { clip, group } = item.mark;
  if (!clip || !group) return true;
  const [right, bottom] = [group.width ?? Infinity, group.height ?? Infinity];
  return x >= 0 && x <= right && y >= 0 && y <= bottom;
}

/** Put items as one reads them: from left to right, and bars that lie from top to bottom. */
function inOrder(items: Item[]): Item[] {
  const marktype = items[0]?.mark.marktype ?? "arc";
  if (LINES.has(marktype) || marktype === "arc" || marktype === "shape") return items;
  const boxes = new Map(items.map((item) => [item, boxIn(item)]));
  const all = [...boxes.values()];
  const isSame = (size: (box: Box) => number) =>
    all.every((box) => Math.abs(size(box) - size(all[0]!)) < 0.5);
  const lies =
    marktype === "rect" && isSame(({ y1, y2 }) => y2 - y1) && !isSame(({ x1, x2 }) => x2 - x1);
  const across = ({ x1, x2 }: Box) => Math.round(x1 + x2);
  const down = ({ y1, y2 }: Box) => Math.round(y1 + y2);
  return items.sort((one, other) => {
    const [a, b] = [boxes.get(one)!, boxes.get(other)!];
    return lies
      ? down(a) - down(b) || across(a) - across(b)
      : across(a) - across(b) || down(a) - down(b);
  });
}

function boxIn(item: Item): Box {
  const { x = NaN, y = NaN, bounds, mark } = item;
  if (bounds && !LINES.has(mark.marktype)) return bounds;
  return { x1: x - AROUND, y1: y - AROUND, x2: x + AROUND, y2: y + AROUND };
}

/** Return where an item is in the whole picture, from the corner of its outermost group. */
export function boxOf(item: Item): Box {
  let { x1, y1, x2, y2 } = boxIn(item);
  for (let group = item.mark.group; group; group = group.mark.group) {
    const [x, y] = [group.x ?? 0, group.y ?? 0];
    [x1, y1, x2, y2] = [x1 + x, y1 + y, x2 + x, y2 + y];
  }
  return { x1, y1, x2, y2 };
}

/** Say what an item is: what its tooltip has, its description, or the row it is drawn of. */
export function wordsOf(item: Item): string {
  const { tooltip, description, datum, mark } = item;
  if (mark.role === "legend-symbol" && isObject(datum)) return String(datum.label ?? datum.value);
  if (typeof tooltip === "string" && tooltip) return tooltip;
  if (isObject(tooltip)) return listed(tooltip);
  return description || listed(isObject(datum) ? datum : {}) || mark.marktype;
}

function listed(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([name, value]) => !name.startsWith("_") && typeof value !== "object")
    .slice(0, MOST)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(", ");
}
