/** Rows: the data of a layer as deck.gl reads it: objects, which may look into columns. */

import { tableFromIPC } from "@uwdata/flechette";

import type { Frame, LayerData } from "../../../core/wire.gen";
import { blockOf } from "../../frames/bytes";

type Cells = ArrayLike<unknown>;

/** Return the data of a layer. */
export async function rowsOf(data: LayerData, signal: AbortSignal): Promise<unknown> {
  if (data.frame) return objectsOf(data.frame, await columnsOf(data.frame, signal));
  if (data.json != null) return JSON.parse(data.json);
  const response = await fetch(data.file ?? "", { signal });
  if (!response.ok) throw new Error(`the data cannot be loaded: ${response.status}`);
  return response.json();
}

async function columnsOf(frame: Frame, signal: AbortSignal): Promise<Cells[]> {
  const columns: Cells[] = [];
  for (const block of frame.blocks) {
    const table = tableFromIPC(await blockOf(frame, block, signal));
    for (let place = block.columns[0]; place < block.columns[1]; place++)
      columns[place] = table.getChild(`${place}`).toArray() as Cells;
  }
  return columns;
}

/** Return objects that have the cells of a row as properties, without a copy of them. */
export function objectsOf(frame: Frame, columns: readonly Cells[]): object[] {
  const named = frame.columns
    .map(({ name, is_index }, place) => ({ name, cells: columns[place]!, isIndex: is_index }))
    .filter(({ isIndex, cells }) => !isIndex && cells);
  class Row {
    readonly #place: number;
    constructor(place: number) {
      this.#place = place;
    }
    toJSON() {
      return Object.fromEntries(named.map(({ name, cells }) => [name, cells[this.#place]]));
    }
    static {
      for (const { name, cells } of named)
        Object.defineProperty(Row.prototype, name, {
          get(this: Row) {
            return cells[this.#place];
          },
          enumerable: true,
          configurable: true,
        });
    }
  }
  return Array.from({ length: frame.rows }, (_, place) => new Row(place));
}
