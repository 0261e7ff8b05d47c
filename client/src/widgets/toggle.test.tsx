import { screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Toggle } from "../core/wire.gen";
import toggle from "./toggle";

const stage = (props: Partial<Toggle> = {}, value = false) =>
  stageWidget(toggle, { kind: "toggle", label: "**Turbo**", ...props }, value);
const knob = () => screen.getByRole<HTMLInputElement>("switch", { name: "Turbo" });

it("is turned on and off by clicks and by Space", async () => {
  const { user, sent } = stage();
  await user.click(screen.getByText("Turbo"));
  await user.keyboard(" ");
  expect(sent).toEqual([true, false]);
});

it("shows what the script sets", () => {
  const { override } = stage({}, true);
  override(false);
  expect(knob().checked).toBe(false);
});

it("can be disabled", async () => {
  const { user, sent } = stage({ disabled: true });
  await user.click(knob());
  expect(sent).toEqual([]);
});

it("has nothing that axe objects to", async () => {
  stage({ help: "Faster" });
  expect(await flaws()).toEqual([]);
});
