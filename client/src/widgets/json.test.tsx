import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import widget from "./json";
import { componentOf } from "../../test/stage";

const Json = componentOf(widget);

function draw(value: unknown, expanded: boolean | number = true): HTMLElement {
  const body = typeof value === "string" ? value : JSON.stringify(value);
  return render(<Json props={{ kind: "json", body, expanded }} />).container;
}

test("data is shown with its names and kinds", () => {
  const root = draw({ name: "A\n", list: [1, null], ok: true, none: {} });
  expect(root.querySelector(".st-json-string")!.textContent).toBe('"A\\n"');
  expect(root.querySelector(".st-json-null")!.textContent).toBe("null");
  expect(root.querySelector(".st-json-boolean")!.textContent).toBe("true");
  expect(root.textContent).toBe('{"name": "A\\n""list": [0: 11: null]"ok": true"none": {}}');
});

test.each([
  [true, 3],
  [false, 0],
  [1, 1],
  [2, 2],
])("expanded=%j opens %i levels", (expanded, levels) => {
  const root = draw({ a: { b: { c: 1 } } }, expanded);
  expect(root.querySelectorAll("details[open]")).toHaveLength(levels);
});

test("what is folded is drawn when it is opened", () => {
  const root = draw({ a: ["deep"] }, false);
  expect(root.textContent).not.toContain("deep");
  const fold = root.querySelector("details")!;
  fold.open = true;
  fireEvent(fold, new Event("toggle"));
  expect(root.textContent).toContain("a");
  expect(root.querySelector(".st-json-count")!.textContent).toBe("1");
});

test("a long list stands in groups of a hundred", () => {
  const root = draw(Array.from({ length: 250 }, (_, index) => `item ${index}`));
  const groups = [...root.querySelectorAll("summary")].map((line) => line.textContent);
  expect(groups).toEqual(["[", "0 – 99 ", "100 – 199 100", "200 – 249 50"]);
  expect(root.textContent).toContain("item 99");
  expect(root.textContent).not.toContain("item 100");
});

test("a text that is not JSON is shown as it is", () => {
  expect(draw("{nope").querySelector("pre")!.textContent).toBe("{nope");
});

test("a single value stands alone", () => {
  draw("3");
  expect(screen.getByTestId("stJson").textContent).toBe("3");
});
