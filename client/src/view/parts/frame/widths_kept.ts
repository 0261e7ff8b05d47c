/** The widths of columns: as a person has dragged them, as the script says, or as what they show. */

import { useCallback, useMemo, useRef } from "react";

import type { Cell } from "../../frames/cells";
import type { Arrangement, Column } from "../../frames/columns";
import type { FrameSource } from "../../frames/source";
import type { Rows } from "./rows";
import { ruler, widthFor } from "./widths";

/** Rows that tell how wide a column is. */
const SAMPLE = 40;
/** Columns that are measured; others are as wide as their name. */
const MEASURED = 300;

interface Widths {
  of(column: Column): number;
  /** Keep a width; null for one that fits. */
  set(column: Column, width: number | null, arrange: (part: Arrangement) => void): void;
}

/** Follow the widths of columns. What was measured once stays, so that nothing moves while one reads. */
export function useWidths(
  columns: readonly Column[],
  rows: Rows,
  getCell: (column: number, row: number) => Cell,
  source: FrameSource,
  version: number,
): Widths {
  const dragged = useRef<Record<string, number>>({});
  const known = useMemo(() => {
    const measure = ruler(`14px ${fontOf()}`);
    const found = new Map<string, number>();
    const measured = measuredIn(source);
    columns.forEach((column, place) => {
      if (column.width !== null) return void found.set(column.id, column.width);
      const isThere = source.typeOf(column.number) !== null;
      const old = measured.get(column.id);
      if (old !== undefined) return void found.set(column.id, old);
      const cells = isThere && place < MEASURED ? sample(place, rows, getCell) : [];
      const width = widthFor(column.title, cells, measure);
      if (isThere) measured.set(column.id, width);
      found.set(column.id, width);
    });
    return found;
    // Cells are looked at again when more of them are there, not whenever one is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [columns, source, version]);

  const fit = useCallback(
    (column: Column) => {
      const place = columns.indexOf(column);
      const cells = sample(place, rows, getCell, 400);
      return widthFor(column.title, cells, ruler(`14px ${fontOf()}`), 1000);
    },
    [columns, rows, getCell],
  );
  return useMemo(
    () => ({
      of: (column) => known.get(column.id) ?? 100,
      set: (column, width, arrange) => {
        dragged.current = { ...dragged.current, [column.id]: width ?? fit(column) };
        arrange({ widths: dragged.current });
      },
    }),
    [known, fit],
  );
}

/** Widths that were measured, by frame: its first rows need not be at hand for ever. */
const measuredOf = new WeakMap<FrameSource, Map<string, number>>();

function measuredIn(source: FrameSource): Map<string, number> {
  const known = measuredOf.get(source) ?? new Map<string, number>();
  measuredOf.set(source, known);
  return known;
}

function* sample(
  place: number,
  rows: Rows,
  getCell: (column: number, row: number) => Cell,
  count = SAMPLE,
): Iterable<Cell> {
  for (let row = 0; row < Math.min(rows.count, count); row++) yield getCell(place, row);
}

function fontOf(): string {
  return getComputedStyle(document.body).fontFamily || "sans-serif";
}
