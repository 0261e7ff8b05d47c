import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Button } from "../core/wire.gen";
import button from "./button";

const stage = (props: Partial<Button> = {}) =>
  stageWidget(button, { kind: "button", label: "Save", ...props }, null);
const face = (name = "Save") => screen.getByRole("button", { name });

it("counts every click", async () => {
  const { user, pressed } = stage();
  for (let click = 0; click < 20; click++) await user.click(face());
  expect(pressed.length).toBe(20);
});

it("works by Enter and Space", async () => {
  const { user, pressed } = stage();
  await user.tab();
  await user.keyboard("{Enter} ");
  expect(pressed.length).toBe(2);
});

it("does nothing when disabled", async () => {
  const { user, pressed } = stage({ disabled: true, shortcut: "Ctrl+K" });
  await user.click(screen.getByRole("button"));
  await user.keyboard("{Control>}k{/Control}");
  expect(pressed.length).toBe(0);
});

it.each(["primary", "secondary", "tertiary"] as const)("has the look of a %s button", (type) => {
  stage({ type });
  expect(face().dataset["testid"]).toBe(`stBaseButton-${type}`);
});

it("shows Markdown in its label, and its icon on the side asked for", () => {
  stage({ label: "**Save** it", icon: "🔥", icon_position: "right" });
  expect(face("Save it").querySelector("strong")?.textContent).toBe("Save");
  expect(face("Save it").textContent).toMatch(/it🔥$/);
});

it("explains itself while it has keyboard focus, until Escape", async () => {
  const { user } = stage({ help: "Writes *all* files" });
  await user.tab();
  expect(screen.getByRole("tooltip").textContent).toBe("Writes all files");
  expect(face().getAttribute("aria-describedby")).toBe(screen.getByRole("tooltip").id);
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("tooltip")).toBeNull();
});

it("explains itself while it is hovered", async () => {
  const { user } = stage({ help: "Writes all files" });
  await user.hover(face());
  expect(screen.getByRole("tooltip")).toBeDefined();
  await user.unhover(face());
  expect(screen.queryByRole("tooltip")).toBeNull();
});

it("works by its shortcut, and shows it", async () => {
  const { user, pressed } = stage({ shortcut: "Ctrl+K" });
  expect(screen.getByText("Ctrl + K")).toBeDefined();
  await user.keyboard("k");
  expect(pressed.length).toBe(0);
  await user.keyboard("{Control>}k{/Control}");
  expect(pressed.length).toBe(1);
});

it("takes no letter from a field that is being typed in", async () => {
  const { user, pressed } = stage({ shortcut: "K" });
  render(<input aria-label="Name" />);
  await user.type(screen.getByLabelText("Name"), "k");
  expect(pressed.length).toBe(0);
  await user.tab();
  await user.keyboard("k");
  expect(pressed.length).toBe(1);
});

it("takes no letter from a field of a custom element", () => {
  const { pressed, container } = stage({ shortcut: "K" });
  const root = container.attachShadow({ mode: "open" });
  fireEvent.keyDown(root.appendChild(document.createElement("input")), {
    key: "k",
    composed: true,
  });
  expect(pressed.length).toBe(0);
});

it("counts a shortcut that is held down once", () => {
  const { pressed } = stage({ shortcut: "F2" });
  fireEvent.keyDown(document.body, { key: "F2" });
  fireEvent.keyDown(document.body, { key: "F2", repeat: true });
  expect(pressed.length).toBe(1);
});

it("shows its whole label when it is cut off", async () => {
  const { user } = stage({ label: "a **long** label" });
  const line = screen.getByText("long").parentElement!;
  Object.defineProperty(line, "scrollWidth", { value: 200 });
  await user.hover(screen.getByText("long"));
  expect(screen.getByTitle("a long label")).toBeDefined();
});

it("has nothing that axe objects to", async () => {
  const { user } = stage({ help: "Writes all files", shortcut: "Ctrl+K", icon: "🔥" });
  await user.tab();
  expect(await flaws()).toEqual([]);
});
