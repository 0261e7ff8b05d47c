/** Facts: what a table says of one of its rows. */

import type { Frame } from "../../../core/wire.gen";
import { cellOf } from "../../frames/cells";
import { shownColumns } from "../../frames/columns";
import { FrameSource, LOADING } from "../../frames/source";
import { loaderOf } from "../frame/source";
import type { Facts } from "./tip";

/** As many as one can read in passing. */
const MOST = 8;

/** How much of a value is told. */
const LONGEST = 60;

const SCRIPT = { order: null, hide_index: null, selectsRows: true } as const;

export class Rows {
  readonly #source: FrameSource;

  constructor(private readonly frame: Frame) {
    this.#source = new FrameSource(frame, loaderOf(frame.file ?? ""));
  }

  /** Return what is known of a row, once it is there. */
  async factsOf(row: number): Promise<Facts> {
    const columns = shownColumns(this.frame, SCRIPT).slice(0, MOST);
    await this.#source.load(
      columns.map(({ number }) => number),
      [row, row + 1],
    );
    return columns.flatMap((column) => {
      const value = this.#source.at(column.number, row);
      const type = this.#source.typeOf(column.number);
      if (!type || value === LOADING || value === null || value === undefined) return [];
      const cell = cellOf(value, column, type, { placeholder: "", now: Date.now() });
      const text = cell.kind === "text" ? cell.text : cell.copy;
      const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
      return [[column.title || "index", short] as const];
    });
  }

  close(): void {
    this.#source.close();
  }
}
