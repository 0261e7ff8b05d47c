import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { stubResizeObserver } from "../../test/observers";
import { flaws, stageWidget } from "../../test/stage";
import type { MenuButton } from "../core/wire.gen";
import menu from "./menu_button";

beforeEach(stubResizeObserver);
afterEach(() => vi.unstubAllGlobals());

const stage = (props: Partial<MenuButton> = {}) =>
  stageWidget(
    menu,
    { kind: "menu_button", label: "Export", options: ["CSV", "**PDF**"], ...props },
    null,
  );
const button = () => screen.getByRole<HTMLButtonElement>("button", { name: "Export" });
const entry = (name: string) => screen.findByRole("menuitem", { name });

it("presses what is chosen in its menu, each time it is (W20)", async () => {
  const { user, pressed } = stage();
  for (let time = 0; time < 2; time++) {
    await user.click(button());
    await user.click(await entry("PDF"));
  }
  expect(pressed).toEqual([
    [1, "**PDF**"],
    [1, "**PDF**"],
  ]);
  expect(screen.queryByRole("menu")).toBeNull();
});

it("works by keys: arrows, first letters, Enter", async () => {
  const { user, pressed } = stage();
  await user.tab();
  await user.keyboard("{Enter}");
  await entry("CSV");
  await user.keyboard("{ArrowDown}{Enter}");
  expect(document.activeElement).toBe(button());
  await user.keyboard("{ArrowDown}");
  await entry("CSV");
  await user.keyboard("c{Enter}");
  expect(pressed).toEqual([
    [1, "**PDF**"],
    [0, "CSV"],
  ]);
});

it("is left by Escape without a press", async () => {
  const { user, pressed } = stage();
  await user.click(button());
  await entry("CSV");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(button());
  expect(pressed).toEqual([]);
});

it("does nothing when disabled", async () => {
  const { user } = stage({ disabled: true });
  await user.click(button());
  expect(screen.queryByRole("menu")).toBeNull();
});

it("has nothing that axe objects to, open or closed", async () => {
  const { user } = stage({ help: "As a file" });
  expect(await flaws()).toEqual([]);
  await user.click(button());
  await entry("CSV");
  expect(await flaws()).toEqual([]);
});
