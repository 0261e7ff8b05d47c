/** Server order: the rows of a large frame as the server has sorted them, page by page. */

import { callAll } from "../../core/listeners";
import type { Frame } from "../../core/wire.gen";
import { wordsOf } from "../../lib/words";
import { LOADING, type Span } from "./source";
import { Patience } from "./patience";
import { decodeTile, type Tile } from "./tiles";
import type { ColumnType } from "./types";

/** Ask the server about a frame; `question` is what stands behind its id. */
export type Ask = (question: string, signal: AbortSignal) => Promise<Response>;

/** Frames of more bytes are sorted and searched by the server. */
export const LARGE = 4 * 1024 * 1024;

const PAGE = 200;
/** Pages that are kept, those last used. */
const KEPT = 100;
/** Pages that are asked for at the same time. */
const AT_ONCE = 4;

interface Page {
  numbers: Uint32Array;
  tile: Tile;
  fields: Map<string, number>;
}

/** The rows of a frame in the order of one column. */
export class ServerOrder {
  error: string | null = null;
  readonly #pages = new Map<string, Page | null>();
  readonly #patience = new Patience<string>();
  readonly #listeners = new Set<() => void>();
  readonly #control = new AbortController();

  constructor(
    private readonly frame: Frame,
    private readonly sort: { readonly column: number; readonly descending: boolean },
    private readonly ask: Ask,
  ) {}

  /** How many rows can be there at the same time, with all their columns. */
  get most(): number {
    return PAGE * Math.max(Math.floor(KEPT / this.frame.blocks.length), 1);
  }

  /** Return the number of the row in a place; -1 while it is not known. */
  numberAt(place: number): number {
    for (let block = 0; block < this.frame.blocks.length; block++) {
      const page = this.#pages.get(keyOf(block, place));
      if (page) return page.numbers[place % PAGE] ?? -1;
    }
    return -1;
  }

  /** Return the place of a row; null while it is not known. */
  placeOf(number: number): number | null {
    for (const [key, page] of this.#pages) {
      const at = page?.numbers.indexOf(number) ?? -1;
      if (at >= 0) return Number(key.split(" ")[1]) * PAGE + at;
    }
    return null;
  }

  /** Return the value of a cell, or LOADING. */
  at(column: number, place: number, suffix: "" | "t" | "l" = ""): unknown {
    const page = this.#pages.get(keyOf(this.#blockOf(column), place));
    if (!page) return LOADING;
    const field = page.fields.get(`${column}${suffix}`);
    return field === undefined ? null : page.tile.at(field, place % PAGE);
  }

  /** Return the type of a column; null while it is not known. */
  typeOf(column: number): ColumnType | null {
    for (const [key, page] of this.#pages) {
      if (!page || !key.startsWith(`${this.#blockOf(column)} `)) continue;
      const field = page.fields.get(`${column}`);
      return field === undefined ? null : (page.tile.types[field] ?? null);
    }
    return null;
  }

  /** Fetch what is in sight, and the pages around that. */
  look(columns: readonly number[], [from, to]: Span): void {
    const last = Math.floor(Math.max(this.frame.rows - 1, 0) / PAGE);
    const first = Math.max(Math.floor(from / PAGE), 0);
    const end = Math.min(Math.floor(Math.max(to - 1, from) / PAGE), last);
    for (const block of new Set(columns.map((each) => this.#blockOf(each))))
      for (const page of [...between(first, end), end + 1, first - 1])
        if (page >= 0 && page <= last) void this.#fetch(block, page);
  }

  /** Have rows there, all columns of them; rejects if they cannot be had. */
  async load(columns: readonly number[], [from, to]: Span): Promise<void> {
    const blocks = new Set(columns.map((each) => this.#blockOf(each)));
    const pages = between(Math.floor(from / PAGE), Math.floor(Math.max(to - 1, from) / PAGE));
    const all = [...blocks].flatMap((block) => pages.map((page) => [block, page] as const));
    for (let at = 0; at < all.length; at += AT_ONCE)
      await Promise.all(
        all.slice(at, at + AT_ONCE).map(([block, page]) => this.#fetch(block, page, true)),
      );
  }

  subscribe(tell: () => void): () => void {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  }

  close(): void {
    this.#control.abort();
    this.#patience.close();
  }

  #blockOf(column: number): number {
    return this.frame.blocks.findIndex(({ columns: [from, to] }) => column >= from && column < to);
  }

  async #fetch(block: number, page: number, insists = false): Promise<void> {
    const key = `${block} ${page}`;
    const known = this.#pages.get(key);
    if (known) {
      this.#pages.delete(key);
      this.#pages.set(key, known);
      return;
    }
    if (!insists && (known === null || this.#patience.isWaiting(key))) return;
    this.#pages.set(key, null);
    try {
      const { column, descending } = this.sort;
      const order = `sort=${column}&descending=${descending ? 1 : 0}`;
      const question = `rows?block=${block}&from=${page * PAGE}&count=${PAGE}&${order}`;
      const response = await this.ask(question, this.#control.signal);
      this.#pages.set(key, pageIn(await response.arrayBuffer()));
      this.error = null;
      this.#patience.forget(key);
      this.#forget();
    } catch (error) {
      this.#pages.delete(key);
      if (insists) {
        // Who looked at it meanwhile has to ask for it.
        this.#tell();
        throw error;
      }
      if (this.#control.signal.aborted) return;
      this.error = wordsOf(error);
      this.#patience.note(key, () => this.#tell());
    }
    this.#tell();
  }

  #tell(): void {
    callAll(this.#listeners);
  }

  #forget(): void {
    for (const [key, page] of this.#pages) {
      if (this.#pages.size <= KEPT) return;
      if (page) this.#pages.delete(key);
    }
  }
}

/** Read an answer: how many rows, their numbers, and from the next multiple of 8 on a tile. */
function pageIn(answer: ArrayBuffer): Page {
  const count = new DataView(answer).getUint32(0, true);
  const numbers = new Uint32Array(answer, 8, count);
  const start = Math.ceil((8 + 4 * count) / 8) * 8;
  const tile = decodeTile(new Uint8Array(answer, start));
  return { numbers, tile, fields: new Map(tile.names.map((name, field) => [name, field])) };
}

/**
 * Find rows by a text, as the server does; `told` has those found so far, again and again.
 *
 * Returns where they are shown.
 */
export async function askRows(
  ask: Ask,
  frame: Frame,
  columns: readonly number[],
  text: string,
  sort: { readonly column: number; readonly descending: boolean } | null,
  told: (found: readonly number[]) => void,
  signal: AbortSignal,
): Promise<number[]> {
  const found: number[] = [];
  let searched = 0;
  while (searched < frame.rows && found.length < MOST_FOUND) {
    const query = new URLSearchParams({ text, columns: columns.join(), from: `${searched}` });
    if (sort) query.set("sort", `${sort.column}`);
    if (sort?.descending) query.set("descending", "1");
    const response = await ask(`find?${query}`, signal);
    const answer = (await response.json()) as { rows: number[]; searched: number };
    found.push(...answer.rows);
    if (answer.searched <= searched) break;
    searched = answer.searched;
    told([...found]);
  }
  return found;
}

/** Who finds so many rows looks for no more: there may be others. */
export const MOST_FOUND = 10_000;

function keyOf(block: number, place: number): string {
  return `${block} ${Math.floor(place / PAGE)}`;
}

function between(first: number, last: number): number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, step) => first + step);
}
