/** Print table: on paper a canvas is a picture of what was in sight; this is a table. */

import { useEffect, useState } from "react";

import type { Cell } from "../../frames/cells";
import type { Column } from "../../frames/columns";
import type { Rows } from "./rows";

const MOST_ROWS = 200;
const MOST_COLUMNS = 30;

interface PrintTableProps {
  columns: readonly Column[];
  rows: Rows;
  getCell(column: number, row: number): Cell;
}

/** Draw the first rows, for as long as the page is printed. */
export function PrintTable({ columns, rows, getCell }: PrintTableProps) {
  const [isPrinting, setPrinting] = useState(() => matchMedia("print").matches);
  useEffect(() => {
    const query = matchMedia("print");
    const follow = () => setPrinting(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  if (!isPrinting) return null;
  const shown = columns.slice(0, MOST_COLUMNS);
  const count = Math.min(rows.count, MOST_ROWS);
  return (
    <table className="st-frame-printed">
      <thead>
        <tr>
          {shown.map(({ id, title }) => (
            <th key={id} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_, row) => (
          <tr key={row}>
            {shown.map((column, place) => (
              <td key={column.id} align={column.align}>
                {printed(getCell(place, row))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function printed(cell: Cell) {
  switch (cell.kind) {
    case "image":
      return <img src={cell.src} alt="" />;
    case "checkbox":
      return cell.checked === null ? "" : cell.checked ? "☑" : "☐";
    case "bubbles":
      return cell.items.map(({ text }) => text).join(", ");
    case "loading":
      return "…";
    case "chart":
      return cell.copy;
    default:
      return cell.text;
  }
}
