import { expect, it } from "vitest";

import { pagesShown } from "./pages";

const shown = (current: number, count: number, room: number) =>
  pagesShown(current, count, room)
    .map((page) => page ?? "…")
    .join(" ");

it.each([
  [1, 20, 7, "1 2 3 4 5 … 20"],
  [4, 20, 7, "1 2 3 4 5 … 20"],
  [5, 20, 7, "1 … 4 5 6 … 20"],
  [16, 20, 7, "1 … 15 16 17 … 20"],
  [17, 20, 7, "1 … 16 17 18 19 20"],
  [20, 20, 7, "1 … 16 17 18 19 20"],
  [4, 8, 7, "1 2 3 4 5 … 8"],
  [3, 7, 7, "1 2 3 4 5 6 7"],
  [1, 1, 7, "1"],
  [10, 20, 10, "1 … 8 9 10 11 12 13 … 20"],
  [17, 20, 8, "1 … 15 16 17 18 19 20"],
  [10, 20, 6, "1 … 10 11 … 20"],
  [4, 20, 5, "1 … 4 … 20"],
  [3, 20, 5, "1 2 3 … 20"],
  [1, 20, 5, "1 2 3 … 20"],
  [10, 20, 4, "10 … 20"],
  [20, 20, 3, "1 … 20"],
  [19, 20, 3, "19 20"],
  [10, 20, 2, "10"],
  [20, 20, 1, "20"],
  [3, 20, 0, ""],
  [1, 1, 0, ""],
])("of page %d of %d with room for %d it shows %s", (current, count, room, expected) => {
  expect(shown(current, count, room)).toBe(expected);
});

it("never takes more room than there is, always has the current page, and no gap for one page", () => {
  for (let count = 1; count <= 14; count += 1)
    for (let room = 1; room <= 15; room += 1)
      for (let current = 1; current <= count; current += 1) {
        const pages = pagesShown(current, count, room);
        expect(pages.length).toBeLessThanOrEqual(room);
        expect(pages).toContain(current);
        pages.forEach((page, place) => {
          if (page !== null) return;
          expect(pages[place + 1]! - pages[place - 1]!).toBeGreaterThan(room < 5 ? 1 : 2);
        });
      }
});
