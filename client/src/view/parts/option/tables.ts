/** Tables: the sources of datasets, as rows that ECharts reads. */

import { useEffect, useState } from "react";

import { Signal } from "../../../core/signal";
import type { EchartsTable } from "../../../core/wire.gen";
import { wordsOf } from "../../../lib/words";
import { useSignal } from "../../hooks";
import { insist } from "../../registry";

export type Cell = string | number | boolean | null;

/** The source of one dataset. */
export interface Source {
  readonly path: readonly (string | number)[];
  readonly names: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Known {
  readonly of: readonly EchartsTable[];
  readonly sources: readonly Source[] | null;
  readonly problem: string | null;
}

const NO_TABLES: readonly EchartsTable[] = [];
const NOTHING: Known = { of: NO_TABLES, sources: [], problem: null };

/** Return the sources of datasets; null while they are on their way. */
export function useTables(tables: readonly EchartsTable[]): Known {
  const [state] = useState(() => new Signal<Known>(NOTHING));
  // A table that is told again with the same bytes is the same.
  const [same, setSame] = useState(tables);
  if (same !== tables && !isSame(same, tables)) setSame(tables);
  const known = useSignal(state);
  const isComing = same.length > 0 && known.of !== same;
  useEffect(() => {
    if (same.length === 0) return;
    const control = new AbortController();
    const stop = insist(
      () => readAll(same, control.signal),
      (sources) => state.set({ of: same, sources, problem: null }),
      (error) => state.set({ of: same, sources: null, problem: wordsOf(error) }),
    );
    return () => {
      stop();
      control.abort();
    };
  }, [same, state]);
  if (same.length === 0) return NOTHING;
  return isComing ? { of: same, sources: null, problem: null } : known;
}

/** What reads tables comes with the first of them. */
async function readAll(tables: readonly EchartsTable[], signal: AbortSignal): Promise<Source[]> {
  const { sourceOf } = await import("./sources");
  return Promise.all(tables.map((each) => sourceOf(each, signal)));
}

function isSame(one: readonly EchartsTable[], other: readonly EchartsTable[]): boolean {
  const marks = (tables: readonly EchartsTable[]) =>
    tables.flatMap(({ path, frame }) => [path.join(), frame.file ?? frame.data]);
  const [before, now] = [marks(one), marks(other)];
  return before.length === now.length && before.every((each, place) => each === now[place]);
}
