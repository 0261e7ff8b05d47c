/** Export rows: writes a table as a file, for who asks for it. */

import { Csv } from "../../frames/csv";
import type { Span } from "../../frames/source";
import { saveBlob } from "../../saving";
import type { Exported } from "./exporting";
import type { Rows } from "./rows";

/** Rows that are written at a time: a table need not be here as a whole. */
const STEP = 5000;

/** Save what is shown. */
export async function exportRows({ columns, rows, source, getCell }: Exported): Promise<void> {
  const csv = new Csv();
  csv.add([columns.map(({ groups, title }) => [...groups.filter(Boolean), title].join(" / "))]);
  const numbers = columns.map(({ number }) => number);
  const step = rows.server?.most ?? STEP;
  for (let from = 0; from < rows.count; from += step) {
    const to = Math.min(from + step, rows.count);
    if (rows.server) await rows.server.load(numbers, [from, to]);
    else await source.load(numbers, spanOf(rows, from, to, source.rows));
    csv.add(lines(from, to));
    source.trim();
  }
  saveBlob(csv.file(), `${stamp(new Date())}_export.csv`);

  function* lines(from: number, to: number): Iterable<string[]> {
    for (let row = from; row < to; row++) yield columns.map((_, place) => getCell(place, row).copy);
  }
}

/** Return which rows of the frame are needed for these places. */
function spanOf(rows: Rows, from: number, to: number, count: number): Span {
  let [first, last] = [count, -1];
  for (let place = from; place < to; place++) {
    const number = rows.numberAt(place);
    if (number >= count) continue;
    first = Math.min(first, number);
    last = Math.max(last, number);
  }
  return last < 0 ? [0, 1] : [first, last + 1];
}

/** The time as in a name of a file, on the clock of who saves it. */
function stamp(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace(":", "-");
}
