/** Which rows of a frame are shown, in which order. */

import { useEffect, useMemo, useState } from "react";

import { wordsOf } from "../../../lib/words";
import { sortRows } from "../../frames/order";
import { ServerOrder } from "../../frames/server_order";
import type { FrameSource } from "../../frames/source";
import { askingFor } from "./source";

/** What a person has made of a frame. Rows that were added have the numbers after its own. */
export interface Edits {
  readonly added: number;
  readonly deleted: ReadonlySet<number>;
}

export interface Rows {
  readonly count: number;
  /** Return the number in the frame of the row in a place. */
  numberAt(place: number): number;
  /** Return the place of a row; null if it is not shown. */
  placeOf(number: number): number | null;
  /** Who has the cells, place by place, if that is not the source of the frame. */
  readonly server?: ServerOrder;
}

interface Sorted {
  source: FrameSource;
  key: string;
  order: Uint32Array | null;
  error: string | null;
}

interface Outcome {
  rows: Rows;
  /** Whether the order that was asked for is still to come. */
  isBusy: boolean;
  error: string | null;
}

/** Follow the rows as they are sorted by a column; until they are, they stay as they were. */
export function useRows(
  source: FrameSource,
  column: number | null,
  descending: boolean,
  edits: Edits | null,
): Outcome {
  const { frame } = source;
  const isPlain = !edits || (edits.added === 0 && edits.deleted.size === 0);
  const ask = useMemo(() => askingFor(frame), [frame]);
  const isAsked = ask !== null && isPlain;
  const local = useLocalOrder(source, isAsked ? null : column, descending);
  const [version, setVersion] = useState(0);
  const server = useMemo(
    () => (isAsked && column !== null ? new ServerOrder(frame, { column, descending }, ask) : null),
    [isAsked, ask, frame, column, descending],
  );
  useEffect(() => {
    const leave = server?.subscribe(() => setVersion((count) => count + 1));
    return () => {
      leave?.();
      server?.close();
    };
  }, [server]);
  const rows = useMemo(
    () => (server ? serverRows(frame.rows, server) : rowsOf(source.rows, local.order, edits)),
    // What the server tells comes page by page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [server, version, frame, source, local.order, edits],
  );
  return server ? { rows, isBusy: false, error: server.error } : { ...local, rows };
}

function serverRows(count: number, server: ServerOrder): Rows {
  return {
    count,
    numberAt: (place) => server.numberAt(place),
    placeOf: (number) => server.placeOf(number),
    server,
  };
}

/** Sort here what is here. */
function useLocalOrder(source: FrameSource, column: number | null, descending: boolean) {
  const [sorted, setSorted] = useState<Sorted | null>(null);
  const key = column === null ? "" : `${column} ${descending}`;
  useEffect(() => {
    if (column === null) return;
    const control = new AbortController();
    const told = (order: Uint32Array | null, error: string | null) => {
      if (!control.signal.aborted) setSorted({ source, key, order, error });
    };
    sortRows(source, column, descending, control.signal).then(
      (order) => told(order, null),
      (error: unknown) => told(null, wordsOf(error)),
    );
    return () => control.abort();
  }, [source, column, descending, key]);
  const isMine = sorted !== null && sorted.source === source && column !== null;
  return {
    order: isMine ? sorted.order : null,
    isBusy: column !== null && !(isMine && sorted.key === key),
    error: isMine ? sorted.error : null,
  };
}

/** Return the rows in an order, as a person has changed them. */
export function rowsOf(count: number, order: Uint32Array | null, edits: Edits | null): Rows {
  const isPlain = !edits || (edits.added === 0 && edits.deleted.size === 0);
  if (!order && isPlain)
    return {
      count,
      numberAt: (place) => place,
      placeOf: (number) => (number < count ? number : null),
    };
  const numbers = order && isPlain ? order : changed(count, order, edits);
  let places: Map<number, number> | null = null;
  return {
    count: numbers.length,
    numberAt: (place) => numbers[place] ?? -1,
    placeOf: (number) => {
      places ??= new Map(Array.from(numbers, (each, place) => [each, place]));
      return places.get(number) ?? null;
    },
  };
}

function changed(count: number, order: Uint32Array | null, edits: Edits | null): number[] {
  const numbers = Array.from(order ?? Uint32Array.from({ length: count }, (_, place) => place));
  const added = Array.from({ length: edits?.added ?? 0 }, (_, place) => count + place);
  return [...numbers, ...added].filter((number) => !edits?.deleted.has(number));
}
