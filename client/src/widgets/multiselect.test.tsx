import { fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Multiselect } from "../core/wire.gen";
import type { Choice } from "../lib/options";
import multiselect from "./multiselect";

const FRUIT = ["apple", "banana", "cherry", "avocado"];
const APPLE: Choice = [0, "apple"];
const BANANA: Choice = [1, "banana"];
const CHERRY: Choice = [2, "cherry"];
const AVOCADO: Choice = [3, "avocado"];
const NOTHING = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

const stage = (props: Partial<Multiselect> = {}, value: Choice[] = []) =>
  stageWidget(
    multiselect,
    { kind: "multiselect", label: "Fruit", options: FRUIT, ...props },
    value,
  );
const box = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Fruit" });
const options = () => screen.queryAllByRole("option").map((each) => each.textContent);
const option = (name: string) => screen.getByRole("option", { name });
const chips = () => [...document.querySelectorAll("[data-tag]")].map((each) => each.textContent);

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", NOTHING);
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});
afterEach(() => vi.unstubAllGlobals());

describe("choosing", () => {
  it("by mouse, one after the other, from those that are left", async () => {
    const { user, sent } = stage();
    await user.click(box());
    await user.click(option("cherry"));
    expect(options()).toEqual(["Select all", "apple", "banana", "avocado"]);
    await user.click(option("apple"));
    expect(sent).toEqual([[CHERRY], [CHERRY, APPLE]]);
    expect(chips()).toEqual(["cherry", "apple"]);
    expect(document.activeElement).toBe(box());
  });

  it("by typing: the best match is taken, what was typed goes, and the list stays", async () => {
    const { user, sent } = stage({}, [BANANA]);
    await user.click(box());
    await user.keyboard("a");
    expect(options()).toEqual(["Select 2 matches", "apple", "avocado"]);
    await user.keyboard("{Enter}");
    expect(sent).toEqual([[BANANA, APPLE]]);
    expect(box().value).toBe("");
    expect(options()).toEqual(["Select all", "cherry", "avocado"]);
  });

  it("by arrow keys, which come to Select all last", async () => {
    const { user, sent } = stage();
    await user.click(box());
    await user.keyboard("{ArrowDown}{Enter}");
    expect(sent).toEqual([[APPLE]]);
    await user.keyboard("{Escape}{ArrowUp}");
    await user.keyboard("{Enter}");
    expect(sent.at(-1)).toEqual([APPLE, BANANA, CHERRY, AVOCADO]);
  });

  it("tells equal options apart", async () => {
    const { user, sent } = stage({ options: ["A", "A", "B"] });
    await user.click(box());
    await user.click(screen.getAllByRole("option", { name: "A" })[1]!);
    await user.click(option("A"));
    expect(sent.at(-1)).toEqual([
      [1, "A"],
      [0, "A"],
    ]);
  });

  it("is not given up by the Escape of an input method", async () => {
    const { user } = stage();
    await user.type(box(), "ban");
    fireEvent.keyDown(box(), { key: "Escape", keyCode: 229 });
    expect(box().value).toBe("ban");
  });

  it.each(["{Escape}", "{Tab}"])("is given up by %s", async (key) => {
    const { user, sent } = stage({ accept_new_options: true });
    await user.click(box());
    await user.keyboard(`ban${key}`);
    expect(sent).toEqual([]);
    expect(box().value).toBe("");
  });
});

describe("all at once", () => {
  it("chooses all that match", async () => {
    const { user, sent } = stage({}, [CHERRY]);
    await user.click(box());
    await user.keyboard("a");
    await user.click(option("Select 3 matches"));
    expect(sent).toEqual([[CHERRY, APPLE, AVOCADO, BANANA]]);
    expect(options()).toEqual([]);
  });

  it("chooses no more than there may be", async () => {
    const { user, sent } = stage({ max_selections: 2 });
    await user.click(box());
    await user.click(option("Select all"));
    expect(sent).toEqual([[APPLE, BANANA]]);
  });

  it.each<[boolean | number, string, boolean]>([
    [true, "", true],
    [false, "", false],
    [0, "", false],
    [4, "", true],
    [3, "", false],
    [3, "an", true],
    [1000, "ban", false],
  ])("is there with select_all=%j and %j typed: %j", async (select_all, typed, isThere) => {
    const { user } = stage({ select_all, options: [...FRUIT.slice(0, 3), "mango"] });
    await user.click(box());
    if (typed) await user.keyboard(typed);
    expect(options().some((each) => each!.startsWith("Select"))).toBe(isThere);
  });
});

describe("what there may be", () => {
  it("is said when there is no more to choose", async () => {
    const { user, sent } = stage({ max_selections: 2 }, [APPLE, BANANA]);
    await user.click(box());
    expect(options()).toEqual([]);
    const text = /^You can only select up to 2 options. Remove an option first./;
    expect(screen.getByText(text)).toBeDefined();
    await user.keyboard("che{Enter}");
    expect(sent).toEqual([]);
  });

  it("can be text of one's own, once", async () => {
    const { user, sent } = stage({ accept_new_options: true });
    await user.click(box());
    await user.keyboard("kiwi{Enter}");
    await user.keyboard("KIWI");
    expect(options()).toEqual([]);
    await user.keyboard("{Enter}{Escape}BANANA{Enter}");
    expect(sent).toEqual([[[-1, "kiwi"]], [[-1, "kiwi"], BANANA]]);
  });
});

describe("taking back", () => {
  it("by the button of a chip", async () => {
    const { user, sent } = stage({}, [APPLE, BANANA, CHERRY]);
    await user.click(screen.getByRole("button", { name: "Remove banana" }));
    expect(sent).toEqual([[APPLE, CHERRY]]);
    expect(document.activeElement).toBe(box());
  });

  it("by Backspace where nothing is typed", async () => {
    const { user, sent } = stage({}, [APPLE, BANANA]);
    await user.click(box());
    await user.keyboard("x{Backspace}");
    expect(sent).toEqual([]);
    await user.keyboard("{Backspace}{Backspace}{Backspace}");
    expect(sent).toEqual([[APPLE], []]);
  });

  it("by Delete on the chip that arrows lead to", async () => {
    const { user, sent } = stage({}, [APPLE, [-1, "kiwi"], CHERRY]);
    await user.tab();
    await user.keyboard("{ArrowLeft}{ArrowLeft}{Delete}");
    expect(sent).toEqual([[APPLE, CHERRY]]);
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(box());
  });

  it("by the button for all of them, but not by Escape", async () => {
    const { user, sent } = stage({}, [APPLE, BANANA]);
    await user.click(box());
    await user.keyboard("{Escape}{Escape}");
    expect(sent).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Clear all" }));
    expect(sent).toEqual([[]]);
    expect(document.activeElement).toBe(box());
    expect(screen.queryByRole("button", { name: "Clear all" })).toBeNull();
  });
});

describe("what it shows", () => {
  it("follows the script, and finds what is chosen among new options", async () => {
    const { user, override, rerun, sent } = stage({}, [APPLE]);
    override([CHERRY, AVOCADO]);
    expect(chips()).toEqual(["cherry", "avocado"]);
    rerun({ options: ["kiwi", "cherry", "plum"] });
    await user.click(box());
    expect(options()).toEqual(["Select all", "kiwi", "plum"]);
    await user.click(option("plum"));
    expect(sent.at(-1)).toContainEqual([2, "plum"]);
  });

  it.each<[Partial<Multiselect>, string, boolean]>([
    [{}, "Choose options", false],
    [{ accept_new_options: true }, "Choose or add options", false],
    [{ options: [] }, "No options to select", true],
    [{ options: [], accept_new_options: true }, "Add options", false],
    [{ placeholder: "Which?" }, "Which?", false],
    [{ disabled: true }, "Choose options", true],
  ])("with %j and no choice it says %j", (props, placeholder, disabled) => {
    stage(props);
    expect(box().placeholder).toBe(placeholder);
    expect(box().disabled).toBe(disabled);
  });

  it("has no buttons that change it when it is disabled", () => {
    stage({ disabled: true }, [APPLE]);
    expect(chips()).toEqual(["apple"]);
    expect(box().placeholder).toBe("");
    expect(screen.queryByRole("button", { name: /Remove|Clear/ })).toBeNull();
  });

  it("does not filter without a filter mode", async () => {
    const { user } = stage({ filter_mode: null });
    await user.click(box());
    await user.keyboard("ban");
    expect(options()).toEqual(["Select all", ...FRUIT]);
  });

  it("draws only part of a long list", async () => {
    const { user } = stage({ options: Array.from({ length: 10_000 }, (_, at) => `option ${at}`) });
    await user.click(box());
    expect(options().length).toBeLessThan(100);
    expect(screen.getByRole("listbox")).toBeDefined();
  });
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label, open or closed",
  async (label_visibility) => {
    const { user } = stage({ label_visibility, help: "The sweetest" }, [APPLE, BANANA]);
    expect(await flaws()).toEqual([]);
    await user.click(box());
    expect(await flaws()).toEqual([]);
  },
);
