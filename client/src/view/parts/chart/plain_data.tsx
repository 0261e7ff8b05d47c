/** Plain data: the cells behind a chart that has no frame, as a table. */

import "./chart.css";

import { Csv } from "../../frames/csv";
import { saveBlob } from "../../saving";
import { Scrollable } from "../scrollable";
import type { DataProps } from "./lazy_data";
import type { PlainTable } from "./plain_table";

/** Rows that are shown; a file has them all. */
const MOST = 1000;

/** Draw it. */
export function PlainData({ label, data, canExport }: DataProps<PlainTable>) {
  const { columns, rows } = data;
  const count = data.count ?? rows.length;
  const shown = Math.min(rows.length, MOST);
  return (
    <Scrollable className="st-chart-data st-chart-table" label={`Data of ${label}`}>
      <table aria-label={`Data of ${label}`}>
        <thead>
          <tr>
            {columns.map((name, place) => (
              <th key={place} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((row, number) => (
            <tr key={number}>
              {columns.map((_, place) => (
                <td key={place}>{textOf(row[place])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {count > shown && (
        <p>{`The first ${shown.toLocaleString()} of ${count.toLocaleString()} rows`}</p>
      )}
      {canExport && (
        <button
          type="button"
          className="st-chart-export"
          onClick={() => saveBlob(fileOf(data), "data.csv")}
        >
          Download as CSV
        </button>
      )}
    </Scrollable>
  );
}

function fileOf({ columns, rows }: PlainTable): Blob {
  const csv = new Csv();
  csv.add([columns]);
  csv.add(rows.map((row) => columns.map((_, place) => textOf(row[place]))));
  return csv.file();
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
