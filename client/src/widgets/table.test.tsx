import { render, screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";

import { componentOf, flaws } from "../../test/stage";
import table from "./table";

beforeEach(() => {
  document.adoptedStyleSheets = [];
});

const Table = componentOf(table);
const cells = () => [...document.querySelectorAll("tbody > tr")].map(textsOf);
const textsOf = (row: Element) => [...row.children].map((cell) => cell.textContent);

it("has headers of rows and columns, and writes cells by what they are", async () => {
  const columns = [
    { names: [""], cells: ["x", "y"], is_index: true },
    { names: ["**Text**"], cells: [":red[a]", null] },
    { names: ["Plain"], cells: ["*b*", true], kind: "plain" as const },
    { names: ["Whole"], cells: [1234567, "9223372036854775808"], kind: "integer" as const },
    { names: ["Part"], cells: [1234.5, 0.00000123], kind: "number" as const },
  ];
  render(<Table props={{ kind: "table", columns, rows: 2, alt: "Numbers" }} />);
  const drawn = within(screen.getByRole("table", { name: "Numbers" }));
  expect(drawn.getAllByRole("columnheader").map((cell) => cell.textContent)).toEqual([
    "Text",
    "Plain",
    "Whole",
    "Part",
  ]);
  expect(drawn.getAllByRole("rowheader").map((cell) => cell.textContent)).toEqual(["x", "y"]);
  expect(cells()).toEqual([
    ["x", "a", "*b*", "1234567", "1,234.5000"],
    ["y", "", "true", "9223372036854775808", "1.2300e-6"],
  ]);
  expect(drawn.getByText("a").getAttribute("data-color")).toBe("red");
  expect(drawn.getByText("1234567").dataset.right).toBe("true");
  expect(await flaws()).toEqual([]);
});

it("has one header for neighbours below the same one", () => {
  const columns = [
    { names: ["", "row"], cells: ["r"], is_index: true },
    { names: ["X", "a"], cells: [1] },
    { names: ["X", "b"], cells: [2] },
    { names: ["Y", "b"], cells: [3] },
  ];
  render(<Table props={{ kind: "table", columns, rows: 1 }} />);
  const head = [...document.querySelectorAll("thead > tr")];
  expect(head.map(textsOf)).toEqual([
    ["", "X", "Y"],
    ["row", "a", "b", "b"],
  ]);
  expect(screen.getByRole("columnheader", { name: "X" }).getAttribute("colspan")).toBe("2");
});

it("says that it is empty, and that there is more", () => {
  const { rerender } = render(<Table props={{ kind: "table", columns: [], rows: 0 }} />);
  expect(cells()).toEqual([["empty"]]);
  const columns = [{ names: ["a"], cells: [1] }];
  rerender(<Table props={{ kind: "table", columns, rows: 1, rest: 1200, hide_header: true }} />);
  expect(screen.queryByRole("columnheader")).toBeNull();
  expect(screen.getByText("1,200 more rows")).toBeTruthy();
  rerender(<Table props={{ kind: "table", columns, rows: 1, rest: -1 }} />);
  expect(screen.getByText("There are more rows")).toBeTruthy();
});

it("is drawn as a Styler says, and no longer than it says so", async () => {
  const columns = [{ names: ["a"], cells: ["1", "2"], styles: [1, 0], name_style: 2, number: 3 }];
  const css = ["background-color: rgb(255, 255, 0);", "color: teal;"];
  const rules = [{ selector: "td.col3", css: "font-style: italic;" }];
  const props = { kind: "table", columns, rows: 2, caption: "Two rows" } as const;
  const { rerender } = render(<Table props={{ ...props, css, rules }} />);
  const one = screen.getByText("1");
  expect(one.style.backgroundColor).toBe("rgb(255, 255, 0)");
  expect(one.style.color).toBe("rgb(28, 36, 48)"); // which can be read on it
  expect(screen.getByText("2").style.cssText).toBe("");
  expect(screen.getByRole("columnheader").style.color).toBe("teal");
  expect(one.className).toBe("data row0 col3");
  expect(document.adoptedStyleSheets[0]?.cssRules[0]?.cssText).toContain("td.col3");
  expect(screen.getByRole("table", { name: "Two rows" })).toBeTruthy();
  expect(await flaws()).toEqual([]);
  rerender(<Table props={props} />);
  expect(screen.getByText("1").style.cssText).toBe("");
  expect(document.adoptedStyleSheets).toHaveLength(0);
});

it("can be scrolled by the keyboard if it is no higher than the script says", () => {
  const columns = [{ names: ["a"], cells: [1] }];
  render(<Table props={{ kind: "table", columns, rows: 1, height: 150, alt: "Numbers" }} />);
  const box = screen.getByTestId("stTable");
  expect(box.style.maxHeight).toBe("150px");
  expect(box.tabIndex).toBe(0);
});
