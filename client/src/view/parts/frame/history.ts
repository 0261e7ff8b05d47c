/** History: what a person can undo in a table, and do again: steps about rows, wherever they are. */

import {
  addRows,
  deleteRows,
  nextKey,
  restoreRows,
  setCells,
  type CellChange,
  type Entered,
} from "../../frames/edits";
import type { Plain } from "../grid/view";
import { finderOf, keyOf, numberOfKey, type Table } from "./same_rows";

/** A row, as long as it is known: in the data, by its number, or added to that, by its key. */
interface Row {
  row: number | null;
  key: number | null;
  /** Whether it is this one for certain: else it is touched only where it holds what was left. */
  isSure: boolean;
}

interface CellStep {
  readonly at: Row;
  readonly column: number;
  /** What there was; undefined if that was not here. */
  readonly from: Plain | undefined;
  readonly to: Plain;
}

interface RowStep {
  readonly at: Row;
  /** What was set in it: all that it holds, if it was added. */
  readonly cells: ReadonlyMap<number, Plain>;
  readonly isWhole: boolean;
}

interface Step {
  readonly cells: readonly CellStep[];
  readonly added: readonly RowStep[];
  readonly deleted: readonly RowStep[];
}

/** What a person does in one go. */
export interface Doing {
  /** Cells that are set, and what they were; undefined if that is not here. */
  readonly cells?: readonly (CellChange & { readonly from: Plain | undefined })[];
  readonly added?: readonly ReadonlyMap<number, Plain>[];
  readonly deleted?: readonly number[];
}

export interface Rights {
  readonly canAdd: boolean;
  readonly canDelete: boolean;
}

/** What is entered after a step was taken back, or done again, and whether all of it was. */
export interface Outcome {
  readonly entered: Entered;
  readonly isWhole: boolean;
}

const LONGEST = 1_000;

/** The steps of one editor. */
export class History {
  #past: Step[] = [];
  #future: Step[] = [];
  #rows = new Set<Row>();
  #table: Table | null = null;
  #lastKey = 0;

  /** Do something, and return what is entered then. */
  do(doing: Doing, table: Table): Entered {
    this.#follow(table);
    const { cells = [], added = [], deleted = [] } = doing;
    const known = new Map([...this.#rows].map((each) => [`${each.row} ${each.key}`, each]));
    const rowAt = (number: number): Row => {
      const key = keyOf(table, number);
      const row = key === null ? number : null;
      const found = known.get(`${row} ${key}`) ?? { row, key, isSure: true };
      known.set(`${row} ${key}`, found);
      this.#rows.add(found);
      return found;
    };
    const step: Step = {
      cells: cells.map(({ row, column, from, value }) => {
        return { at: rowAt(row), column, from, to: value };
      }),
      added: added.map((each) => {
        const at = { row: null, key: null, isSure: true };
        this.#rows.add(at);
        return { at, cells: each, isWhole: true };
      }),
      deleted: deleted.map((row) => {
        const at = rowAt(row);
        return { at, cells: setIn(table.entered, at), isWhole: at.key !== null };
      }),
    };
    this.#past.push(step);
    if (this.#past.length > LONGEST) this.#past.shift();
    this.#future = [];
    const now = cells.length > 0 ? setCells(table.entered, cells, table.form) : table.entered;
    const next = deleteRows(this.#add(now, step.added, table), deleted, table.form);
    this.#table = table.with(next);
    return next;
  }

  undo(table: Table, rights: Rights): Outcome | null {
    this.#follow(table);
    const step = this.#past.pop();
    return step ? this.#turn(step, true, this.#future, table, rights) : null;
  }

  redo(table: Table, rights: Rights): Outcome | null {
    this.#follow(table);
    const step = this.#future.pop();
    return step ? this.#turn(step, false, this.#past, table, rights) : null;
  }

  /** Take a step back, or do it again, as far as that can be: only that can be turned again. */
  #turn(step: Step, isBack: boolean, onto: Step[], table: Table, rights: Rights): Outcome {
    const [goes, comes] = isBack ? [step.added, step.deleted] : [step.deleted, step.added];
    // Not as if they had never been changed: the script may have made other data of it, without
    // which an edit that is gone says nothing.
    const cells = step.cells.filter(({ at, column, from, to }) => {
      return from !== undefined && holds(table, at, [[column, isBack ? to : from]]);
    });
    const set = setCells(
      table.entered,
      cells.map(({ at, column, from, to }) => {
        return { row: numberOf(table, at)!, column, value: isBack ? from! : to };
      }),
      table.form,
    );
    const gone = new Set(set.state.deleted);
    const hidden = comes.filter(({ at: { row } }) => row !== null && gone.has(row));
    const lost = comes.filter(({ at, isWhole }) => {
      const isThere = at.row !== null || numberOf(table, at) !== null;
      return isWhole && rights.canAdd && !isThere;
    });
    const removed = goes.filter(({ at, cells: own }) => {
      return (at.key !== null || rights.canDelete) && holds(table, at, own);
    });
    const shown = restoreRows(set, new Map(hidden.map(({ at, cells: own }) => [at.row!, own])));
    const full = table.with(this.#add(shown, lost, table));
    const numbers = removed.map(({ at }) => numberOf(full, at)!);
    const came = [...hidden, ...lost];
    const done: Step = {
      cells,
      added: isBack ? removed : came,
      deleted: isBack ? came : removed,
    };
    const isWhole = sizeOf(done) === sizeOf(step);
    if (sizeOf(done) === 0) return { entered: table.entered, isWhole };
    onto.push(done);
    const entered = deleteRows(full.entered, numbers, table.form);
    this.#table = table.with(entered);
    return { entered, isWhole };
  }

  /** Add rows at the end, by keys that no row has had: one that is gone may still be on its way. */
  #add(now: Entered, rows: readonly RowStep[], { form }: Table): Entered {
    if (rows.length === 0) return now;
    const first = nextKey(now, this.#lastKey);
    this.#lastKey = first + rows.length - 1;
    rows.forEach(({ at }, place) =>
      Object.assign(at, { row: null, key: first + place, isSure: true }),
    );
    return addRows(
      now,
      rows.map(({ cells }) => cells),
      first,
      form,
    );
  }

  /** Find all rows again, if the data is another: those that are gone, or not to be told, are lost. */
  #follow(table: Table): void {
    const before = this.#table;
    this.#table = table;
    if (!before || before.entered.state.mark === table.entered.state.mark) return;
    this.#rows = new Set(
      [...this.#past, ...this.#future].flatMap(({ cells, added, deleted }) =>
        [...cells, ...added, ...deleted].map(({ at }) => at),
      ),
    );
    const find = finderOf(before, table);
    const taken = new Set<number>();
    for (const each of this.#rows) {
      const number = numberOf(before, each);
      const found = number === null ? null : find(number);
      const isFree = found !== null && !taken.has(found.number);
      if (isFree) taken.add(found.number);
      const key = isFree ? keyOf(table, found.number) : null;
      each.row = isFree && key === null ? found.number : null;
      each.key = key;
      each.isSure = isFree && each.isSure && found.isSure;
    }
  }
}

function sizeOf({ cells, added, deleted }: Step): number {
  return cells.length + added.length + deleted.length;
}

/** Tell whether a row is there, and this one: if that is not certain, by what was left in it. */
function holds(table: Table, at: Row, cells: Iterable<readonly [number, Plain]>): boolean {
  const number = numberOf(table, at);
  if (number === null) return false;
  const isLeft = ([column, value]: readonly [number, Plain]) =>
    table.textAt(column, number) === table.textOf(column, value);
  return at.isSure || [...cells].every(isLeft);
}

/** Return the number of a row in a table; null if it is not there. */
function numberOf(table: Table, { row, key }: Row): number | null {
  if (key !== null) return numberOfKey(table, key);
  return row === null || table.entered.state.deleted.includes(row) ? null : row;
}

/** Return what was set in a row. */
function setIn({ state, pending }: Entered, { row, key }: Row): ReadonlyMap<number, Plain> {
  const added = [...state.added, ...pending].find(([each]) => each === key)?.[1];
  const set = state.cells.flatMap(([at, column, value]) =>
    at === row ? [[column, value] as const] : [],
  );
  return new Map(added ?? set);
}
