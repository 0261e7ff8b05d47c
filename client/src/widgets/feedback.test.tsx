import { screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Feedback } from "../core/wire.gen";
import feedback from "./feedback";

const stage = (props: Partial<Feedback> = {}, value: number | null = null) =>
  stageWidget(feedback, { kind: "feedback", label: "", ...props }, value);
const ratings = () => screen.getAllByRole<HTMLButtonElement>("radio");
const names = () => ratings().map((each) => each.getAttribute("aria-label"));
const chosen = () => ratings().map((each) => each.getAttribute("aria-checked") === "true");

it("has a thumb that is up, which is 1, and one that is down, which is 0", async () => {
  const { user, sent } = stage();
  expect(names()).toEqual(["Thumbs up", "Thumbs down"]);
  for (const each of ratings()) await user.click(each);
  expect(sent).toEqual([1, 0]);
  expect(chosen()).toEqual([false, true]);
});

it.each(["faces", "stars"] as const)("has five %s, which are 0 to 4", async (options) => {
  const { user, sent } = stage({ options });
  for (const each of ratings()) await user.click(each);
  expect(sent).toEqual([0, 1, 2, 3, 4]);
});

it("is taken back by choosing it again", async () => {
  const { user, sent } = stage({ options: "faces" }, 2);
  await user.click(ratings()[2]!);
  expect(sent).toEqual([null]);
  expect(chosen()).not.toContain(true);
});

it("lights all stars up to the one that is chosen", () => {
  const { override } = stage({ options: "stars" }, 1);
  expect(screen.getAllByTestId("stFeedbackButtonActive")).toEqual(ratings().slice(0, 2));
  override(null);
  expect(screen.queryAllByTestId("stFeedbackButtonActive")).toEqual([]);
});

it("is one stop for Tab, in which keys move the focus and Space rates", async () => {
  const { user, sent } = stage({ options: "stars" }, 2);
  await user.tab();
  expect(document.activeElement).toBe(ratings()[2]);
  await user.keyboard("{ArrowRight}{ArrowDown}{ArrowRight}");
  expect(document.activeElement).toBe(ratings()[0]);
  await user.keyboard("{ArrowLeft}{ArrowUp}{Home}{End}");
  expect(document.activeElement).toBe(ratings()[4]);
  expect(sent).toEqual([]);
  await user.keyboard(" ");
  expect(sent).toEqual([4]);
  await user.tab();
  expect(document.activeElement).toBe(document.body);
});

it("goes the other way in what is read from right to left", async () => {
  const { user } = stage({ options: "stars" });
  screen.getByRole("radiogroup").style.direction = "rtl";
  await user.tab();
  await user.keyboard("{ArrowLeft}{ArrowDown}");
  expect(document.activeElement).toBe(ratings()[2]);
});

it("cannot be used when it is disabled", async () => {
  const { user, sent } = stage({ disabled: true }, 1);
  for (const each of ratings()) await user.click(each);
  expect(sent).toEqual([]);
});

it.each(["thumbs", "faces", "stars"] as const)(
  "has a name, and nothing that axe objects to, with %s",
  async (options) => {
    stage({ options }, 1);
    expect(screen.getByRole("radiogroup", { name: "Feedback rating" })).toBeDefined();
    expect(await flaws()).toEqual([]);
  },
);
