/** Frame source: the cells of a frame, wherever its bytes are. */

import { callAll } from "../../core/listeners";
import type { Block, Frame } from "../../core/wire.gen";
import { wordsOf } from "../../lib/words";
import { Patience } from "./patience";
import { decodeTile, type Tile } from "./tiles";
import type { ColumnType } from "./types";

/** Stands for a cell whose tile is on its way. */
export const LOADING = Symbol("loading");

/** Get bytes of the file of a frame, from `start` to before `end`. */
export type LoadBytes = (start: number, end: number, signal: AbortSignal) => Promise<Uint8Array>;

/** Rows or columns, from the first to before the last. */
export type Span = readonly [from: number, to: number];

/** How many bytes of tiles are kept that nobody looks at. */
const KEPT = 32 * 1024 * 1024;

/** Tiles that are asked for at the same time, where many are needed. */
const AT_ONCE = 6;

interface Entry {
  tile: Tile | null;
  bytes: number;
  control: AbortController;
  /** Settled when it has come, or will not; null if it was there from the beginning. */
  readonly coming: Promise<void> | null;
}

/** The cells of one frame. What is asked for and not there is fetched, if it is still in sight. */
export class FrameSource {
  readonly rows: number;
  /** What is wrong with the last tile that could not be read; null if all is well. */
  error: string | null = null;

  readonly #blocks: BlockReader[];
  readonly #blockOf: Int32Array;
  readonly #listeners = new Set<() => void>();
  readonly #cache: Cache;
  #isClosed = false;

  constructor(
    readonly frame: Frame,
    load: LoadBytes,
    kept = KEPT,
  ) {
    this.rows = frame.rows;
    this.#blockOf = new Int32Array(frame.columns.length).fill(-1);
    const cache = new Cache(kept);
    this.#cache = cache;
    const tell = (error: string | null) => {
      this.error = error;
      if (!this.#isClosed) callAll(this.#listeners);
    };
    const bytesOf = frame.data ? inline(frame.data) : load;
    this.#blocks = frame.blocks.map((block, index) => {
      this.#blockOf.fill(index, block.columns[0], block.columns[1]);
      return new BlockReader(block, frame, bytesOf, cache, tell);
    });
  }

  /** Return a cell's value, or LOADING; the field is "7", or "7t" for what stands for it. */
  at(column: number, row: number, suffix: "" | "t" | "l" = ""): unknown {
    const block = this.#blocks[this.#blockOf[column] ?? -1];
    return block ? block.at(`${column}${suffix}`, row) : null;
  }

  /** Return the type of a column; null before anything of its block is there. */
  typeOf(column: number): ColumnType | null {
    return this.#blocks[this.#blockOf[column] ?? -1]?.typeOf(`${column}`) ?? null;
  }

  /** Fetch what is in sight, and what is about to be; give up what no longer is. */
  look(columns: readonly number[], rows: Span): void {
    const inSight = new Set(columns.map((each) => this.#blockOf[each]));
    this.#blocks.forEach((block, index) =>
      inSight.has(index) ? block.look(rows) : block.lookAway(),
    );
  }

  /** Have rows there, of some columns; rejects if they cannot be had. */
  async load(columns: readonly number[], rows: Span): Promise<void> {
    const needed = new Set(columns.map((each) => this.#blockOf[each]));
    const blocks = this.#blocks.filter((_, index) => needed.has(index));
    await Promise.all(blocks.map((each) => each.load(rows)));
  }

  /** Have all rows there. */
  async whole(columns: readonly number[]): Promise<void> {
    await this.load(columns, [0, this.rows]);
  }

  /** Let go of what does not fit, though it was asked for. */
  trim(): void {
    this.#cache.trim(() => false);
  }

  /** Be told when more is there, or can no longer be hoped for. */
  subscribe(tell: () => void): () => void {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  }

  /** Stop fetching. */
  close(): void {
    this.#isClosed = true;
    for (const block of this.#blocks) block.close();
  }
}

/** The tiles of one block. */
class BlockReader {
  #head: Promise<Uint8Array> | null = null;
  #fields: Map<string, number> | null = null;
  #types: readonly ColumnType[] = [];
  /** The rows that came with the frame, to show before anything is fetched. */
  #first: Tile | null = null;
  readonly #starts: number[];
  readonly #entries = new Map<number, Entry>();
  readonly #patience = new Patience<number>();
  /** How many need what they have asked for, wherever a person looks. */
  #holders = 0;

  constructor(
    private readonly block: Block,
    private readonly frame: Frame,
    private readonly loadBytes: LoadBytes,
    private readonly cache: Cache,
    private readonly tell: (error: string | null) => void,
  ) {
    let at = block.start + block.head;
    this.#starts = block.tiles.map((bytes) => (at += bytes) - bytes);
    if (frame.data) this.#readAll();
    else if (frame.first && block.columns[0] === 0) this.#readFirst(frame.first);
  }

  at(field: string, row: number): unknown {
    const index = this.#tileOf(row);
    const tile = this.#entries.get(index)?.tile;
    const isFirst = !tile && row < (this.#first?.rows ?? 0);
    if (!tile && !isFirst) return LOADING;
    const column = this.#fields?.get(field);
    if (column === undefined) return null;
    return tile ? tile.at(column, row - index * this.block.rows) : this.#first!.at(column, row);
  }

  typeOf(field: string): ColumnType | null {
    const column = this.#fields?.get(field);
    return column === undefined ? null : (this.#types[column] ?? null);
  }

  look([from, to]: Span): void {
    if (this.frame.data || this.#starts.length === 0) return;
    const first = this.#tileOf(Math.max(from, 0));
    const last = this.#tileOf(Math.max(to - 1, from, 0));
    for (const [index, entry] of this.#entries) {
      const isFar = index < first - 1 || index > last + 1;
      if (isFar && !entry.tile && this.#holders === 0) this.#drop(index, entry);
    }
    for (let index = first; index <= last; index++) void this.#fetch(index);
    // What is asked for next is most likely to be what follows.
    if (last + 1 < this.#starts.length) void this.#fetch(last + 1);
    if (first > 0) void this.#fetch(first - 1);
    this.cache.trim((entry) => {
      for (let index = first - 1; index <= last + 1; index++)
        if (this.#entries.get(index) === entry) return true;
      return false;
    });
  }

  lookAway(): void {
    if (this.#holders > 0) return;
    for (const [index, entry] of this.#entries) if (!entry.tile) this.#drop(index, entry);
  }

  close(): void {
    this.lookAway();
    this.#patience.close();
  }

  async load([from, to]: Span): Promise<void> {
    if (this.frame.data || this.#starts.length === 0) return;
    const first = this.#tileOf(from);
    const last = this.#tileOf(Math.max(to - 1, from));
    this.#holders += 1;
    try {
      for (let index = first; index <= last; index += AT_ONCE) {
        const some = Array.from({ length: AT_ONCE }, (_, step) => index + step);
        await Promise.all(
          some.filter((each) => each <= last).map((each) => this.#fetch(each, true)),
        );
      }
    } finally {
      this.#holders -= 1;
    }
  }

  #tileOf(row: number): number {
    const last = Math.max(this.#starts.length - 1, 0);
    return Math.min(Math.floor(row / Math.max(this.block.rows, 1)), last);
  }

  async #fetch(index: number, insists = false): Promise<void> {
    const known = this.#entries.get(index);
    if (known?.tile) return this.cache.touch(known);
    if (known && !insists) return;
    if (known) {
      // It is on its way, for somebody else, who may give it up.
      await known.coming;
      return this.#fetch(index, true);
    }
    if (!insists && this.#patience.isWaiting(index)) return;
    let end = () => {};
    const coming = new Promise<void>((resolve) => (end = resolve));
    const control = new AbortController();
    const entry: Entry = { tile: null, bytes: this.block.tiles[index]!, control, coming };
    this.#entries.set(index, entry);
    try {
      const [head, bytes] = await this.#bytesOf(index, control.signal);
      if (this.#entries.get(index) !== entry) return;
      entry.tile = this.#decode(head, bytes);
      this.#patience.forget(index);
      this.cache.add(entry, () => this.#entries.delete(index));
      this.tell(null);
    } catch (error) {
      if (this.#entries.get(index) !== entry) return;
      this.#entries.delete(index);
      if (insists) throw error;
      this.#retry(index, error);
    } finally {
      end();
    }
  }

  /** The head comes with the first tile that lies behind it, in one request. */
  async #bytesOf(index: number, signal: AbortSignal): Promise<[Uint8Array, Uint8Array]> {
    const { start, head, tiles } = this.block;
    const from = this.#starts[index]!;
    const to = from + tiles[index]!;
    if (this.#head || index > 0) {
      this.#head ??= this.loadBytes(start, start + head, new AbortController().signal).catch(
        (error: unknown) => {
          this.#head = null;
          throw error;
        },
      );
      return Promise.all([this.#head, this.loadBytes(from, to, signal)]);
    }
    const both = await this.loadBytes(start, to, signal);
    if (both.length < to - start) throw new Error("the table was cut short");
    const first = both.slice(0, head);
    this.#head = Promise.resolve(first);
    return [first, both.slice(head)];
  }

  #readFirst(bytes: Uint8Array): void {
    try {
      this.#first = this.#decode(bytes, new Uint8Array());
    } catch {
      // they are fetched with the others
    }
  }

  #decode(head: Uint8Array, bytes: Uint8Array): Tile {
    const tile = decodeTile(head, bytes);
    this.#fields ??= new Map(tile.names.map((name, column) => [name, column]));
    this.#types = tile.types;
    return tile;
  }

  #readAll(): void {
    const { start, head, tiles } = this.block;
    const data = this.frame.data!;
    const bytes = data.byteOffset % 8 === 0 ? data : data.slice();
    const control = new AbortController();
    try {
      const first = bytes.subarray(start, start + head);
      if (tiles.length === 0) this.#decode(first, new Uint8Array());
      tiles.forEach((size, index) => {
        const from = this.#starts[index]!;
        const tile = this.#decode(first, bytes.subarray(from, from + size));
        this.#entries.set(index, { tile, bytes: size, control, coming: null });
      });
    } catch (error) {
      this.tell(wordsOf(error));
    }
  }

  /** Try again later, if somebody still looks. */
  #retry(index: number, error: unknown): void {
    const again = () => this.tell(count > 1 ? wordsOf(error) : null);
    const count = this.#patience.note(index, again);
    again();
  }

  #drop(index: number, entry: Entry): void {
    entry.control.abort();
    this.#entries.delete(index);
  }
}

/** Tiles in the order in which they were last used. */
class Cache {
  readonly #entries = new Map<Entry, () => void>();
  #bytes = 0;

  constructor(private readonly limit: number) {}

  add(entry: Entry, drop: () => void): void {
    this.#entries.set(entry, drop);
    this.#bytes += entry.bytes;
  }

  touch(entry: Entry): void {
    const drop = this.#entries.get(entry);
    if (!drop) return;
    this.#entries.delete(entry);
    this.#entries.set(entry, drop);
  }

  /** Drop the oldest until they fit. */
  trim(isInSight: (entry: Entry) => boolean): void {
    if (this.#bytes <= this.limit) return;
    for (const [entry, drop] of this.#entries) {
      if (this.#bytes <= this.limit) return;
      if (isInSight(entry)) continue;
      this.#entries.delete(entry);
      this.#bytes -= entry.bytes;
      drop();
    }
  }
}

function inline(data: Uint8Array): LoadBytes {
  return (start, end) => Promise.resolve(data.slice(start, end));
}
