import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Image } from "../core/wire.gen";
import image from "./image";

const ONE = "_stcore/media/12ab.png";
const stage = (props: Partial<Image> = {}) =>
  stageWidget(image, { kind: "image", sources: [ONE], width: "content", ...props }, null);
const pictures = () => [...document.querySelectorAll("img")];

it("has room for the picture before it is there", () => {
  stage({ sizes: [[60, 40]] });
  const [picture] = pictures();
  expect(picture!.getAttribute("src")).toBe(ONE);
  expect([picture!.getAttribute("width"), picture!.getAttribute("height")]).toEqual(["60", "40"]);
  expect(picture!.getAttribute("loading")).toBe("lazy");
});

it("is as wide as the script says", () => {
  const { rerun } = stage({ pixels: 200, sizes: [[60, 40]] });
  expect(pictures()[0]!.style.width).toBe("200px");
  expect(screen.getByTestId("stImageContainer").style.width).toBe("200px");
  rerun({ width: "stretch", pixels: null });
  expect(pictures()[0]!.style.width).toBe("");
  expect(screen.getByTestId("stImage").dataset.width).toBe("stretch");
});

it("is called as its caption says, unless it has a text of its own", async () => {
  stage({
    sources: [ONE, ONE, ONE],
    captions: ["A *cat*", "A dog", ""],
    alts: [null, "Rex", null],
  });
  expect(screen.getByRole("img", { name: "A cat" })).toBe(pictures()[0]);
  expect(screen.getByRole("img", { name: "Rex" })).toBe(pictures()[1]);
  expect(pictures()[2]!.getAttribute("alt")).toBe("");
  expect(screen.getAllByTestId("stImageCaption").map((each) => each.textContent)).toEqual([
    "A cat",
    "A dog",
  ]);
  expect(await flaws()).toEqual([]);
});

it("leads where the link says, and nowhere that is not safe", () => {
  const { rerun } = stage({ link: "https://x.org/", captions: ["A cat"] });
  const link = screen.getByRole<HTMLAnchorElement>("link", { name: "A cat" });
  expect([link.href, link.target, link.rel]).toEqual(["https://x.org/", "_blank", "noreferrer"]);
  expect(link).toBe(screen.getByTestId("stImageLink"));
  expect(within(link).queryAllByRole("img")).toHaveLength(1);
  rerun({ link: "javascript:pwned()" });
  expect(screen.queryByTestId("stImageLink")).toBeNull();
});

it("says that a picture cannot come, and tries again when it is told to", async () => {
  stage({ sizes: [[60, 40]], alts: ["A cat"] });
  fireEvent.error(pictures()[0]!);
  const box = screen.getByTestId("stImageBroken");
  expect(box.textContent).toContain("“A cat” could not be loaded.");
  expect(box.style.aspectRatio).toBe("60 / 40");
  expect(await flaws()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(pictures()).toHaveLength(1);
  expect(screen.queryByTestId("stImageBroken")).toBeNull();
});

it("asks once more by itself for a picture of the app, and never again", () => {
  vi.useFakeTimers();
  try {
    const { rerun } = stage();
    fireEvent.error(pictures()[0]!);
    expect(pictures()).toHaveLength(0);
    act(() => vi.advanceTimersByTime(3000));
    fireEvent.error(pictures()[0]!);
    act(() => vi.advanceTimersByTime(60_000));
    expect(pictures()).toHaveLength(0);
    rerun({ sources: ["https://x.org/a.png"] });
    fireEvent.error(pictures()[0]!);
    act(() => vi.advanceTimersByTime(60_000));
    expect(pictures()).toHaveLength(0);
  } finally {
    vi.useRealTimers();
  }
});

it("tries another picture when the script has another", () => {
  const { rerun } = stage();
  fireEvent.error(pictures()[0]!);
  expect(pictures()).toHaveLength(0);
  rerun({ sources: ["_stcore/media/34cd.png"] });
  expect(pictures()[0]!.getAttribute("src")).toBe("_stcore/media/34cd.png");
});

it("shows nothing of an address that is none of a picture", () => {
  stage({ sources: ["data:text/html,<script>pwned()</script>"] });
  expect(pictures()).toHaveLength(0);
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

it("is shown over the whole page, until it is closed", async () => {
  stage({ alts: ["A cat"] });
  await userEvent.click(screen.getByRole("button", { name: "Fullscreen: A cat" }));
  const dialog = screen.getByRole("dialog", { name: "A cat" });
  expect(within(dialog).getByRole("img", { name: "A cat" })).toBeDefined();
  await userEvent.click(within(dialog).getByRole("button", { name: "Close fullscreen" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("has no toolbar where there is no picture", () => {
  stage({ sources: [] });
  expect(screen.queryByRole("button")).toBeNull();
});
