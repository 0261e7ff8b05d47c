import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Radio } from "../core/wire.gen";
import radio from "./radio";

const OPTIONS = ["**small**", "large", "large"];

const stage = (props: Partial<Radio> = {}, value: [number, string] | null = [0, "**small**"]) =>
  stageWidget(radio, { kind: "radio", label: "*Size*", options: OPTIONS, ...props }, value);
const group = () => screen.getByRole("radiogroup", { name: "Size" });
const options = () => screen.getAllByRole<HTMLInputElement>("radio");
const chosen = () => options().map(({ checked }) => checked);

// jsdom has none, by which user-event finds the radios of a group.
beforeEach(() => void vi.stubGlobal("CSS", { escape: (name: string) => name }));
afterEach(() => vi.unstubAllGlobals());

it("gives the option that is clicked, by its place and text, also if another reads the same", async () => {
  const { user, sent } = stage();
  await user.click(screen.getAllByText("large")[1]!);
  await user.click(screen.getByText("small"));
  expect(sent).toEqual([
    [2, "large"],
    [0, "**small**"],
  ]);
});

it("is one stop for Tab, in which arrows choose", async () => {
  const { user, sent } = stage({}, [1, "large"]);
  await user.tab();
  expect(document.activeElement).toBe(options()[1]);
  await user.keyboard("{ArrowDown}");
  expect(sent).toEqual([[2, "large"]]);
  await user.tab();
  expect(document.activeElement).toBe(document.body);
});

it("shows what the script sets, which may be nothing", () => {
  const { override } = stage();
  override([1, "large"]);
  expect(chosen()).toEqual([false, true, false]);
  override(null);
  expect(chosen()).toEqual([false, false, false]);
});

it("finds the chosen text among new options", () => {
  const { rerun } = stage();
  rerun({ options: ["huge", "**small**"] });
  expect(chosen()).toEqual([false, true]);
});

it("describes options by their captions", () => {
  stage({ captions: ["for *one*", "", "for four"] });
  const described = options().map((each) => each.getAttribute("aria-describedby"));
  const texts = described.map((id) => id && document.getElementById(id)!.textContent);
  expect(texts).toEqual(["for one", null, "for four"]);
});

it("chooses an option by its caption, but not by a link in it", async () => {
  const captions = ["for *one*", "for [two](#two)"];
  const { user, sent, rerun } = stage({ captions }, null);
  await user.click(screen.getByText("one"));
  expect(sent).toEqual([[0, "**small**"]]);
  await user.click(screen.getByRole("link", { name: "two" }));
  expect(sent).toHaveLength(1);
  rerun({ disabled: true });
  await user.click(screen.getAllByTestId("stRadioCaption")[1]!);
  expect(sent).toHaveLength(1);
});

it.each<[Partial<Radio>, number]>([
  [{ disabled: true }, 3],
  [{ options: [] }, 1],
])("cannot be used with %j", async (props, count) => {
  const { user, sent } = stage(props, null);
  for (const each of options()) await user.click(each);
  expect(options().map((each) => each.disabled)).toEqual(Array<boolean>(count).fill(true));
  expect(sent).toEqual([]);
});

it("says that there are no options", () => {
  stage({ options: [] }, null);
  expect(group().textContent).toBe("No options to select.");
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label",
  async (label_visibility) => {
    stage({ label_visibility, help: "Of the cup", captions: ["for one"], horizontal: true });
    expect(group()).toBeDefined();
    expect(await flaws()).toEqual([]);
  },
);
