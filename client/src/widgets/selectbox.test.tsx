import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Selectbox } from "../core/wire.gen";
import selectbox from "./selectbox";

const FRUIT = ["apple", "banana", "cherry", "avocado"];
const NOTHING = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

const stage = (props: Partial<Selectbox> = {}, value: [number, string] | null = [0, "apple"]) =>
  stageWidget(selectbox, { kind: "selectbox", label: "Fruit", options: FRUIT, ...props }, value);
const box = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Fruit" });
const options = () => screen.queryAllByRole("option").map((each) => each.textContent);

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", NOTHING);
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});
afterEach(() => vi.unstubAllGlobals());

describe("choosing", () => {
  it("by mouse", async () => {
    const { user, sent } = stage();
    await user.click(box());
    expect(options()).toEqual(FRUIT);
    await user.click(screen.getByRole("option", { name: "cherry" }));
    expect(sent).toEqual([[2, "cherry"]]);
    expect(box().value).toBe("cherry");
    expect(options()).toEqual([]);
  });

  it("by arrow keys", async () => {
    const { user, sent } = stage();
    await user.tab();
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    expect(sent).toHaveLength(1);
    expect(box().value).toBe(sent[0]![1]);
  });

  it("by typing", async () => {
    const { user, sent } = stage();
    await user.click(box());
    await user.keyboard("ban");
    expect(options()).toEqual(["banana"]);
    await user.keyboard("{Enter}");
    expect(sent).toEqual([[1, "banana"]]);
  });

  it("by typing again, in place of the last choice", async () => {
    const { user, sent } = stage();
    await user.click(box());
    await user.keyboard("ban{Enter}che{Enter}");
    expect(sent).toEqual([
      [1, "banana"],
      [2, "cherry"],
    ]);
  });

  it("the same again sends nothing", async () => {
    const { user, sent } = stage();
    await user.click(box());
    await user.click(screen.getByRole("option", { name: "apple" }));
    expect(sent).toEqual([]);
  });

  it("tells equal options apart", async () => {
    const { user, sent } = stage({ options: ["A", "A", "B"] }, [0, "A"]);
    await user.click(box());
    await user.click(screen.getAllByRole("option", { name: "A" })[1]!);
    expect(sent).toEqual([[1, "A"]]);
  });

  it.each(["{Escape}", "{Tab}"])("is given up by %s", async (key) => {
    const { user, sent } = stage();
    await user.click(box());
    await user.keyboard("ban");
    await user.keyboard(key);
    expect(sent).toEqual([]);
    expect(box().value).toBe("apple");
  });

  it("is given up when focus goes to the page itself, as by Shift+Tab in its first element", async () => {
    const page = document.body.appendChild(document.createElement("main"));
    page.tabIndex = 0;
    const { user, sent, container } = stage();
    page.append(container);
    await user.click(box());
    await user.keyboard("ban");
    expect(page.contains(screen.getByRole("listbox"))).toBe(true);
    act(() => page.focus());
    await waitFor(() => expect(options()).toEqual([]));
    expect(sent).toEqual([]);
    page.remove();
  });
});

describe("what it shows", () => {
  it("has one input, as issue 8 asks", async () => {
    const { user } = stage();
    expect([...document.querySelectorAll("input")]).toEqual([box()]);
    await user.click(box());
    expect([...document.querySelectorAll("input")]).toEqual([box()]);
  });

  it("marks the chosen option", async () => {
    const { user } = stage({}, [1, "banana"]);
    await user.click(box());
    expect(screen.getByRole("option", { selected: true }).textContent).toBe("banana");
  });

  it("finds the chosen text among new options", async () => {
    const { user, rerun } = stage({}, [1, "banana"]);
    rerun({ options: ["kiwi", "lemon", "banana"] });
    await user.click(box());
    expect(box().value).toBe("banana");
    expect(screen.getByRole("option", { selected: true }).textContent).toBe("banana");
  });

  it("follows the script", () => {
    const { override } = stage();
    override([3, "avocado"]);
    expect(box().value).toBe("avocado");
  });

  it("says that nothing matches", async () => {
    const { user } = stage();
    await user.click(box());
    await user.keyboard("zzz");
    expect(screen.getByText("No results")).toBeDefined();
  });

  it.each<[Partial<Selectbox>, string, boolean]>([
    [{}, "Choose an option", false],
    [{ accept_new_options: true }, "Choose or add an option", false],
    [{ options: [] }, "No options to select", true],
    [{ options: [], accept_new_options: true }, "Add an option", false],
    [{ placeholder: "Which?" }, "Which?", false],
    [{ disabled: true }, "Choose an option", true],
  ])("with %j and no choice it says %j", (props, placeholder, disabled) => {
    stage(props, null);
    expect(box().placeholder).toBe(placeholder);
    expect(box().disabled).toBe(disabled);
  });

  it.each([
    ["fuzzy", ["avocado"]],
    ["contains", []],
  ] as const)("filters in the %s way", async (filter_mode, expected) => {
    const { user } = stage({ filter_mode });
    await user.click(box());
    await user.keyboard("aco");
    expect(options()).toEqual(expected);
  });

  it("does not filter without a filter mode", async () => {
    const { user } = stage({ filter_mode: null });
    await user.click(box());
    await user.keyboard("ban");
    expect(options()).toEqual(FRUIT);
    expect(box().value).toBe("apple");
  });

  it("draws only part of a long list", async () => {
    const { user } = stage({ options: Array.from({ length: 10_000 }, (_, at) => `option ${at}`) });
    await user.click(box());
    expect(options().length).toBeLessThan(100);
    expect(screen.getByRole("listbox")).toBeDefined();
  });
});

describe("clearing", () => {
  const clear = () => screen.queryByRole("button", { name: "Clear value" });

  it("is offered when the value may be empty", async () => {
    const { user, sent } = stage({ clearable: true });
    await user.click(clear()!);
    expect(sent).toEqual([null]);
    expect(box().value).toBe("");
    expect(document.activeElement).toBe(box());
    expect(clear()).toBeNull();
  });

  it("also works by emptying the text", async () => {
    const { user, sent } = stage({ clearable: true });
    await user.clear(box());
    expect(sent).toEqual([]);
    await user.tab();
    expect(sent).toEqual([null]);
  });

  it("is done by Escape, after what was typed is given up", async () => {
    const { user, sent } = stage({ clearable: true });
    await user.click(box());
    await user.keyboard("ban{Escape}");
    expect(sent).toEqual([]);
    expect(box().value).toBe("apple");
    await user.keyboard("{Escape}");
    expect(sent).toEqual([null]);
    expect(box().value).toBe("");
  });

  it("is not done by the Escape of an input method", () => {
    const { sent } = stage({ clearable: true });
    fireEvent.keyDown(box(), { key: "Escape", keyCode: 229 });
    expect(sent).toEqual([]);
  });

  it("is done by Escape at once in an open list", async () => {
    const { user, sent } = stage({ clearable: true });
    await user.click(box());
    await user.keyboard("{Escape}");
    expect(options()).toEqual([]);
    expect(sent).toEqual([null]);
  });

  it.each<Partial<Selectbox>>([{}, { clearable: true, required: true }])(
    "is not done by Escape with %o",
    async (props) => {
      const { user, sent } = stage(props);
      await user.click(box());
      await user.keyboard("{Escape}{Escape}");
      expect(sent).toEqual([]);
      expect(box().value).toBe("apple");
    },
  );

  it.each<Partial<Selectbox>>([{}, { clearable: true, required: true }])(
    "is not offered with %j",
    async (props) => {
      const { user, sent } = stage(props);
      expect(clear()).toBeNull();
      await user.clear(box());
      await user.tab();
      expect(sent).toEqual([]);
      expect(box().value).toBe("apple");
    },
  );
});

describe("options of one's own", () => {
  it("are added by Enter", async () => {
    const { user, sent } = stage({ accept_new_options: true });
    await user.click(box());
    await user.keyboard("app{Enter}");
    expect(sent).toEqual([[-1, "app"]]);
    expect(box().value).toBe("app");
  });

  it("are not offered when they differ from a given one by case alone", async () => {
    const { user, sent } = stage({ accept_new_options: true }, null);
    await user.click(box());
    await user.keyboard("BANANA");
    expect(options()).toEqual(["banana"]);
    await user.keyboard("{Enter}");
    expect(sent).toEqual([[1, "banana"]]);
  });

  it("can be replaced by another", async () => {
    const { user, sent } = stage({ accept_new_options: true }, [-1, "kiwi"]);
    expect(box().value).toBe("kiwi");
    await user.click(box());
    await user.keyboard("lime{Enter}");
    expect(sent).toEqual([[-1, "lime"]]);
  });
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label, open or closed",
  async (label_visibility) => {
    const { user } = stage({ label_visibility, help: "The sweetest", clearable: true });
    expect(await flaws()).toEqual([]);
    await user.click(box());
    expect(await flaws()).toEqual([]);
  },
);
