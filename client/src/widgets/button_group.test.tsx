import { screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { ButtonGroup } from "../core/wire.gen";
import type { Choice } from "../lib/options";
import group from "./button_group";

const OPTIONS = [":material/home: *small*", "large", "large"];

const stage = (props: Partial<ButtonGroup> = {}, value: Choice | Choice[] | null = null) =>
  stageWidget(
    group,
    { kind: "button_group", variant: "pills", label: "*Size*", options: OPTIONS, ...props },
    value,
  );
const multi = (value: Choice[], props: Partial<ButtonGroup> = {}) =>
  stage({ selection_mode: "multi", variant: "segmented_control", ...props }, value);
const pills = () => screen.getAllByRole("radio");
const chosen = () => pills().map((each) => each.ariaChecked);
const segments = () => screen.getAllByRole("button");
const pressed = () => segments().map((each) => each.ariaPressed);

it("gives the option that is pressed, and takes it back, also if another reads the same", async () => {
  const { user, sent } = stage();
  await user.click(pills()[2]!);
  expect(chosen()).toEqual(["false", "false", "true"]);
  await user.click(pills()[0]!);
  await user.click(pills()[0]!);
  expect(sent).toEqual([[2, "large"], [0, OPTIONS[0]], null]);
});

it("takes back nothing that is required", async () => {
  const { user, sent } = stage({ required: true }, [1, "large"]);
  await user.click(pills()[1]!);
  expect(sent).toEqual([]);
  await user.click(pills()[2]!);
  expect(sent).toEqual([[2, "large"]]);
});

it("gives several in the order in which they were pressed", async () => {
  const { user, sent } = multi([[1, "large"]]);
  await user.click(segments()[0]!);
  await user.click(segments()[1]!);
  expect(sent).toEqual([
    [
      [1, "large"],
      [0, OPTIONS[0]],
    ],
    [[0, OPTIONS[0]]],
  ]);
  expect(pressed()).toEqual(["true", "false", "false"]);
});

it("is one stop for Tab, in which arrows move and Space chooses", async () => {
  const { user, sent } = stage({}, [1, "large"]);
  await user.tab();
  expect(document.activeElement).toBe(pills()[1]);
  await user.keyboard("{ArrowRight}{ArrowRight}");
  expect(document.activeElement).toBe(pills()[2]);
  await user.keyboard("{Home}{ArrowDown}{ArrowUp}");
  expect(document.activeElement).toBe(pills()[0]);
  await user.keyboard("{End}{ArrowLeft}{Home}");
  expect(sent).toEqual([]);
  await user.keyboard(" ");
  expect(sent).toEqual([[0, OPTIONS[0]]]);
  await user.tab();
  expect(document.activeElement).toBe(document.body);
  await user.tab({ shift: true });
  expect(document.activeElement).toBe(pills()[0]);
});

it("is entered at what is chosen, wherever it was left", async () => {
  const { user } = stage({}, [1, "large"]);
  await user.tab();
  await user.keyboard("{Home}");
  await user.tab();
  await user.tab({ shift: true });
  expect(document.activeElement).toBe(pills()[1]);
});

it("goes the other way in what is read from right to left", async () => {
  const { user } = stage();
  screen.getByRole("radiogroup").style.direction = "rtl";
  await user.tab();
  await user.keyboard("{ArrowLeft}");
  expect(document.activeElement).toBe(pills()[1]);
});

it("shows what the script sets, and finds it among new options", () => {
  const { override, rerun } = multi([[0, OPTIONS[0]!]]);
  override([
    [1, "large"],
    [2, "large"],
  ]);
  expect(pressed()).toEqual(["false", "true", "true"]);
  override([[1, "large"]]);
  rerun({ options: ["large", "huge"] });
  expect(pressed()).toEqual(["true", "false"]);
});

it("draws a symbol that an option begins with as its icon, which is not read out", () => {
  stage({ options: [":material/home: Home", ":material/add:"] });
  expect(pills()[0]!.querySelector("[data-testid=stIconMaterial]")).not.toBeNull();
  expect(screen.getByRole("radio", { name: "Home" })).toBe(pills()[0]);
  expect(screen.getByRole("radio", { name: "add icon" })).toBe(pills()[1]);
});

it("cannot be used when it is disabled", async () => {
  const { user, sent } = stage({ disabled: true }, [1, "large"]);
  for (const each of pills()) await user.click(each);
  expect(sent).toEqual([]);
});

it("says that there are no options", async () => {
  stage({ options: [] });
  expect(screen.getByRole("group", { name: "Size" }).textContent).toBe("No options to select.");
  expect(await flaws()).toEqual([]);
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label",
  async (label_visibility) => {
    stage({ label_visibility, help: "Of the cup", required: true });
    multi([[0, OPTIONS[0]!]], { label: "Other" });
    expect(screen.getByRole("radiogroup", { name: "Size" })).toBeDefined();
    expect(screen.getByRole("toolbar", { name: "Other" })).toBeDefined();
    expect(await flaws()).toEqual([]);
  },
);
