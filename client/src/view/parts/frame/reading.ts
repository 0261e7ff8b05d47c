/** Reading: the cells of a table as they are shown, and what has to be fetched for that. */

import { useCallback } from "react";

import type { Frame } from "../../../core/wire.gen";
import { cellOf, loadingCell, type Cell } from "../../frames/cells";
import type { Column } from "../../frames/columns";
import { LOADING, type FrameSource, type Span } from "../../frames/source";
import { editedCell } from "./edited";
import type { Rows } from "./rows";

/** Return what reads cells; another one whenever they may be others. */
export function useCellReader(
  source: FrameSource,
  columns: readonly Column[],
  rows: Rows,
  { frame, placeholder }: { frame: Frame; placeholder: string | null },
  edited: { valueAt(column: number, row: number): unknown } | null,
  version: number,
): (column: number, row: number) => Cell {
  return useCallback(
    (place: number, row: number) => {
      const column = columns[place];
      const number = rows.numberAt(row);
      if (!column || number < 0) return loadingCell();
      const context = { placeholder: placeholder ?? "None", now: Date.now() };
      const own = edited?.valueAt(column.number, number);
      if (own !== undefined) return editedCell(own, column, source.typeOf(column.number), context);
      if (number >= frame.rows) return editedCell(null, column, null, context);
      const [from, at] = rows.server ? [rows.server, row] : [source, number];
      const value = from.at(column.number, at);
      const type = from.typeOf(column.number);
      if (value === LOADING || !type) return loadingCell();
      const text = column.hasTexts ? from.at(column.number, at, "t") : null;
      const styled = column.hasLooks ? Number(from.at(column.number, at, "l")) : 0;
      const look = styled > 0 ? frame.looks?.[styled - 1] : undefined;
      return cellOf(value, column, type, { ...context, text: text as string | null, look });
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [source, columns, rows, frame, placeholder, edited, version],
  );
}

/** Have the tiles fetched of what is in sight. */
export function watchRows(
  source: FrameSource,
  columns: readonly Column[],
  rows: Rows,
  [left, right]: Span,
  [top, bottom]: Span,
): void {
  const pinned = columns.filter((each) => each.isPinned);
  const across = [...pinned, ...columns.slice(left, right)].map(({ number }) => number);
  if (rows.server) return rows.server.look(across, [top, bottom]);
  const numbers: number[] = [];
  for (let place = top; place < Math.min(bottom, rows.count); place++)
    numbers.push(rows.numberAt(place));
  const own = numbers.filter((number) => number >= 0 && number < source.rows);
  if (own.length === 0) return source.look(across, [0, 1]);
  source.look(across, [Math.min(...own), Math.max(...own) + 1]);
}
