import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { flaws, stageWidget, type Sparse } from "../../test/stage";
import type { Slider } from "../core/wire.gen";
import slider from "./slider";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const AGE: Sparse<Slider> = {
  kind: "slider",
  label: "Age",
  min_value: 0,
  max_value: 100,
  step: 5,
  unit: "int",
};

const stage = (props: Partial<Slider> = {}, value: number[] = [20]) =>
  stageWidget(slider, { ...AGE, ...props }, value);
const thumbs = () => screen.getAllByRole<HTMLInputElement>("slider");
const texts = () => screen.getAllByTestId("stSliderThumbValue").map((each) => each.textContent);

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
      unobserve() {}
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("by keyboard", () => {
  it.each([
    ["{ArrowRight}", 25],
    ["{ArrowUp}", 25],
    ["{ArrowLeft}", 15],
    ["{ArrowDown}", 15],
    ["{PageUp}", 30],
    ["{PageDown}", 10],
    ["{Home}", 0],
    ["{End}", 100],
  ])("%s sends %d at once", async (keys, expected) => {
    const { user, sent } = stage();
    await user.tab();
    await user.keyboard(keys);
    expect(sent).toEqual([[expected]]);
    expect(texts()).toEqual([`${expected}`]);
  });

  it("sends each of six pressed", async () => {
    const { user, sent } = stage({ step: 1 }, [0]);
    await user.tab();
    await user.keyboard("{ArrowRight}".repeat(6));
    expect(sent).toEqual([[1], [2], [3], [4], [5], [6]]);
  });

  it("sends a key that is held once it is released", () => {
    const { sent } = stage();
    const [thumb] = thumbs();
    act(() => thumb!.focus());
    fireEvent.keyDown(thumb!, { key: "ArrowRight" });
    fireEvent.keyDown(thumb!, { key: "ArrowRight", repeat: true });
    fireEvent.keyDown(thumb!, { key: "ArrowRight", repeat: true });
    expect(sent).toEqual([[25]]);
    expect(texts()).toEqual(["35"]);
    fireEvent.keyUp(thumb!, { key: "ArrowRight" });
    expect(sent).toEqual([[25], [35]]);
  });

  it("sends a key that is held when it rests", () => {
    vi.useFakeTimers();
    const { sent } = stage();
    const [thumb] = thumbs();
    act(() => thumb!.focus());
    fireEvent.keyDown(thumb!, { key: "ArrowRight", repeat: true });
    expect(sent).toEqual([]);
    act(() => vi.advanceTimersByTime(200));
    expect(sent).toEqual([[25]]);
  });

  it("counts steps from the low end without dust, and can reach the high end", async () => {
    const { user, sent } = stage(
      { unit: "float", min_value: 0.1, max_value: 0.45, step: 0.1 },
      [0.2],
    );
    await user.tab();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}");
    expect(sent).toEqual([[0.3], [0.4], [0.45]]);
  });
});

describe("while a thumb is held", () => {
  const at = (place: number) => ({ clientX: place, clientY: 0, button: 0, buttons: 1 });
  const move = (place: number) => fireEvent.pointerMove(document, at(place));

  function press(place: number) {
    const control = document.querySelector<HTMLElement>(".st-slider-control")!;
    const rect = { left: 0, width: 100, right: 100, top: 0, bottom: 10, height: 10, x: 0, y: 0 };
    control.getBoundingClientRect = () => rect as DOMRect;
    control.hasPointerCapture = () => false;
    fireEvent.pointerDown(control, at(place));
  }

  it("stays where it is, whatever the script draws, and counts when it is released", () => {
    vi.useFakeTimers();
    const { override, rerun, sent } = stage();
    press(40);
    move(60);
    expect(texts()).toEqual(["60"]);
    act(() => vi.advanceTimersByTime(200));
    expect(sent).toEqual([[60]]);
    rerun({ help: "New" });
    override([10]);
    expect(texts()).toEqual(["60"]);
    move(70);
    override([10]);
    expect(texts()).toEqual(["70"]);
    fireEvent.pointerUp(document, at(70));
    expect(sent).toEqual([[60], [70]]);
    expect(texts()).toEqual(["70"]);
    override([10]);
    expect(texts()).toEqual(["10"]);
  });

  it("keeps to the bounds, should they change", () => {
    const { rerun } = stage();
    press(40);
    move(60);
    rerun({ max_value: 50 });
    expect(texts()).toEqual(["50"]);
  });

  it("is let go of with the key, or with the focus", () => {
    const { override, sent } = stage();
    const [thumb] = thumbs();
    act(() => thumb!.focus());
    fireEvent.keyDown(thumb!, { key: "ArrowRight", repeat: true });
    override([10]);
    expect(texts()).toEqual(["25"]);
    act(() => thumb!.blur());
    expect(sent).toEqual([[25]]);
    override([10]);
    expect(texts()).toEqual(["10"]);
  });

  it("sends where it is before a button that is pressed by a key", () => {
    const { session, sent } = stage();
    press(40);
    session.drafts.commit();
    expect(sent).toEqual([[40]]);
  });
});

describe("what it shows", () => {
  it.each<[Partial<Slider>, number, string]>([
    [{}, 20, "20"],
    [{ format: "%d kg" }, 20, "20 kg"],
    [{ unit: "float", format: "%.2f" }, 0.5, "0.50"],
    [{ unit: "float", format: "percent" }, 0.25, "25%"],
    [{ unit: "date", max_value: 100 * DAY, step: DAY }, 31 * DAY, "1970-02-01"],
    [{ unit: "time", max_value: DAY, step: HOUR, format: "HH:mm" }, 13 * HOUR, "13:00"],
    [{ unit: "datetime", max_value: DAY, step: HOUR, format: "ddd ha" }, HOUR, "Thu 1am"],
  ])("with %j, %d reads %s", (props, value, text) => {
    stage(props, [value]);
    expect(texts()).toEqual([text]);
    expect(thumbs()[0]!.getAttribute("aria-valuetext")).toBe(text);
  });

  it("tells its ends", () => {
    stage({ format: "%d years" });
    expect(screen.getByTestId("stSliderTickBar").textContent).toBe("0 years100 years");
  });

  it.each(["visible", "hidden", "collapsed"] as const)(
    "is named by a %s label",
    (label_visibility) => {
      stage({ label_visibility });
      expect(screen.getByRole("slider", { name: "Age" })).toBeDefined();
    },
  );

  it("follows the script", () => {
    const { override } = stage();
    override([75]);
    expect(texts()).toEqual(["75"]);
  });

  it("with equal ends is still and whole", async () => {
    const { user, sent } = stage({ min_value: 7, max_value: 7 }, [7]);
    await user.tab();
    await user.keyboard("{ArrowRight}");
    expect(texts()).toEqual(["7"]);
    expect(thumbs()[0]!.disabled).toBe(true);
    expect(sent).toEqual([]);
  });

  it("can be disabled", () => {
    stage({ disabled: true });
    expect(thumbs()[0]!.disabled).toBe(true);
  });
});

describe("a range", () => {
  it("names and moves both of its ends, which do not pass each other", async () => {
    const { user, sent } = stage({ label: "**Age**" }, [25, 32]);
    const [start, end] = thumbs();
    expect(start!.getAttribute("aria-label")).toBe("Age — start");
    expect(end!.getAttribute("aria-label")).toBe("Age — end");
    act(() => start!.focus());
    await user.keyboard("{ArrowRight}");
    expect(sent.at(-1)).toEqual([30, 32]); // the end that stood off the steps was not touched
    await user.keyboard("{End}");
    expect(sent.at(-1)![0]).toBeLessThanOrEqual(32);
    expect(sent.at(-1)![1]).toBe(32);
  });
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label",
  async (label_visibility) => {
    stage({ label_visibility, help: "In years" }, [20, 60]);
    expect(await flaws()).toEqual([]);
  },
);
