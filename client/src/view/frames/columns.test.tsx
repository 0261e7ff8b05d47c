/** Columns: which are shown, in which order and how, by the script and by who looks at them. */

import { describe, expect, it } from "vitest";

import type { Frame, FrameColumn } from "../../core/wire.gen";
import { choices, idsOf, shownColumns, type Arrangement, type Script } from "./columns";

const plain: Script = { order: null, hide_index: null, selectsRows: false };

function frameOf(...columns: (Partial<FrameColumn> & { name: string })[]): Frame {
  return { rows: 0, blocks: [], columns: columns.map((each) => ({ kind: "text", ...each })) };
}

const frame = frameOf({ name: "", kind: "integer", is_index: true }, { name: "a" }, { name: "b" });

function names(of: Frame, script: Partial<Script> = {}, by: Arrangement = {}): string[] {
  return shownColumns(of, { ...plain, ...script }, by).map(({ name }) => name);
}

describe("the columns of a table", () => {
  it("are its index and all others, or those that the script wants, in its order", () => {
    expect(names(frame)).toEqual(["", "a", "b"]);
    expect(names(frame, { order: [2, 1] })).toEqual(["", "b", "a"]);
    expect(names(frame, { hide_index: true })).toEqual(["a", "b"]);
  });

  it("have no index that only counts, if rows are selected by boxes", () => {
    expect(names(frame, { selectsRows: true })).toEqual(["a", "b"]);
    expect(names(frame, { selectsRows: true, hide_index: false })).toEqual(["", "a", "b"]);
    const named = frameOf({ name: "id", kind: "integer", is_index: true }, { name: "a" });
    expect(names(named, { selectsRows: true })).toEqual(["id", "a"]);
  });

  it("begin with those that are pinned, by the script or by a person", () => {
    const pinned = frameOf({ name: "a" }, { name: "b", options: { pinned: true } }, { name: "c" });
    expect(names(pinned)).toEqual(["b", "a", "c"]);
    expect(names(pinned, {}, { pinned: { c: true, b: false } })).toEqual(["c", "a", "b"]);
  });

  it("can be hidden, and brought back if the script hides them", () => {
    const hidden = frameOf({ name: "a", options: { hidden: true } }, { name: "b" });
    expect(names(hidden)).toEqual(["b"]);
    expect(names(hidden, {}, { hidden: { a: false, b: true } })).toEqual(["a"]);
    expect(choices(hidden, plain, {}).map(([{ name }, isShown]) => [name, isShown])).toEqual([
      ["a", false],
      ["b", true],
    ]);
  });

  it("stand where a person has moved them; new ones come behind", () => {
    expect(names(frame, {}, { order: ["b", "a"], pinned: { "\u001f": false } })).toEqual([
      "b",
      "a",
      "",
    ]);
  });

  it("are told apart if they are called alike", () => {
    const alike = frameOf({ name: "a" }, { name: "a" }, { name: "a", groups: ["x"] });
    expect(new Set(idsOf(alike)).size).toBe(3);
    const [first, second] = idsOf(alike);
    expect(names(alike, {}, { hidden: { [second!]: true } })).toEqual(["a", "a"]);
    expect(first).toBe("a");
  });

  it("are shown as they are written, unless the script or a person says otherwise", () => {
    const numbers = frameOf(
      { name: "n", kind: "number", options: { format: "percent", label: "Share", width: "small" } },
      { name: "ok", kind: "boolean" },
      { name: "d", kind: "integer", options: { type: "text" } },
    );
    const [share, ok, text] = shownColumns(numbers, plain, { formats: { n: "dollar" } });
    expect(share).toMatchObject({ title: "Share", kind: "number", align: "right", width: 75 });
    expect(share!.options.format).toBe("dollar");
    expect(ok).toMatchObject({ kind: "checkbox", align: "center", width: null });
    expect(text).toMatchObject({ kind: "text", align: "right" });
  });
});
