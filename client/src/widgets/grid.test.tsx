import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";
import { flaws } from "../../test/stage";

beforeEach(() => stubMedia());

const drawn = (props: object = {}) => insert("g", { kind: "grid", ...props } as Drawn);
const text = (body: string, parent = "g", after = "") =>
  insert(body, { kind: "text", body }, parent, after);

async function open(props: object, ...others: Parameters<typeof openPage>) {
  const page = openPage(drawn(props), ...others);
  await screen.findByTestId("stGrid");
  return page;
}

const style = () => screen.getByTestId("stGrid").style;
const cells = () => screen.getAllByTestId("stGridCell");

it("puts each element into a cell of its own, in order", async () => {
  const { says } = await open({ border: true, key: "cards" }, text("a"), text("b", "g", "a"));
  expect(cells().map((cell) => cell.textContent)).toEqual(["a", "b"]);
  expect(cells()[0]!.className).toContain("st-border");
  expect(screen.getByTestId("stGrid").className).toContain("st-key-cards");
  says(["edits", [["remove", ["a"]]]]);
  expect(cells().map((cell) => cell.textContent)).toEqual(["b"]);
  expect(await flaws()).toEqual([]);
});

it("has at most so many columns, none narrower than the least", async () => {
  await open({ columns: 3, min_column_width: 150, column_gap: null, row_gap: "large" });
  expect(style().gridTemplateColumns).toContain("max(150px, (100% - 2 * 0px) / 3)");
  expect(style().gap).toBe("4rem 0px");
});

it("that does not wrap keeps its columns, and scrolls", async () => {
  await open({ columns: 4, wrap: false, dense: true, row_height: 80 });
  expect(style().gridTemplateColumns).toBe("repeat(4, minmax(12.5rem, 1fr))");
  expect(style().gridAutoRows).toBe("80px");
  expect(style().gridAutoFlow).toBe("dense");
  expect(screen.getByTestId("stGridScrollBody")).toBeDefined();
});

it("has cells that are larger, but no wider than itself", async () => {
  await open(
    { columns: 2 },
    insert("c", { kind: "grid_cell", column_span: 5, row_span: 2 } as Drawn, "g"),
    text("inside", "c"),
    insert("all", { kind: "grid_cell", column_span: "all" } as Drawn, "g", "c"),
  );
  await screen.findByText("inside");
  expect(cells()[0]!.style.gridColumn).toBe("span 2");
  expect(cells()[0]!.style.gridRow).toBe("span 2");
  expect(cells()[1]!.style.gridColumn).toBe("1 / -1");
});
