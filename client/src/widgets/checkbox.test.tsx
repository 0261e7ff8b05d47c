import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Checkbox } from "../core/wire.gen";
import checkbox from "./checkbox";

const stage = (props: Partial<Checkbox> = {}, value = false) =>
  stageWidget(checkbox, { kind: "checkbox", label: "I **agree**", ...props }, value);
const box = () => screen.getByRole<HTMLInputElement>("checkbox", { name: "I agree" });

it("is ticked and cleared by clicks on the box or its label", async () => {
  const { user, sent } = stage();
  await user.click(box());
  await user.click(screen.getByText("agree"));
  expect(sent).toEqual([true, false]);
});

it("is ticked by Space", async () => {
  const { user, sent } = stage();
  await user.tab();
  await user.keyboard(" ");
  expect(sent).toEqual([true]);
  expect(box().checked).toBe(true);
});

it("shows what the script sets", () => {
  const { override } = stage({}, true);
  override(false);
  expect(box().checked).toBe(false);
});

it("can be disabled", async () => {
  const { user, sent } = stage({ disabled: true });
  await user.click(box());
  expect(sent).toEqual([]);
});

it.each(["hidden", "collapsed"] as const)("is still named by a %s label", (label_visibility) => {
  stage({ label_visibility, help: "never shown without its label" });
  expect(box()).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});

it("keeps its help out of its label", async () => {
  const { user, sent } = stage({ help: "What you agree to" });
  await user.click(screen.getByRole("button", { name: "Help for I **agree**" }));
  expect(screen.getByRole("tooltip").textContent).toBe("What you agree to");
  expect(sent).toEqual([]);
});

it("shows its help by a tap, which hovers over nothing", () => {
  stage({ help: "What you agree to" });
  fireEvent.click(screen.getByRole("button", { name: "Help for I **agree**" }));
  expect(screen.getByRole("tooltip").textContent).toBe("What you agree to");
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole("tooltip")).toBeNull();
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label",
  async (label_visibility) => {
    stage({ label_visibility, help: "What you agree to" });
    expect(await flaws()).toEqual([]);
  },
);
