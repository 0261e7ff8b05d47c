import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { stubResizeObserver } from "../../test/observers";
import { flaws, stageWidget } from "../../test/stage";
import type { ColorPicker } from "../core/wire.gen";
import colorPicker from "./color_picker";

const stage = (props: Partial<ColorPicker> = {}, value = "#804040") =>
  stageWidget(colorPicker, { kind: "color_picker", label: "*Line*", ...props }, value);
const swatch = () => screen.getByRole<HTMLButtonElement>("button", { name: "Line color picker" });
const slider = (name: string) => screen.getByRole<HTMLInputElement>("slider", { name });
const hex = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Hex" });
const color = () => screen.getByTestId("stColorPickerBlock").style.backgroundColor;

beforeEach(stubResizeObserver);
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function stageOpen(props: Partial<ColorPicker> = {}, value?: string) {
  const staged = stage(props, value);
  await staged.user.click(swatch());
  await screen.findByRole("dialog", { name: "Line color picker" });
  return staged;
}

it("shows its colour, and says it", () => {
  const { override } = stage();
  expect(color()).toBe("rgb(128, 64, 64)");
  const said = document.getElementById(swatch().getAttribute("aria-describedby")!);
  expect(said?.textContent).toBe("#804040");
  override("red");
  expect(color()).toBe("red");
});

it("takes a colour that is written, however it is, and keeps the focus", async () => {
  const { user, sent } = await stageOpen();
  await user.clear(hex());
  await user.type(hex(), "0FA{Enter}");
  expect(document.activeElement).toBe(hex());
  await user.keyboard("{Escape}");
  expect(sent).toEqual(["#00ffaa"]);
});

it("takes six digits as they are written", async () => {
  const { user, sent } = await stageOpen();
  await user.clear(hex());
  await user.type(hex(), "#00FFAA");
  expect(color()).toBe("rgb(0, 255, 170)");
  await user.keyboard("{Escape}");
  expect(sent).toEqual(["#00ffaa"]);
});

it("says so if what is written is no colour, and sends nothing", async () => {
  const { user, sent } = await stageOpen();
  await user.clear(hex());
  await user.type(hex(), "#12{Enter}");
  expect(hex().getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByRole("alert").textContent).toBe("Write it like #00ffaa");
  expect(await flaws()).toEqual([]);
  await user.keyboard("{Escape}");
  expect(sent).toEqual([]);
});

it("says nothing of a colour that is half written", async () => {
  const { user, sent } = await stageOpen();
  await user.clear(hex());
  await user.type(hex(), "#12");
  expect(screen.queryByRole("alert")).toBeNull();
  await user.tab({ shift: true });
  expect(screen.getByRole("alert")).toBeDefined();
  await user.type(hex(), "3");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(sent).toEqual([]);
});

it("sends what its sliders make once they rest, and shows it at once", async () => {
  const { sent } = await stageOpen();
  expect(slider("Saturation").value).toBe("50");
  vi.useFakeTimers();
  fireEvent.change(slider("Hue"), { target: { value: "120" } });
  fireEvent.change(slider("Saturation"), { target: { value: "100" } });
  expect(color()).toBe("rgb(0, 128, 0)");
  expect(sent).toEqual([]);
  act(() => vi.advanceTimersByTime(200));
  expect(sent).toEqual(["#008000"]);
});

it("sends it before a button that is pressed meanwhile, and keeps it through a refresh", async () => {
  const { sent, session } = await stageOpen();
  fireEvent.change(slider("Brightness"), { target: { value: "100" } });
  expect(session.drafts.save()).toEqual({ w: { text: "#ff8080", value: "#804040" } });
  act(() => session.drafts.commit());
  expect(sent).toEqual(["#ff8080"]);
  act(() => session.drafts.commit());
  expect(sent).toHaveLength(1);
});

it("keeps the hue while there is no colour left", async () => {
  await stageOpen({}, "#4080ff");
  const { value } = slider("Hue");
  fireEvent.change(slider("Saturation"), { target: { value: "0" } });
  expect(slider("Hue").value).toBe(value);
  fireEvent.change(slider("Brightness"), { target: { value: "0" } });
  expect(slider("Hue").value).toBe(value);
});

it("sends at once when it is closed, and gives the focus back", async () => {
  const { user, sent } = await stageOpen();
  fireEvent.change(slider("Brightness"), { target: { value: "100" } });
  await user.keyboard("{Escape}");
  expect(sent).toEqual(["#ff8080"]);
  expect(document.activeElement).toBe(swatch());
});

it("cannot be opened when it is disabled", async () => {
  const { user } = stage({ disabled: true });
  await user.click(swatch());
  expect(screen.queryByRole("dialog")).toBeNull();
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label, open",
  async (label_visibility) => {
    await stageOpen({ label_visibility, help: "On the chart" });
    expect(await flaws()).toEqual([]);
  },
);
