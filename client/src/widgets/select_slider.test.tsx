import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { stubResizeObserver } from "../../test/observers";
import { flaws, stageWidget } from "../../test/stage";
import type { SelectSlider } from "../core/wire.gen";
import selectSlider from "./select_slider";

type Choice = [number, string];

const OPTIONS = ["S", "**M**", "L", "L"];

const stage = (props: Partial<SelectSlider> = {}, value: Choice[] = [[1, "**M**"]]) =>
  stageWidget(
    selectSlider,
    { kind: "select_slider", label: "Size", options: OPTIONS, ...props },
    value,
  );
const thumbs = () => screen.getAllByRole<HTMLInputElement>("slider");
const texts = () => screen.getAllByTestId("stSliderThumbValue").map((each) => each.textContent);

beforeEach(stubResizeObserver);
afterEach(() => vi.unstubAllGlobals());

it.each<[string, Choice]>([
  ["{ArrowRight}", [2, "L"]],
  ["{ArrowLeft}", [0, "S"]],
  ["{Home}", [0, "S"]],
  ["{End}", [3, "L"]],
])("sends the option that %s leads to, by its place and text", async (keys, expected) => {
  const { user, sent } = stage();
  await user.tab();
  await user.keyboard(keys);
  expect(sent).toEqual([[expected]]);
});

it("shows its options in Markdown, and says them in words", () => {
  stage();
  expect(texts()).toEqual(["M"]);
  expect(screen.getByText("M").tagName).toBe("STRONG");
  expect(thumbs()[0]!.getAttribute("aria-valuetext")).toBe("M");
  expect(screen.getByTestId("stSliderTickBar").textContent).toBe("SL");
});

it("has two thumbs for a range", async () => {
  const { user, sent } = stage({}, [
    [0, "S"],
    [1, "**M**"],
  ]); // prettier-ignore
  expect(thumbs().map((each) => each.getAttribute("aria-label"))).toEqual([
    "Size — start",
    "Size — end",
  ]);
  await user.tab();
  await user.tab();
  await user.keyboard("{ArrowRight}");
  expect(sent).toEqual([
    [
      [0, "S"],
      [2, "L"],
    ],
  ]); // prettier-ignore
});

it("shows what the script sets, and finds the chosen text among new options", () => {
  const { override, rerun } = stage();
  override([[2, "L"]]);
  expect(texts()).toEqual(["L"]);
  rerun({ options: ["L", "XL"] });
  expect(thumbs()[0]!.value).toBe("0");
});

it.each<[Partial<SelectSlider>, Choice]>([
  [{ disabled: true }, [1, "**M**"]],
  [{ options: ["only"] }, [0, "only"]],
])("cannot be moved with %j", (props, choice) => {
  stage(props, [choice]);
  expect(thumbs()[0]!.disabled).toBe(true);
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label",
  async (label_visibility) => {
    stage({ label_visibility, help: "Of the shirt" }, [
      [0, "S"],
      [2, "L"],
    ]); // prettier-ignore
    expect(await flaws()).toEqual([]);
  },
);
