import { screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { DatetimeInput } from "../core/wire.gen";
import type { Numbers } from "../view/parts/dates/entry";
import datetimeInput from "./datetime_input";

const NOTHING = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
const moment = (text: string) => Date.parse(`${text}Z`);
const START = moment("2026-02-03T08:45");
const BOUNDS = { min_value: moment("2026-02-01T10:00"), max_value: moment("2026-05-31T23:59") };

const stage = (props: Partial<DatetimeInput> = {}, value: Numbers = [START]) =>
  stageWidget(
    datetimeInput,
    { kind: "datetime_input", label: "Meeting", ...BOUNDS, ...props },
    value,
  );
const parts = () => screen.getAllByRole("spinbutton");
const text = () => screen.getByRole("group", { name: "Meeting" }).textContent;
const problem = () => screen.queryByRole("alert")?.textContent;

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", NOTHING);
  vi.stubGlobal("CSS", { escape: (name: string) => name });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function open(props: Partial<DatetimeInput> = {}, value?: Numbers) {
  const staged = stage(props, value);
  await staged.user.click(screen.getByRole("button", { name: "Choose date and time" }));
  const grid = await screen.findByRole("grid");
  const clock = within(screen.getByTestId("stDateTimeInputPopoverTime"));
  return { ...staged, grid: within(grid), clock };
}

it("sends a day and a time that are typed, in the order of its format", async () => {
  const { user, sent } = stage({ format: "DD.MM.YYYY", clearable: true }, []);
  expect(text()).toBe("dd.mm.yyyy, hh:mm");
  await user.click(parts()[0]!);
  await user.keyboard("090220262307{Enter}");
  expect(text()).toBe("09.02.2026, 23:07");
  expect(sent).toEqual([[moment("2026-02-09T23:07")]]);
});

it("goes by steps in the minutes", async () => {
  const { user, sent } = stage({ step: 1800 });
  await user.click(parts()[4]!);
  await user.keyboard("{ArrowUp}");
  expect(sent).toEqual([[moment("2026-02-03T09:00")]]);
});

it("sends nothing beyond the bounds, and names them", async () => {
  const { user, sent } = stage();
  await user.click(parts()[2]!);
  await user.keyboard("01{Enter}");
  expect(problem()).toBe("Please select a date between 2026/02/01, 10:00 and 2026/05/31, 23:59.");
  expect(sent).toEqual([]);
});

it("needs a time with its day", async () => {
  const { user, sent } = stage({}, []);
  await user.click(parts()[0]!);
  await user.keyboard("20260209{Enter}");
  expect(problem()).toBe("Please complete the date and time.");
  expect(sent).toEqual([]);
});

it("moves to a day of its calendar at the same time, and stays open", async () => {
  const { user, sent, grid } = await open();
  await user.click(grid.getByRole("button", { name: /February 9/ }));
  expect(sent).toEqual([[moment("2026-02-09T08:45")]]);
  expect(screen.getByRole("grid")).toBeDefined();
});

it("moves no further than the bounds", async () => {
  const { user, sent, grid } = await open();
  await user.click(grid.getByRole("button", { name: /February 1,/ }));
  expect(sent).toEqual([[BOUNDS.min_value]]);
});

it("begins at midnight when a day is chosen first", async () => {
  vi.useFakeTimers({ now: moment("2026-04-01T12:00"), toFake: ["Date"] });
  const { user, sent, grid, clock } = await open({}, []);
  for (const each of clock.getAllByRole("spinbutton"))
    expect(each.getAttribute("aria-disabled")).toBe("true");
  await user.click(grid.getByRole("button", { name: /April 20/ }));
  expect(sent).toEqual([[moment("2026-04-20T00:00")]]);
});

it("has its time below the calendar, too", async () => {
  const { user, sent, clock } = await open();
  const [hour] = clock.getAllByRole("spinbutton");
  await user.click(hour!);
  await user.keyboard("2130{Enter}");
  expect(sent).toEqual([[moment("2026-02-03T21:30")]]);
  await user.keyboard("{ArrowUp}");
  expect(sent.slice(1)).toEqual([[moment("2026-02-03T21:45")]]);
});

it("keeps its day while the time below the calendar is deleted to type another", async () => {
  const { user, sent, clock } = await open();
  const [hour, minute] = clock.getAllByRole("spinbutton");
  for (const each of [minute!, hour!]) {
    await user.click(each);
    await user.keyboard("{Backspace}{Backspace}");
  }
  expect(document.activeElement).toBe(hour);
  expect(text()).toMatch("2026/02/03, ");
  await user.keyboard("2130{Enter}");
  expect(sent).toEqual([[moment("2026-02-03T21:30")]]);
});

it("goes on with the time that is half typed below the calendar when the script draws", async () => {
  const { user, clock, rerun, sent } = await open();
  const [hour] = clock.getAllByRole("spinbutton");
  const time = () => clock.getByRole("group").textContent;
  await user.click(hour!);
  await user.keyboard("1");
  rerun({ help: "New" });
  await user.keyboard("5");
  expect(time()).toContain("15:45");
  await user.keyboard("{ArrowLeft}{Backspace}{Backspace}");
  expect(time()).toContain("hh:45");
  rerun({ help: "Newer" });
  expect(time()).toContain("hh:45");
  await user.keyboard("23{Enter}");
  expect(time()).toContain("23:45");
  expect(sent.at(-1)).toEqual([moment("2026-02-03T23:45")]);
});

it.each([
  ["the field", () => parts()[3]!],
  ["the time below the calendar", () => parts().at(-2)!],
])("keeps what is half typed in %s when its value comes back from the server", async (_, part) => {
  const { user, override, rerun } = await open();
  await user.click(part());
  await user.keyboard("{Backspace}{Backspace}");
  const text = part().textContent;
  rerun({});
  override([START]);
  expect(part().textContent).toBe(text);
});

it("is emptied by a button, if it may be", async () => {
  const { user, sent } = stage({ clearable: true });
  await user.click(screen.getByRole("button", { name: "Clear date and time" }));
  expect(sent).toEqual([[]]);
});

it("cannot be used when it is disabled", async () => {
  const { user, sent } = stage({ disabled: true });
  await user.click(parts()[2]!);
  await user.keyboard("09{Enter}");
  await user.click(screen.getByRole("button", { name: "Choose date and time" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(sent).toEqual([]);
});

it("shows what the script sets", () => {
  const { override } = stage();
  override([moment("2026-03-01T00:00")]);
  expect(text()).toBe("2026/03/01, 00:00");
});

it("has nothing that axe objects to", async () => {
  await open({ required: true });
  expect(await flaws()).toEqual([]);
});
