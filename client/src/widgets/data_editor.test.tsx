/** Data editor: what is typed and pasted into a table, and what is said; the drawing is tested in a browser. */

import { act, screen } from "@testing-library/react";
import { int64, utf8 } from "@uwdata/flechette";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { frameOf, type TestColumn } from "../../test/frames";
import { flaws, stageWidget } from "../../test/stage";
import type { EditState } from "../view/frames/edits";
import type { Editing, GridProps } from "../view/parts/grid/view";
import dataEditor from "./data_editor";

/** What the grid was last given: jsdom has no canvas to draw on. */
let grid: GridProps;

vi.mock("../view/parts/grid/glide", () => ({
  default: (props: GridProps) => {
    grid = props;
    return null;
  },
}));

const CHOICE = {
  options: {
    type: "selectbox",
    required: true,
    options: [{ value: "x" }, { value: "y" }, { value: "z" }],
  },
} as TestColumn[4];

const frame = frameOf([
  ["size", "text", ["x", "y", "z"], utf8(), CHOICE],
  ["count", "integer", [1n, 2n, 3n], int64()],
]);

const NOTHING: EditState = { mark: "m", cells: [], added: [], deleted: [] };

function stage(rest: object = {}, value: EditState | null = NOTHING) {
  return stageWidget(dataEditor, { kind: "data_editor", frame, mark: "m", ...rest }, value);
}

function editing(): Editing {
  return grid.editing!;
}

/** The texts of a column, from the top. */
function texts(column: number): string[] {
  return Array.from({ length: grid.rows }, (_, row) => {
    const cell = grid.getCell(column, row);
    return cell.kind === "text" ? cell.text : cell.kind;
  });
}

function paste(column: number, row: number, lines: string[][]) {
  act(() => editing().paste(grid, [column, row], lines));
}

beforeEach(() => {
  const never = { matches: false, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal("matchMedia", () => never);
});

describe("a table that is edited", () => {
  it("is as high as its rows, and has room for one more where rows are added", () => {
    const { rerun } = stage();
    const box = screen.getByTestId("stDataFrameResizable");
    expect(box.style.height).toBe(`${36 + 3 * 35 + 2}px`);
    rerun({ num_rows: "dynamic" });
    expect(box.style.height).toBe(`${36 + 4 * 35 + 2}px`);
    rerun({ num_rows: "delete" });
    expect(box.style.height).toBe(`${36 + 3 * 35 + 2}px`);
  });

  it("shows and sends a cell at once, and nothing if it is what it was", () => {
    const { sent } = stage();
    act(() => editing().change([{ column: 1, row: 1, value: 2 }]));
    expect(sent).toEqual([]);
    act(() => editing().change([{ column: 1, row: 1, value: 7 }]));
    expect(sent).toEqual([{ ...NOTHING, cells: [[1, 1, 7]] }]);
    expect(texts(1)).toEqual(["1", "7", "3"]);
  });

  it("goes back and forth by a step", () => {
    const { sent } = stage();
    act(() => editing().change([{ column: 1, row: 0, value: 7 }]));
    act(() => editing().undo());
    expect(sent.at(-1)).toEqual({ ...NOTHING, cells: [[0, 1, 1]] });
    act(() => editing().redo());
    expect(texts(1)).toEqual(["7", "2", "3"]);
  });

  it("takes back what was done to rows, and says what it cannot", () => {
    const { sent, rerun, override } = stage({ num_rows: "dynamic" });
    act(() => editing().deleteRows!([0]));
    act(() => editing().change([{ column: 1, row: 0, value: 7 }]));
    act(() => editing().undo());
    act(() => editing().undo());
    expect(sent.at(-1)).toMatchObject({ deleted: [] });
    expect(texts(1).slice(0, 3)).toEqual(["1", "2", "3"]);
    act(() => editing().redo());
    expect(texts(1).slice(0, 2)).toEqual(["2", "3"]);
    // The script gives back what it was given, but for its order.
    const given = frameOf([
      ["size", "text", ["z", "y"], utf8(), CHOICE],
      ["count", "integer", [3n, 2n], int64()],
    ]);
    rerun({ frame: given, mark: "n" });
    act(() => override({ ...NOTHING, mark: "n" }));
    act(() => editing().redo());
    expect(texts(1).slice(0, 2)).toEqual(["3", "7"]);
    act(() => editing().undo());
    expect(texts(1).slice(0, 2)).toEqual(["3", "2"]);
    act(() => editing().undo());
    screen.getByText(/^That step can no longer be undone/);
    act(() => editing().change([{ column: 1, row: 0, value: 8 }]));
    expect(screen.queryByText(/no longer/)).toBeNull();
  });

  it("cannot be edited where the script says so", () => {
    stage({ disabled: true });
    expect(editing().editorOf(1, 0)).toBeNull();
    expect(editing().addRows).toBeNull();
    expect(grid.columns.map(({ isEditable }) => isEditable)).toEqual([false, false]);
  });

  it("has rows added at its end, which count once they have what they must have", async () => {
    const { sent, user } = stage({ num_rows: "add" });
    await user.click(screen.getByRole("button", { name: "Add row" }));
    expect(sent).toEqual([]);
    screen.getByText("A row that was added counts once it has a value in “size”.");
    act(() => editing().change([{ column: 0, row: 3, value: "x" }]));
    expect(sent).toEqual([{ ...NOTHING, added: [[1, [[0, "x"]]]] }]);
  });

  it("has the rows deleted that are chosen", async () => {
    const { sent, user } = stage({ num_rows: "dynamic" });
    act(() => grid.choose({ rows: [0, 2], columns: [], cells: [] }));
    await user.click(screen.getByRole("button", { name: "Delete rows" }));
    expect(sent).toEqual([{ ...NOTHING, deleted: [0, 2] }]);
    expect(texts(0).slice(0, 1)).toEqual(["y"]);
  });

  it("is not edited before what was entered elsewhere is brought onto its data", () => {
    const { sent, override } = stage({ num_rows: "add" }, { ...NOTHING, mark: "l" });
    expect(texts(1)).toEqual(["1", "2", "3"]);
    expect(editing().editorOf(1, 0)).toBeNull();
    expect(editing().addRows).toBeNull();
    act(() => override({ ...NOTHING, cells: [[1, 1, 7]] }));
    expect(texts(1)).toEqual(["1", "7", "3"]);
    act(() => editing().change([{ column: 1, row: 0, value: 8 }]));
    expect(sent.at(-1)).toMatchObject({
      mark: "m",
      cells: [
        [0, 1, 8],
        [1, 1, 7],
      ],
    });
  });

  it("stays as it was edited until what it was given is brought onto other data", () => {
    const { rerun } = stage({}, { ...NOTHING, cells: [[0, 1, 9]] });
    rerun({ mark: "n", frame: frameOf([["size", "text", ["q"], utf8()]]) });
    expect(texts(1)).toEqual(["9", "2", "3"]);
  });
});

describe("what cannot be entered", () => {
  it("is said of what is pasted, and the rest is taken", async () => {
    const { sent, user } = stage();
    paste(0, 0, [["y"], ["nonsense"], ["x"]]);
    expect(sent).toEqual([
      {
        ...NOTHING,
        cells: [
          [0, 0, "y"],
          [2, 0, "x"],
        ],
      },
    ]);
    screen.getByText(/^A text that you pasted was not taken/);
    expect(screen.getByRole("listitem").textContent).toMatch(/^“nonsense” in “size”: /);
    expect(await flaws()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByText(/not taken/)).toBeNull();
  });

  it("is said of what stands beyond the table, and forgotten with the next change", () => {
    stage();
    paste(1, 2, [
      ["5", "6"],
      ["7", ""],
    ]);
    expect(screen.getAllByRole("listitem").map((each) => each.textContent)).toEqual([
      "“6”: The table ends before it",
      "“7”: The table ends before it",
    ]);
    act(() => editing().change([{ column: 1, row: 0, value: 8 }]));
    expect(screen.queryByText(/not taken/)).toBeNull();
  });

  it("is no row if it is the end of the last line, as spreadsheets copy it", () => {
    const { sent } = stage({ num_rows: "dynamic" });
    paste(0, 1, [["x"], ["y"], ["z"], [""]]);
    expect(texts(0)).toEqual(["x", "x", "y", "z"]);
    expect(sent.at(-1)).toMatchObject({ added: [[1, [[0, "z"]]]] });
    expect(screen.queryByText(/not taken/)).toBeNull();
  });

  it("is said of what must have a value and was to be emptied", async () => {
    const { sent } = stage();
    act(() =>
      editing().change([
        { column: 0, row: 0, value: null },
        { column: 1, row: 0, value: null },
      ]),
    );
    expect(sent).toEqual([{ ...NOTHING, cells: [[0, 1, null]] }]);
    screen.getByText(/^A cell was not emptied/);
    expect(screen.getByRole("listitem").textContent).toBe("“size”: This cell cannot be empty");
    expect(await flaws()).toEqual([]);
  });

  it("is counted where it is much", () => {
    stage();
    paste(1, 0, [["a"], ["b"], ["c"], ["d"], ["e"], ["f"], ["g"]]);
    screen.getByText(/^7 texts that you pasted were not taken/);
    screen.getByText("and 2 more");
  });

  it("is kept and said of a cell that was left, and may be dropped", async () => {
    const { user } = stage();
    act(() => editing().editorOf(1, 0)!.keep!("12x", "This is no number"));
    screen.getByText(/^“12x” was not entered in “count”: This is no number/);
    await user.click(screen.getByRole("button", { name: "Discard" }));
    expect(screen.queryByText(/was not entered/)).toBeNull();
  });
});

describe("what is half typed", () => {
  it("stays with its cell when the data is what was made of it", () => {
    const { rerun, override } = stage({ num_rows: "dynamic" }, { ...NOTHING, deleted: [0] });
    act(() => editing().editorOf(1, 1)!.keep!("4", "Not yet"));
    const fed = frameOf([
      ["size", "text", ["y", "z"], utf8(), CHOICE],
      ["count", "integer", [2n, 3n], int64()],
    ]);
    rerun({ mark: "n", frame: fed });
    act(() => override({ ...NOTHING, mark: "n" }));
    screen.getByText(/^“4” was not entered/);
    expect(editing().editorOf(1, 1)!.draft).toBe("4");
    expect(editing().editorOf(1, 0)!.draft).toBeNull();
  });

  it("is no more when there are other rows", () => {
    const { rerun, override } = stage();
    act(() => editing().editorOf(1, 1)!.keep!("4", "Not yet"));
    rerun({ mark: "n", frame: frameOf([["size", "text", ["q"], utf8()]]) });
    act(() => override({ ...NOTHING, mark: "n" }));
    expect(screen.queryByText(/was not entered/)).toBeNull();
  });
});
