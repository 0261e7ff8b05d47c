import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { NumberInput } from "../core/wire.gen";
import numberInput from "./number_input";

const INTEGER: Partial<NumberInput> = { is_integer: true, step: 1 };

const stage = (props: Partial<NumberInput> = {}, value: number | null = 0) =>
  stageWidget(numberInput, { kind: "number_input", label: "Size", ...props }, value);
const field = () => screen.getByRole<HTMLInputElement>("spinbutton", { name: "Size" });
const up = () => screen.getByRole<HTMLButtonElement>("button", { name: "Increment" });
const down = () => screen.getByRole<HTMLButtonElement>("button", { name: "Decrement" });

afterEach(() => vi.useRealTimers());

describe("typing", () => {
  it("sends the number on Enter, once", async () => {
    const { user, sent } = stage({ format: "%.2f" });
    await user.clear(field());
    await user.type(field(), "2.5{Enter}{Enter}");
    expect(sent).toEqual([2.5]);
    expect(field().value).toBe("2.50");
  });

  it("sends the number when the field loses focus", async () => {
    const { user, sent } = stage(INTEGER, 3);
    await user.clear(field());
    await user.type(field(), "12");
    await user.tab();
    expect(sent).toEqual([12]);
  });

  it("sends nothing when nothing changed", async () => {
    const { user, sent } = stage({ format: "%.2f" }, 1.234);
    await user.click(field());
    await user.tab();
    await user.clear(field());
    await user.type(field(), "1.23{Enter}");
    expect(sent).toEqual([]);
  });

  it("holds back no number that nobody touched, though its text is rounded beyond a bound", () => {
    const { session } = stage({ format: "%0.2f", max_value: 0.996 }, 0.996);
    expect(field().value).toBe("1.00");
    let isSent = false;
    act(() => void (isSent = session.drafts.settle("w")));
    expect(isSent).toBe(true);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says what is wrong in place of what to press", async () => {
    const { user, sent } = stage({ ...INTEGER, max_value: 9 }, 5);
    await user.type(field(), "0");
    expect(screen.getByText("Press Enter to apply")).toBeDefined();
    await user.keyboard("{Enter}");
    expect(screen.getByRole("alert")).toBeDefined();
    expect(screen.queryByText("Press Enter to apply")).toBeNull();
    expect(sent).toEqual([]);
  });

  it("cuts what follows the point of a whole number", async () => {
    const { user, sent } = stage(INTEGER, 5);
    await user.clear(field());
    await user.type(field(), "3.7{Enter}");
    expect(sent).toEqual([3]);
    expect(field().value).toBe("3");
  });

  it("keeps what is being typed through reruns, but shows what the script sets", async () => {
    const { user, rerun, override } = stage(INTEGER, 5);
    await user.type(field(), "1");
    rerun({ help: "new" });
    expect(field().value).toBe("51");
    override(7);
    expect(field().value).toBe("7");
  });

  it.each([
    [{ min_value: 0, max_value: 10 }, "99", "Must be between 0 and 10."],
    [{ min_value: 0 }, "-1", "Must be at least 0."],
    [{ max_value: 10 }, "11", "Must be at most 10."],
    [{ required: true }, "", "This field is required."],
  ])("with %j holds back %j and says: %s", async (props, typed, message) => {
    const { user, sent, override } = stage({ ...INTEGER, ...props }, 5);
    await user.clear(field());
    if (typed) await user.type(field(), typed);
    await user.tab();
    expect(sent).toEqual([]);
    expect(screen.getByRole("alert").textContent).toBe(message);
    expect(field().getAttribute("aria-invalid")).toBe("true");
    override(6);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("shows the last number again when emptied, unless it may be empty", async () => {
    const { user, sent, rerun } = stage(INTEGER, 5);
    await user.clear(field());
    await user.keyboard("{Enter}");
    expect(sent).toEqual([]);
    expect(field().value).toBe("5");
    rerun({ clearable: true });
    await user.clear(field());
    await user.keyboard("{Enter}");
    expect(sent).toEqual([null]);
  });

  it("is emptied by Escape if it may be empty, what is typed along with it", async () => {
    const { user, sent, rerun } = stage(INTEGER, 5);
    await user.type(field(), "0{Escape}");
    expect(field().value).toBe("50");
    rerun({ clearable: true, required: true });
    await user.keyboard("{Escape}");
    expect(sent).toEqual([]);
    rerun({ clearable: true, required: false });
    await user.keyboard("{Escape}");
    expect(sent).toEqual([null]);
    expect(field().value).toBe("");
  });

  it("may start empty", () => {
    stage({ placeholder: "How large?", clearable: true }, null);
    expect(field().value).toBe("");
    expect(field().placeholder).toBe("How large?");
  });
});

describe("formats", () => {
  it.each([
    [{}, 1.25, "1.25"],
    [{ format: "%.2f" }, 1, "1.00"],
    [{ format: "%d" }, 1000, "1000"],
    [{ format: "%e" }, 1500, "1.5e+3"],
    [{ format: "%d kg" }, 1.5, "1.5"],
    [{ format: "%,d" }, 1500, "1500"],
  ])("%j shows %d as %s", (props, value, text) => {
    stage(props, value);
    expect(field().value).toBe(text);
  });
});

describe("stepping", () => {
  it("by buttons and arrow keys sends each step, without dust", async () => {
    const { user, sent } = stage({ step: 0.1 }, 0.1);
    await user.click(up());
    await user.click(up());
    await user.click(field());
    await user.keyboard("{ArrowUp}{ArrowDown}{ArrowDown}");
    expect(sent).toEqual([0.2, 0.3, 0.4, 0.3, 0.2]);
  });

  it("goes nowhere by steps of 0", async () => {
    const { user, sent } = stage({ ...INTEGER, step: 0 }, 5);
    expect((up() as HTMLButtonElement).disabled).toBe(true);
    await user.click(field());
    await user.keyboard("{ArrowUp}");
    await user.clear(field());
    await user.type(field(), "7{Enter}");
    expect(sent).toEqual([7]);
  });

  it("leaves no arrow key to the browser, which would step too", () => {
    stage(INTEGER, 5);
    expect(fireEvent.keyDown(field(), { key: "ArrowUp" })).toBe(false);
  });

  it("starts from what is typed, and sends it once", async () => {
    const { user, sent } = stage(INTEGER, 5);
    await user.clear(field());
    await user.type(field(), "20{ArrowUp}");
    await user.tab();
    expect(sent).toEqual([21]);
  });

  it("stops at the bounds", async () => {
    const { user, sent } = stage({ ...INTEGER, min_value: 0, max_value: 2 }, 1);
    await user.click(up());
    expect(up().disabled).toBe(true);
    await user.click(field());
    await user.keyboard("{ArrowUp}");
    expect(sent).toEqual([2]);
    expect(down().disabled).toBe(false);
  });

  it("comes back from beyond the bounds", async () => {
    const { user, sent } = stage({ ...INTEGER, min_value: 0, max_value: 10 }, 5);
    await user.clear(field());
    await user.type(field(), "99{ArrowDown}");
    expect(sent).toEqual([10]);
  });

  it("begins at the low end when empty", async () => {
    const { user, sent } = stage({ ...INTEGER, min_value: 3, clearable: true }, null);
    await user.click(up());
    expect(sent).toEqual([3]);
  });

  it("goes on while a button is held, and the click at its end adds nothing", () => {
    vi.useFakeTimers();
    const { sent } = stage(INTEGER, 0);
    fireEvent.pointerDown(up());
    for (const wait of [400, 80, 80]) act(() => vi.advanceTimersByTime(wait));
    fireEvent.pointerUp(up());
    fireEvent.click(up());
    act(() => vi.advanceTimersByTime(1000));
    expect(sent).toEqual([1, 2, 3]);
  });

  it("does nothing when disabled", () => {
    stage({ disabled: true });
    expect([field().disabled, up().disabled, down().disabled]).toEqual([true, true, true]);
  });
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label, also when it holds a number back",
  async (label_visibility) => {
    const { user } = stage({ label_visibility, help: "In metres", max_value: 5 });
    await user.type(field(), "9{Enter}");
    expect(await flaws()).toEqual([]);
  },
);
