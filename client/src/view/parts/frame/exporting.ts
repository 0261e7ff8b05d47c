/** Exporting: a table as it is shown, saved as a file of comma-separated values. */

import { useState } from "react";

import type { Cell } from "../../frames/cells";
import type { Column } from "../../frames/columns";
import { Csv } from "../../frames/csv";
import type { FrameSource, Span } from "../../frames/source";
import { saveBlob } from "../../saving";
import type { Rows } from "./rows";

interface Exported {
  columns: readonly Column[];
  rows: Rows;
  source: FrameSource;
  getCell(column: number, row: number): Cell;
}

export interface Exporting {
  readonly isBusy: boolean;
  /** Why the table was not saved the last time. */
  readonly problem: string | null;
  start(): void;
}

/** Return what saves a table; only one file is made at a time. */
export function useExporting(given: Exported): Exporting {
  const { source } = given;
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ source: FrameSource; problem: string } | null>(null);
  const start = () => {
    if (isBusy) return;
    setBusy(true);
    setFailed(null);
    exportRows(given)
      .catch((error: unknown) => setFailed({ source, problem: problemOf(error) }))
      .finally(() => setBusy(false));
  };
  return { isBusy, problem: failed?.source === source ? failed.problem : null, start };
}

function problemOf(error: unknown): string {
  const isGone = error instanceof DOMException && error.name === "AbortError";
  const reason = isGone ? "its order has changed meanwhile" : wordsOf(error);
  return `The table was not saved: ${reason}`;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Rows that are written at a time: a table need not be here as a whole. */
const STEP = 5000;

/** Save what is shown: these columns, these rows, in their order. */
async function exportRows({ columns, rows, source, getCell }: Exported): Promise<void> {
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
