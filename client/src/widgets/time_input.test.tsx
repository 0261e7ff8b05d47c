import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { TimeInput } from "../core/wire.gen";
import type { Numbers } from "../view/parts/dates/entry";
import timeInput from "./time_input";

const NOTHING = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
const at = (hour: number, minute = 0, second = 0) => ((hour * 60 + minute) * 60 + second) * 1000;

const stage = (props: Partial<TimeInput> = {}, value: Numbers = [at(8, 45)]) =>
  stageWidget(timeInput, { kind: "time_input", label: "Start", ...props }, value);
const parts = () => screen.getAllByRole("spinbutton");
const part = (name: RegExp) => screen.getByRole("spinbutton", { name });
// The library isolates times from text that runs from right to left.
const text = () => screen.getByRole("group").textContent.replace(/[\u2066\u2069]/g, "");
const open = () => screen.getByRole("button", { name: "Choose time" });
const list = () => screen.findByRole("listbox", { name: "Choose time" });
const active = (box: HTMLElement) =>
  document.getElementById(box.getAttribute("aria-activedescendant")!)!.textContent;

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", NOTHING);
  vi.stubGlobal("CSS", { escape: (name: string) => name });
  Element.prototype.scrollIntoView = () => {};
  vi.spyOn(navigator, "language", "get").mockReturnValue("en-US");
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it.each<[Partial<TimeInput>, string]>([
  [{}, "20:05"],
  [{ format: "12h" }, "08:05 PM"],
  [{ format: "localized" }, "08:05 PM"],
  [{ step: 1 }, "20:05:00"],
  [{ step: 90, format: "12h" }, "08:05:00 PM"],
])("is written as %j asks", (props, shown) => {
  stage(props, [at(20, 5)]);
  expect(text().replace(/\s+/g, " ")).toBe(shown);
});

it.each<[Partial<TimeInput>, string, number]>([
  [{}, "2307", at(23, 7)],
  [{ format: "12h" }, "1107p", at(23, 7)],
  [{ step: 1 }, "230709", at(23, 7, 9)],
])("sends what is typed with %j on Enter", async (props, typed, time) => {
  const { user, sent } = stage(props, []);
  await user.click(parts()[0]!);
  await user.keyboard(typed);
  expect(sent).toEqual([]);
  await user.keyboard("{Enter}");
  expect(sent).toEqual([[time]]);
});

it.each<[Partial<TimeInput>, number, string, number]>([
  [{}, at(8, 45), "ArrowUp", at(9)],
  [{}, at(8, 50), "ArrowDown", at(8, 45)],
  [{}, at(0, 5), "ArrowDown", at(0)],
  [{}, at(0), "ArrowDown", at(23, 45)],
  [{}, at(23, 50), "ArrowUp", at(0)],
  [{ step: 3600 }, at(8, 45), "ArrowUp", at(9)],
  [{ step: 60 }, at(8, 59), "ArrowUp", at(9)],
  [{ step: 20 }, at(8, 59, 50), "ArrowUp", at(9)],
])("goes by steps of %j from %j with %s", async (props, start, key, next) => {
  const { user, sent } = stage(props, [start]);
  await user.click(parts().at(-1)!);
  await user.keyboard(`{${key}}`);
  expect(sent).toEqual([[next]]);
});

it("goes by hours in the hours", async () => {
  const { user, sent } = stage();
  await user.click(part(/hour/));
  await user.keyboard("{ArrowUp}");
  expect(sent).toEqual([[at(9, 45)]]);
});

it("says that half a time is none, and goes back by Escape", async () => {
  const { user, sent } = stage();
  await user.click(part(/minute/));
  await user.keyboard("{Backspace}{Backspace}{Enter}");
  expect(screen.getByRole("alert").textContent).toBe("Please complete the time.");
  await user.keyboard("{Escape}");
  expect(text()).toBe("08:45");
  expect(sent).toEqual([]);
});

it("shows a list of times, from which one is chosen by mouse", async () => {
  const { user, sent } = stage({ step: 1800, format: "12h" });
  await user.click(open());
  const box = await list();
  expect([...box.children].map((each) => each.textContent)).toHaveLength(48);
  await user.click(screen.getByRole("option", { name: /^01:30\sPM$/ }));
  expect(sent).toEqual([[at(13, 30)]]);
  expect(screen.queryByRole("listbox")).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(open()));
});

it("goes over the list by keyboard, from the time that it has", async () => {
  const { user, sent } = stage({}, [at(8, 50)]);
  await user.click(open());
  const box = await list();
  expect(document.activeElement).toBe(box);
  expect(active(box)).toBe("08:45");
  await user.keyboard("{ArrowDown}{PageDown}{ArrowUp}");
  expect(active(box)).toBe("10:45");
  await user.keyboard("{End}");
  expect(active(box)).toBe("23:45");
  await user.keyboard("{Home}{ArrowUp}{Enter}");
  expect(sent).toEqual([[0]]);
});

it("stays at its place in the list when the script draws, as far as there is one", async () => {
  const { user, sent, rerun } = stage({ step: 900 }, [at(8, 50)]);
  await user.click(open());
  const box = await list();
  await user.keyboard("{End}");
  rerun({ help: "New" });
  expect(active(box)).toBe("23:45");
  rerun({ step: 3600 });
  expect(active(box)).toBe("23:00");
  await user.keyboard("{Enter}");
  expect(sent).toEqual([[at(23)]]);
});

it("lists quarters of an hour where there were too many steps", async () => {
  const { user } = stage({ step: 1 });
  await user.click(open());
  expect((await list()).children).toHaveLength(96);
});

it("closes its list by Escape, and is still as it was", async () => {
  const { user, sent } = stage();
  await user.click(open());
  await list();
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(sent).toEqual([]);
});

it("stays as it is when it is emptied and may not be", async () => {
  const { user, sent } = stage({ required: true });
  for (const each of parts()) {
    await user.click(each);
    await user.keyboard("{Backspace}{Backspace}");
  }
  await user.keyboard("{Enter}");
  expect(screen.getByRole("alert").textContent).toBe("This field is required.");
  expect(sent).toEqual([]);
});

it("is emptied by a button only if it may be", async () => {
  const { user, sent } = stage({ clearable: true });
  await user.click(screen.getByRole("button", { name: "Clear time" }));
  expect(sent).toEqual([[]]);
  expect(text()).toBe("hh:mm");
});

it("cannot be used when it is disabled", async () => {
  const { user, sent } = stage({ disabled: true });
  await user.click(part(/hour/));
  await user.keyboard("09{Enter}");
  await user.click(open());
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(sent).toEqual([]);
});

it("shows what the script sets", () => {
  const { override } = stage();
  override([at(7)]);
  expect(text()).toBe("07:00");
  override([]);
  expect(text()).toBe("hh:mm");
});

it("has nothing that axe objects to", async () => {
  const { user } = stage({ help: "Of the day" });
  expect(await flaws()).toEqual([]);
  await user.click(open());
  await list();
  expect(await flaws()).toEqual([]);
});
