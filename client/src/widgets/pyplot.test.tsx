import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Pyplot } from "../core/wire.gen";
import pyplot from "./pyplot";

const ONE = "_stcore/media/12ab.png";
const stage = (props: Partial<Pyplot> = {}) =>
  stageWidget(pyplot, { kind: "pyplot", source: ONE, sizes: [[1280, 960]], ...props }, null);
const picture = () => document.querySelector("img")!;

it("has room for the picture before it is there", async () => {
  stage({ title: "Sales by Year" });
  expect(screen.getByRole("img", { name: "Sales by Year" })).toBe(picture());
  expect(picture().getAttribute("src")).toBe(ONE);
  expect([picture().getAttribute("width"), picture().getAttribute("height")]).toEqual([
    "1280",
    "960",
  ]);
  expect(await flaws()).toEqual([]);
});

it.each([
  [null, "", "Figure"],
  [null, "Sales", "Sales"],
  ["Mine", "Sales", "Mine"],
  ["", "Sales", ""],
])("with alt %j and the title %j is called %j", (alt, title, name) => {
  stage({ alt, title });
  expect(picture().alt).toBe(name);
});

it("shows the one before until the next is there, and asks again for one that did not come", () => {
  const { rerun } = stage({ alt: "Mine" });
  const before = picture();
  rerun({ source: "_stcore/media/34cd.png" });
  expect(picture()).toBe(before);
  fireEvent.error(picture());
  expect(screen.getByTestId("stImageBroken").textContent).toMatch(/“Mine” could not be loaded/);
  rerun({ source: ONE });
  expect(picture().getAttribute("src")).toBe(ONE);
});

it("is saved under its name", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("png")));
  URL.createObjectURL = () => "blob:1";
  URL.revokeObjectURL = () => {};
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
  const { user } = stage({ title: "Sales by Year!" });
  await user.click(screen.getByRole("button", { name: "Download as PNG: Sales by Year!" }));
  await waitFor(() => expect(saved).toEqual(["sales-by-year.png"]));
});

it("is seen on the whole page until that is closed", async () => {
  const { user } = stage({ alt: "Mine" });
  await user.click(screen.getByRole("button", { name: "Fullscreen: Mine" }));
  const whole = within(screen.getByRole("dialog", { name: "Mine" }));
  whole.getByRole("img", { name: "Mine" });
  expect(await flaws()).toEqual([]);
  await user.click(whole.getByRole("button", { name: "Close fullscreen" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("shows the table behind it, and the picture again (Y01)", async () => {
  const table = { columns: ["series", "x", "y"], rows: [["one", 0, 1.5]], count: 2000 };
  const fetched = vi.fn(() => Promise.resolve(new Response(JSON.stringify(table))));
  vi.stubGlobal("fetch", fetched);
  const { user, rerun } = stage({ title: "Sales", data: "_stcore/media/data.json" });
  await user.click(screen.getByRole("button", { name: "Show data: Sales" }));
  const shown = await screen.findByRole("table", { name: "Data of Sales" });
  expect(
    within(shown)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  ).toEqual(["one", "0", "1.5"]);
  expect(screen.getByText("The first 1 of 2,000 rows")).not.toBeNull();
  expect(screen.getByRole("button", { name: "Download as CSV" })).not.toBeNull();
  expect(await flaws()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Show chart: Sales" }));
  expect(picture().alt).toBe("Sales");
  await user.click(screen.getByRole("button", { name: "Show data: Sales" }));
  await screen.findByRole("table");
  rerun({ source: ONE, title: "Sales", data: "_stcore/media/other.json" });
  expect(picture().alt).toBe("Sales");
  expect(fetched).toHaveBeenCalledTimes(2);
});

it("has no table if there is none, and says if it does not come", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
  const { user, rerun } = stage();
  expect(screen.queryByRole("button", { name: /^Show data/ })).toBeNull();
  rerun({ source: ONE, data: "_stcore/media/data.json" });
  await user.click(screen.getByRole("button", { name: /^Show data/ }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/could not be loaded/);
});
