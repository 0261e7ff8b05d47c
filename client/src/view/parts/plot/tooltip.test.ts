import { expect, test } from "vitest";

import { tooltip } from "./tooltip";

const entry = (value: number) => ({ name: `s${value}`, color: "red", text: `${value}`, value });

test("a tooltip tells all series in their order", () => {
  const box = tooltip("Mo", [entry(1), entry(3), entry(2)]);
  expect(box.querySelector("strong")!.textContent).toBe("Mo");
  expect([...box.querySelectorAll("dd")].map((each) => each.textContent)).toEqual(["1", "3", "2"]);
});

test("of many series the greatest are told, and how many more there are", () => {
  const box = tooltip(
    "",
    Array.from({ length: 50 }, (_, value) => entry(value)),
  );
  const values = [...box.querySelectorAll("dd")].map((each) => each.textContent);
  expect(values).toHaveLength(12);
  expect(values[0]).toBe("49");
  expect(box.textContent).toContain("and 38 more");
});

test("names are text, whatever they look like", () => {
  const box = tooltip("<img>", [{ ...entry(1), name: "<b>x</b>" }]);
  expect(box.querySelector("img, b")).toBeNull();
});
