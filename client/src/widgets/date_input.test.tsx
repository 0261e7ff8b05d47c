import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { stubResizeObserver } from "../../test/observers";
import { flaws, stageWidget } from "../../test/stage";
import type { DateInput } from "../core/wire.gen";
import type { Numbers } from "../view/parts/dates/entry";
import dateInput from "./date_input";

const day = (text: string) => Date.parse(text);
const [FIRST, THIRD, NINTH] = [day("2026-02-01"), day("2026-02-03"), day("2026-02-09")];
const BOUNDS = { min_value: day("2026-01-20"), max_value: day("2026-05-31") };

const stage = (props: Partial<DateInput> = {}, value: Numbers = [THIRD]) =>
  stageWidget(dateInput, { kind: "date_input", label: "*Day*", ...BOUNDS, ...props }, value);
const parts = () => screen.getAllByRole("spinbutton");
const part = (name: RegExp) => screen.getByRole("spinbutton", { name });
const text = () => screen.getAllByRole("group").map((each) => each.textContent);
const problem = () => screen.queryByRole("alert")?.textContent;
const opened = () => screen.findByRole("grid");
const cell = (name: RegExp) => within(screen.getByRole("grid")).getByRole("button", { name });

beforeEach(() => {
  stubResizeObserver();
  vi.stubGlobal("CSS", { escape: (name: string) => name });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("typing", () => {
  it("sends a whole date on Enter, and not before", async () => {
    const { user, sent } = stage({ clearable: true }, []);
    await user.click(part(/year/));
    await user.keyboard("20260209");
    expect(text()).toEqual(["2026/02/09"]);
    expect(sent).toEqual([]);
    await user.keyboard("{Enter}{Enter}");
    expect(sent).toEqual([[NINTH]]);
  });

  it("sends it when the field is left", async () => {
    const { user, sent } = stage();
    await user.click(part(/day/));
    await user.keyboard("09");
    await user.tab();
    expect(sent).toEqual([[NINTH]]);
  });

  it("sends it before a button that is pressed by other means", async () => {
    const { user, sent, session } = stage();
    await user.click(part(/day/));
    await user.keyboard("09");
    act(() => session.drafts.commit());
    expect(sent).toEqual([[NINTH]]);
  });

  it("sends what arrow keys lead to once they are let go", async () => {
    const { user, sent } = stage();
    await user.click(part(/day/));
    await user.keyboard("{ArrowUp>3}");
    expect(sent).toEqual([]);
    await user.keyboard("{/ArrowUp}");
    expect(sent).toEqual([[day("2026-02-06")]]);
  });

  it.each([
    ["DD.MM.YYYY", "03.02.2026", "09022026"],
    ["MM-DD-YYYY", "02-03-2026", "02092026"],
    ["YYYY/MM/DD", "2026/02/03", "20260209"],
  ])("goes by the order of %s", async (format, shown, typed) => {
    const { user, sent } = stage({ format });
    expect(text()).toEqual([shown]);
    await user.click(parts()[0]!);
    await user.keyboard(`${typed}{Enter}`);
    expect(sent).toEqual([[NINTH]]);
  });

  it("sends no half of a date, says so, and goes back by Escape", async () => {
    const { user, sent } = stage();
    await user.click(part(/day/));
    await user.keyboard("{Backspace}{Backspace}{Enter}");
    expect(problem()).toBe("Please complete the date.");
    await user.keyboard("{Escape}");
    expect(text()).toEqual(["2026/02/03"]);
    expect(problem()).toBeUndefined();
    await waitFor(() => expect(document.activeElement).toBe(part(/year/)));
    expect(sent).toEqual([]);
  });

  it("takes the last of February for its 31st", async () => {
    const { user, sent } = stage();
    await user.click(part(/day/));
    await user.keyboard("31{Enter}");
    expect(sent).toEqual([[day("2026-02-28")]]);
  });

  it("sends nothing beyond the bounds, and names them", async () => {
    const { user, sent } = stage({ format: "DD.MM.YYYY" });
    await user.click(part(/year/));
    await user.keyboard("1999{Enter}");
    expect(problem()).toBe("Please select a date between 20.01.2026 and 31.05.2026.");
    expect(part(/year/).getAttribute("aria-invalid")).toBe("true");
    await user.keyboard("2026{Enter}");
    expect(problem()).toBeUndefined();
    expect(sent).toEqual([]);
  });

  it.each([
    [{ clearable: true }, [[]], undefined, "yyyy/mm/dd"],
    [{ required: true }, [], "This field is required.", "yyyy/mm/dd"],
    [{}, [], undefined, "2026/02/03"],
  ])("comes to %j when it is emptied", async (props, expected, said, shown) => {
    const { user, sent } = stage(props);
    for (const each of parts()) {
      await user.click(each);
      await user.keyboard("{Backspace}{Backspace}{Backspace}{Backspace}");
    }
    await user.keyboard("{Enter}");
    expect(sent).toEqual(expected);
    expect(problem()).toBe(said);
    expect(text()).toEqual([shown]);
    await waitFor(() => expect(parts()).toContain(document.activeElement));
  });

  it("keeps the focus where it is while what is wrong is told, and no more", async () => {
    const { user, session } = stage({ required: true }, []);
    const year = part(/year/);
    await user.click(year);
    await user.keyboard("{Enter}");
    act(() => void session.drafts.settle("w"));
    expect(problem()).toBe("This field is required.");
    expect(document.activeElement).toBe(year);
    await user.keyboard("{Enter}");
    expect(problem()).toBeUndefined();
    expect(document.activeElement).toBe(year);
  });

  it("is kept through reruns, and not when the script sets another date", async () => {
    const { user, sent, rerun, override } = stage();
    await user.click(part(/day/));
    await user.keyboard("09");
    rerun({ help: "new" });
    expect(text()).toEqual(["2026/02/09"]);
    override([FIRST]);
    expect(text()).toEqual(["2026/02/01"]);
    await user.tab();
    expect(sent).toEqual([]);
  });
});

describe("the calendar", () => {
  const open = async (props: Partial<DateInput> = {}, value?: Numbers) => {
    const staged = stage(props, value);
    await staged.user.click(screen.getByRole("button", { name: /Choose date/ }));
    await opened();
    return staged;
  };

  it("chooses a day, closes, and gives the focus back", async () => {
    const { user, sent } = await open();
    await user.click(cell(/February 9/));
    expect(sent).toEqual([[NINTH]]);
    expect(screen.queryByRole("dialog")).toBeNull();
    const button = screen.getByRole("button", { name: "Choose date" });
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it("goes by keyboard over days, weeks and months", async () => {
    const { user, sent } = await open();
    await user.keyboard("{PageDown}{ArrowDown}{ArrowLeft}{Enter}");
    expect(sent).toEqual([[day("2026-03-09")]]);
  });

  it("has lists of months and years, and goes no further than the bounds", async () => {
    const { user } = await open();
    const [month, year] = [screen.getByLabelText("month"), screen.getByLabelText("year")];
    expect([...year.querySelectorAll("option")].map((each) => each.value)).toEqual(["2026"]);
    const months = [...month.querySelectorAll("option")].filter((each) => !each.disabled);
    expect(months).toHaveLength(5);
    await user.selectOptions(month, "May");
    expect(cell(/May 31/)).toBeDefined();
    expect(screen.getByRole("button", { name: "Next month" })).toHaveProperty("disabled", true);
  });

  it("marks today", async () => {
    vi.useFakeTimers({ now: day("2026-02-05T12:00"), toFake: ["Date"] });
    await open();
    expect(cell(/Today, .*February 5/).dataset.today).toBe("true");
  });

  it("sends the first day of a range alone, then both, in order", async () => {
    const { user, sent } = await open({ is_range: true }, [THIRD, NINTH]);
    await user.click(cell(/February 20/));
    expect(sent).toEqual([[day("2026-02-20")]]);
    await user.click(cell(/February 11/));
    expect(sent.slice(1)).toEqual([[day("2026-02-11"), day("2026-02-20")]]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("chooses a range across months by keyboard", async () => {
    const { user, sent } = await open({ is_range: true, clearable: true }, [THIRD, NINTH]);
    await user.keyboard("{Enter}{PageDown}{ArrowRight}{Enter}");
    // The first Enter goes on to the next day.
    expect(sent).toEqual([[THIRD], [THIRD, day("2026-03-05")]]);
  });

  it("goes on with a range that is half chosen", async () => {
    const { user, sent } = await open({ is_range: true }, [THIRD, NINTH]);
    await user.click(cell(/February 20/));
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(text()).toEqual(["2026/02/20", "yyyy/mm/dd"]);
    await user.click(screen.getByRole("button", { name: "Choose date range" }));
    await opened();
    await user.click(cell(/February 22/));
    expect(sent).toEqual([[day("2026-02-20")], [day("2026-02-20"), day("2026-02-22")]]);
  });

  it("closes by Escape and by its button", async () => {
    const { user, sent } = await open();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Choose date" }));
    await opened();
    await user.click(screen.getByRole("button", { name: "Choose date" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(sent).toEqual([]);
  });

  it("speaks the browser's language, in the Gregorian calendar", async () => {
    vi.spyOn(navigator, "language", "get").mockReturnValue("th-TH");
    await open();
    expect(screen.getByLabelText<HTMLSelectElement>("year").value).toBe("2026");
    expect(screen.getByLabelText("month").textContent).toContain("กุมภาพันธ์");
  });

  it("begins weeks as the browser's region does", async () => {
    vi.spyOn(navigator, "language", "get").mockReturnValue("de-DE");
    await open();
    const heads = screen.getByRole("grid").querySelectorAll("th");
    expect(heads[0]!.textContent).toMatch(/^Mo/);
  });

  it("adds no style element, which the page's policy would refuse", async () => {
    await open();
    expect(document.querySelectorAll("style")).toHaveLength(0);
  });
});

describe("a range", () => {
  const range = (value: Numbers = [THIRD, NINTH], props: Partial<DateInput> = {}) =>
    stage({ is_range: true, ...props }, value);

  it("names its ends", () => {
    range();
    const names = ["Day start date", "Day end date"];
    for (const name of names) expect(screen.getByRole("group", { name })).toBeDefined();
  });

  it("is typed at either end", async () => {
    const { user, sent } = range();
    await user.click(parts()[5]!);
    await user.keyboard("12{Enter}");
    expect(sent).toEqual([[THIRD, day("2026-02-12")]]);
  });

  it.each([
    [2, "20", "The end date must not be before the start date."],
    [0, "1999", "Please select a date between 2026/01/20 and 2026/05/31."],
  ])("says what is wrong with it", async (at, typed, said) => {
    const { user, sent } = range();
    await user.click(parts()[at]!);
    await user.keyboard(`${typed}{Enter}`);
    expect(problem()).toBe(said);
    expect(sent).toEqual([]);
  });

  it("needs a start before an end", async () => {
    const { user, sent } = range([], { clearable: true });
    await user.click(parts()[3]!);
    await user.keyboard("20260209{Enter}");
    expect(problem()).toBe("Please choose a start date, too.");
    await user.click(parts()[0]!);
    await user.keyboard("20260203{Enter}");
    expect(sent).toEqual([[THIRD, NINTH]]);
  });
});

it("is emptied by a button, if it may be", async () => {
  const { user, sent, rerun } = stage({ clearable: true });
  await user.click(screen.getByRole("button", { name: "Clear date" }));
  expect(sent).toEqual([[]]);
  expect(screen.queryByRole("button", { name: "Clear date" })).toBeNull();
  rerun({ clearable: false });
  expect(text()).toEqual(["yyyy/mm/dd"]);
});

it("cannot be used when it is disabled", async () => {
  const { user, sent } = stage({ disabled: true, clearable: true });
  await user.click(part(/day/));
  await user.keyboard("09{Enter}");
  await user.click(screen.getByRole("button", { name: "Choose date" }));
  expect(screen.queryByRole("button", { name: "Clear date" })).toBeNull();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(sent).toEqual([]);
});

it("tells what is to be pressed to those who cannot see it, as other fields do", async () => {
  const { user } = stage();
  await user.click(part(/day/));
  await user.keyboard("09");
  const notes = screen.getByTestId("InputInstructions");
  expect(notes.textContent).toBe("Press Enter to apply");
  const ids = screen.getByRole("group").getAttribute("aria-describedby")!.split(" ");
  expect(ids).toContain(notes.id);
});

it("is focused by a click on its label", async () => {
  const { user } = stage();
  await user.click(screen.getByText("Day"));
  expect(document.activeElement).toBe(part(/year/));
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label",
  async (label_visibility) => {
    const { user } = stage({ label_visibility, help: "Of the year", is_range: true }, [THIRD]);
    expect(await flaws()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Choose date range" }));
    await opened();
    expect(await flaws()).toEqual([]);
  },
);
