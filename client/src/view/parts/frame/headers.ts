/** Headers: what stands over the columns of a table, and what clicking and dragging them does. */

import type { Frame } from "../../../core/wire.gen";
import { idsOf, type Arrangement, type Column } from "../../frames/columns";
import type { GridColumn } from "../grid/view";

/** Return a column as the grid draws it. */
export function gridColumn(
  column: Column,
  columns: readonly Column[],
  width: number,
  sort: Arrangement["sort"],
  edited: { isEditable(column: Column): boolean } | null | undefined,
): GridColumn {
  const sign = sort?.column === column.id ? (sort.descending ? "↓ " : "↑ ") : "";
  return {
    id: column.id,
    title: sign + column.title,
    group: hasGroups(columns) ? column.groups.filter(Boolean).join(" / ") : undefined,
    width,
    grows: column.width === null && !column.isIndex,
    isMuted: column.isIndex,
    isEditable: edited?.isEditable(column) ?? false,
  };
}

/** Tell whether there are headers above headers. */
export function hasGroups(columns: readonly Column[]): boolean {
  return columns.some(({ groups }) => groups.some(Boolean));
}

/** A click sorts upwards, the next one downwards, the third one not at all. */
export function nextSort(sort: Arrangement["sort"], column: string): Arrangement["sort"] {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

/** Return the order of all columns after one was moved; those that are not shown stay behind. */
export function moved(
  columns: readonly Column[],
  from: number,
  to: number,
  frame: Frame,
): string[] {
  const names = columns.map(({ id }) => id);
  names.splice(to, 0, ...names.splice(from, 1));
  return [...names, ...idsOf(frame).filter((id) => !names.includes(id))];
}
