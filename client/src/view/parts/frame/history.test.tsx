import { expect, test } from "vitest";

import { cellsOf, untouched, type Entered, type Form } from "../../frames/edits";
import type { Plain } from "../grid/view";
import { History, type Doing, type Outcome } from "./history";
import type { Table } from "./same_rows";

const RIGHTS = { canAdd: true, canDelete: true };

interface Data {
  readonly rows: readonly (readonly Plain[])[];
  /** How many of the first columns name the rows. */
  readonly named?: number;
  readonly required?: readonly number[];
}

/** An editor that a person works in, whose script is played by the test. */
class Person {
  readonly history = new History();
  #data: Data;
  #mark = 0;
  #entered: Entered = { state: untouched("0"), pending: [] };

  constructor(data: Data) {
    this.#data = data;
  }

  get rows(): Plain[][] {
    const { rows } = this.#data;
    const cells = cellsOf(this.#entered, rows.length);
    const { deleted, added } = this.#entered.state;
    const numbers = [...Array(rows.length + added.length + this.#entered.pending.length).keys()];
    return numbers
      .filter((row) => !deleted.includes(row))
      .map((row) => rows[0]!.map((_, at) => cells.get(row)?.get(at) ?? rows[row]?.[at] ?? null));
  }

  /** The first cells of all rows that are not names. */
  get values(): string {
    return this.rows.map((row) => row[this.#data.named ?? 0] ?? "-").join(" ");
  }

  set(row: number, value: Plain, column = this.#data.named ?? 0): void {
    const set = cellsOf(this.#entered, this.#data.rows.length).get(row)?.get(column);
    const from = set ?? this.#data.rows[row]?.[column];
    this.do({ cells: [{ row, column, value, from }] });
  }

  do(doing: Doing): void {
    this.#entered = this.history.do(doing, this.#table());
  }

  undo(rights: object = {}): Outcome | null {
    return this.#turned(this.history.undo(this.#table(), { ...RIGHTS, ...rights }));
  }

  redo(): Outcome | null {
    return this.#turned(this.history.redo(this.#table(), RIGHTS));
  }

  /** The script gives the editor other data, and all that was entered is told. */
  given(rows: readonly (readonly Plain[])[], state: object = {}): void {
    this.#data = { ...this.#data, rows };
    this.#entered = { state: { ...untouched(`${++this.#mark}`), ...state }, pending: [] };
  }

  /** The script gives back what it was given. */
  echoed(change: (rows: Plain[][]) => Plain[][] = (rows) => rows): void {
    this.given(change(this.rows));
  }

  #turned(outcome: Outcome | null): Outcome | null {
    if (outcome) this.#entered = outcome.entered;
    return outcome;
  }

  #table(entered = this.#entered): Table {
    const { rows, named = 0, required = [] } = this.#data;
    const form: Form = { rows: rows.length, required };
    const cells = cellsOf(entered, rows.length);
    return {
      entered,
      form,
      names: (rows[0] ?? []).map((_, at) => `${at}`),
      columns: (rows[0] ?? []).map((_, number) => ({ number, isIndex: number < named })),
      // Of the data as it is now: it is asked for again when that is another.
      textAt: (column, row) => String(cells.get(row)?.get(column) ?? rows[row]?.[column] ?? ""),
      textOf: (_, value) => String(value ?? ""),
      with: (next) => this.#table(next),
    };
  }
}

const letters = (text: string) => ({ rows: [...text].map((each) => [each]) });
const DONE = { isWhole: true };
const STUCK = { isWhole: false };

test("what was done is undone and done again, step by step", () => {
  const person = new Person(letters("WXYZ"));
  person.set(0, "1");
  person.do({ deleted: [3] });
  person.do({ added: [new Map([[0, "new"]])] });
  person.set(1, "2");
  person.set(4, "newer");
  expect(person.values).toBe("1 2 Y newer");
  const back = ["1 2 Y new", "1 X Y new", "1 X Y", "1 X Y Z", "W X Y Z"];
  for (const values of back) {
    expect(person.undo()).toMatchObject(DONE);
    expect(person.values).toBe(values);
  }
  expect(person.undo()).toBeNull();
  const forth = ["1 X Y Z", "1 X Y", "1 X Y new", "1 2 Y new", "1 2 Y newer"];
  for (const values of forth) {
    expect(person.redo()).toMatchObject(DONE);
    expect(person.values).toBe(values);
  }
  expect(person.redo()).toBeNull();
});

test("a row that is deleted comes back with what was set in it, one that was added with all", () => {
  const person = new Person(letters("WX"));
  person.set(1, "1");
  person.do({ added: [new Map([[0, "new"]])] });
  person.do({ deleted: [1, 2] });
  expect(person.values).toBe("W");
  person.undo();
  expect(person.values).toBe("W 1 new");
  person.undo();
  person.undo();
  expect(person.values).toBe("W X");
});

test("a row that lacks what it must have is a step, too", () => {
  const person = new Person({ rows: [["W", null]], required: [1] });
  person.do({ added: [new Map([[0, "new"]])] });
  person.set(1, "whole", 1);
  person.undo();
  expect(person.values).toBe("W new");
  person.undo();
  expect(person.values).toBe("W");
});

test("in data given back, steps are about their rows: where one is gone, that is said", () => {
  const person = new Person(letters("WXYZ"));
  person.set(1, "1");
  person.echoed();
  person.set(2, "2");
  person.echoed();
  person.do({ deleted: [0] });
  person.echoed();
  expect(person.values).toBe("1 2 Z");
  expect(person.undo()).toMatchObject(STUCK);
  expect(person.values).toBe("1 2 Z");
  person.undo();
  person.echoed();
  expect(person.values).toBe("1 Y Z");
  person.undo();
  expect(person.values).toBe("X Y Z");
  person.echoed();
  person.redo();
  person.redo();
  expect(person.values).toBe("1 2 Z");
});

test("a row that was added is undone in data given back, and done again", () => {
  const person = new Person(letters("WX"));
  person.do({ added: [new Map([[0, "new"]])] });
  person.echoed();
  person.set(0, "1");
  person.echoed();
  person.undo();
  person.echoed();
  expect(person.undo()).toMatchObject(DONE);
  person.echoed();
  expect(person.values).toBe("W X");
  expect(person.redo()).toMatchObject(DONE);
  expect(person.values).toBe("W X new");
});

test("a row of the data that cannot be deleted stays, and that is said", () => {
  const person = new Person(letters("WX"));
  person.do({ added: [new Map([[0, "new"]])] });
  person.echoed();
  expect(person.undo({ canDelete: false })).toMatchObject(STUCK);
  expect(person.values).toBe("W X new");
});

test("rows are found where they have moved to, by all that they hold", () => {
  const person = new Person(letters("WXYZ"));
  person.set(0, "1");
  person.echoed((rows) => [...rows].reverse());
  expect(person.values).toBe("Z Y X 1");
  person.undo();
  expect(person.values).toBe("Z Y X W");
  person.echoed((rows) => [["A"], ...rows].sort());
  person.redo();
  expect(person.values).toBe("A 1 X Y Z");
});

test("rows that have names are found by these, with what was not told yet", () => {
  const named = (text: string) => [...text].map((each) => [each, each.toUpperCase(), 0]);
  const person = new Person({ rows: named("wxyz"), named: 1 });
  person.set(0, "1");
  person.given(named("zyxw"), { cells: [[3, 1, "1"]] });
  person.undo();
  expect(person.values).toBe("Z Y X W");
  person.redo();
  expect(person.values).toBe("Z Y X 1");
  person.given(
    named("axwb").map(([name, value]) => [name!, value!, 5]),
    { cells: [[2, 1, "1"]] },
  );
  person.undo();
  expect(person.values).toBe("A X W B");
});

test("a row that a script writes into stays in its place, if it holds what was left there", () => {
  const sums = (rows: Plain[][]) => rows.map(([one]) => [one!, `${one}!`]);
  const person = new Person({ rows: sums([["W"], ["X"]]) });
  person.set(0, "1");
  person.echoed(sums);
  expect(person.undo()).toMatchObject(DONE);
  expect(person.values).toBe("W X");
  person.redo();
  person.echoed((rows) => rows.map(() => ["other", "data"]));
  expect(person.undo()).toMatchObject(STUCK);
  expect(person.values).toBe("other other");
});

test("a step is never done to another row, though that holds what was left", () => {
  const person = new Person({
    rows: [
      ["no", "W"],
      ["yes", "X"],
      ["no", "Y"],
    ],
  });
  person.set(0, "yes");
  // It is gone, another one has come, and all have moved.
  person.echoed(([, ...rest]) => [...rest, ["yes", "V"]]);
  expect(person.undo()).toMatchObject(STUCK);
  expect(person.values).toBe("yes no yes");
});

test("of several cells those that are there are set back, and it is said that some are not", () => {
  const person = new Person(letters("WXYZ"));
  person.do({
    cells: [
      { row: 0, column: 0, value: "1", from: "W" },
      { row: 2, column: 0, value: "2", from: "Y" },
    ],
  });
  person.echoed((rows) => rows.slice(1));
  expect(person.undo()).toMatchObject(STUCK);
  expect(person.values).toBe("X Y Z");
  expect(person.redo()).toMatchObject(DONE);
  expect(person.values).toBe("X 2 Z");
});

test("what was not here when it was changed is not made up", () => {
  const person = new Person(letters("W"));
  person.do({ cells: [{ row: 0, column: 0, value: "1", from: undefined }] });
  expect(person.undo()).toMatchObject(STUCK);
  expect(person.values).toBe("1");
});

test("what is done anew ends what could be done again", () => {
  const person = new Person(letters("W"));
  person.set(0, "1");
  person.undo();
  person.set(0, "2");
  expect(person.redo()).toBeNull();
});
