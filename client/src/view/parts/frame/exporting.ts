/** Exporting: a table as it is shown, saved as a file of comma-separated values. */

import { useState } from "react";

import { wordsOf } from "../../../lib/words";
import type { Cell } from "../../frames/cells";
import type { Column } from "../../frames/columns";
import type { FrameSource } from "../../frames/source";
import { twice } from "../../registry";
import type { Rows } from "./rows";

/** What is shown: these columns, these rows, in their order. */
export interface Exported {
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
    twice(() => import("./export_rows"))
      .then(({ exportRows }) => exportRows(given))
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
