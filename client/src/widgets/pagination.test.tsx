import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { stubResizeObserver } from "../../test/observers";
import { flaws, stageWidget } from "../../test/stage";
import type { Pagination } from "../core/wire.gen";
import pagination from "./pagination";

const stage = (props: Partial<Pagination> = {}, value = 1) =>
  stageWidget(pagination, { kind: "pagination", label: "", num_pages: 20, ...props }, value);
const row = () => screen.getByRole("navigation", { name: "Pagination" });
const page = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

beforeEach(stubResizeObserver);
afterEach(() => vi.unstubAllGlobals());

it("sends the page that is clicked, and not the one that is open", async () => {
  const { user, sent } = stage();
  await user.click(page("Page 4"));
  await user.click(page("Page 4"));
  expect(sent).toEqual([4]);
  expect(page("Page 4").getAttribute("aria-current")).toBe("page");
  expect(screen.getAllByTestId("stPaginationPageActive")).toEqual([page("Page 4")]);
});

it("has a name of its own among several, in reading order", async () => {
  stage({}, 2);
  const second = stage({}, 3);
  const third = stage();
  const names = () =>
    screen.getAllByRole("navigation").map((each) => each.getAttribute("aria-label"));
  expect(names()).toEqual(["Pagination", "Pagination 2", "Pagination 3"]);
  expect(await flaws()).toEqual([]);
  second.unmount();
  expect(names()).toEqual(["Pagination", "Pagination 2"]);
  third.unmount();
});

it("goes on by its arrows, as far as there are pages, and keeps the focus", async () => {
  const { user, sent } = stage({ num_pages: 3 }, 2);
  await user.click(page("Next page"));
  await user.keyboard("{Enter} ");
  expect(sent).toEqual([3]);
  expect(document.activeElement).toBe(page("Next page"));
  expect(page("Next page").getAttribute("aria-disabled")).toBe("true");
  await user.click(page("Previous page"));
  await user.click(page("Previous page"));
  await user.click(page("Previous page"));
  expect(sent).toEqual([3, 2, 1]);
});

it("leaves out what there is no place for", () => {
  const { override, rerun } = stage();
  expect(row().textContent).toBe("12345…20");
  override(10);
  expect(row().textContent).toBe("1…91011…20");
  rerun({ max_visible_pages: 0 });
  expect(row().textContent).toBe("");
  expect(row().children).toHaveLength(2);
  rerun({ max_visible_pages: null });
  expect(row().children).toHaveLength(22);
});

it("shows as many as there is room for", () => {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(36 * 7 + 4 * 6);
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(36);
  vi.spyOn(HTMLElement.prototype, "offsetLeft", "get").mockImplementation(function (
    this: HTMLElement,
  ) {
    return 40 * [...this.parentElement!.children].indexOf(this);
  });
  stage({}, 10);
  expect(row().textContent).toBe("1…10…20");
  vi.restoreAllMocks();
});

it("cannot be used when it is disabled", async () => {
  const { user, sent } = stage({ disabled: true });
  for (const each of screen.getAllByRole("button")) await user.click(each);
  expect(sent).toEqual([]);
});

it("has nothing that axe objects to", async () => {
  stage({}, 10);
  expect(await flaws()).toEqual([]);
});
