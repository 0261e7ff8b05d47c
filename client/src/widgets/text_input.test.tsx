import { fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { flaws, stageWidget, type Sparse } from "../../test/stage";
import textInput from "./text_input";
import type { TextInput } from "../core/wire.gen";

const NAME: Sparse<TextInput> = { kind: "text_input", label: "Name" };

const stage = (props: Partial<TextInput> = {}, value: string | null = "") =>
  stageWidget(textInput, { ...NAME, ...props }, value);
const field = () => screen.getByLabelText<HTMLInputElement>("Name");

afterEach(() => vi.useRealTimers());

describe("a text input", () => {
  it("sends its text on Enter, once", async () => {
    const { user, sent } = stage();
    await user.type(field(), "Ada{Enter}{Enter}");
    expect(sent).toEqual(["Ada"]);
    expect(field().value).toBe("Ada");
  });

  it("sends its text when it loses focus", async () => {
    const { user, sent } = stage();
    await user.type(field(), "Ada");
    expect(sent).toEqual([]);
    await user.tab();
    expect(sent).toEqual(["Ada"]);
  });

  it("sends its text before the click that takes the focus away", async () => {
    const order: string[] = [];
    const { user, sent } = stage();
    const button = document.body.appendChild(document.createElement("button"));
    button.onclick = () => order.push(...sent.map(String), "click");
    await user.type(field(), "Ada");
    await user.click(button);
    expect(order).toEqual(["Ada", "click"]);
    button.remove();
  });

  it("sends nothing when the text did not change", async () => {
    const { user, sent } = stage({}, "Ada");
    await user.type(field(), "x{Backspace}{Enter}");
    await user.tab();
    expect(sent).toEqual([]);
  });

  it("keeps what is being typed through reruns", async () => {
    const { user, rerun } = stage();
    await user.type(field(), "Ad");
    rerun({ help: "new" });
    await user.type(field(), "a");
    expect(field().value).toBe("Ada");
  });

  it("shows what the script set, also while typing", async () => {
    const { user, sent, override } = stage();
    await user.type(field(), "Ad");
    override("Grace");
    expect(field().value).toBe("Grace");
    await user.type(field(), "!{Enter}");
    expect(sent).toEqual(["Grace!"]);
  });

  it("tells how to send while there is something to send", async () => {
    const { user } = stage();
    await user.type(field(), "A");
    expect(screen.getByText("Press Enter to apply")).toBeDefined();
    await user.keyboard("{Enter}");
    expect(screen.queryByText("Press Enter to apply")).toBeNull();
  });

  it("does not take the Enter that ends a composition for its own", () => {
    const { sent } = stage();
    fireEvent.change(field(), { target: { value: "に" } });
    fireEvent.keyDown(field(), { key: "Enter", isComposing: true });
    expect(sent).toEqual([]);
    fireEvent.keyDown(field(), { key: "Enter" });
    expect(sent).toEqual(["に"]);
  });

  it("starts empty without a value, and sends an empty text when emptied", async () => {
    const { user, sent } = stage({ placeholder: "Your name" }, null);
    expect(field().value).toBe("");
    expect(field().placeholder).toBe("Your name");
    await user.type(field(), "A{Enter}{Backspace}{Enter}");
    expect(sent).toEqual(["A", ""]);
  });

  it("counts characters and takes no more than allowed", async () => {
    const { user } = stage({ max_chars: 3 });
    await user.type(field(), "Grace");
    expect(field().value).toBe("Gra");
    expect(screen.getByText("3/3")).toBeDefined();
  });

  it("can be disabled", () => {
    stage({ disabled: true });
    expect(field().disabled).toBe(true);
  });

  it.each(["visible", "hidden", "collapsed"] as const)("is named by a %s label", (visibility) => {
    stage({ label_visibility: visibility });
    expect(screen.getByRole("textbox", { name: "Name" })).toBeDefined();
  });
});

describe("validation", () => {
  it("holds back an empty text that is required", async () => {
    const { user, sent } = stage({ required: true }, "Ada");
    await user.clear(field());
    await user.keyboard(" {Enter}");
    expect(sent).toEqual([]);
    expect(screen.getByRole("alert").textContent).toBe("This field is required.");
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(field().getAttribute("aria-required")).toBe("true");
  });

  it("holds back a text that does not match, until it does", async () => {
    const { user, sent } = stage({ validate: "^a+$", validate_message: "only a" });
    await user.type(field(), "b{Enter}");
    expect(screen.getByRole("alert").textContent).toBe("only a");
    expect(field().getAttribute("aria-describedby")).toContain(screen.getByRole("alert").id);
    await user.type(field(), "{Backspace}a");
    expect(screen.queryByRole("alert")).toBeNull();
    await user.keyboard("{Enter}");
    expect(sent).toEqual(["a"]);
  });

  it.each([
    ["a pattern is looked for anywhere", { validate: "b" }, "abc", ["abc"]],
    ["an empty text passes", { validate: "^a+$" }, "", [""]],
    ["a pattern that is no pattern passes", { validate: "(" }, "abc", ["abc"]],
  ] as const)("%s", async (_claim, props, typed, expected) => {
    const { user, sent } = stage(props, "old");
    await user.clear(field());
    if (typed) await user.type(field(), typed);
    await user.keyboard("{Enter}");
    expect(sent).toEqual(expected);
  });
});

describe("a live text input", () => {
  it.each([
    [true, 250],
    [40, 40],
  ])("of %s sends once typing has paused for %d ms", (live, pause) => {
    vi.useFakeTimers();
    const { sent } = stage({ live });
    fireEvent.change(field(), { target: { value: "A" } });
    vi.advanceTimersByTime(pause - 1);
    fireEvent.change(field(), { target: { value: "Ad" } });
    vi.advanceTimersByTime(pause - 1);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual(["Ad"]);
  });

  it("waits for the end of a composition", () => {
    vi.useFakeTimers();
    const { sent } = stage({ live: true });
    fireEvent.compositionStart(field());
    fireEvent.change(field(), { target: { value: "n" } });
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([]);
    fireEvent.compositionEnd(field());
    vi.advanceTimersByTime(250);
    expect(sent).toEqual(["n"]);
  });
});

describe("special types", () => {
  it("a password can be shown without sending it", async () => {
    const { user, sent } = stage({ type: "password" });
    expect(field().type).toBe("password");
    await user.type(field(), "secret");
    await user.click(screen.getByRole("button", { name: "Show password" }));
    expect(field().type).toBe("text");
    await user.click(screen.getByRole("button", { name: "Hide password" }));
    expect(field().type).toBe("password");
    expect(sent).toEqual([]);
  });

  it("a search can be emptied at once", async () => {
    const { user, sent } = stage({ type: "search" }, "cats");
    await user.click(screen.getByRole("button", { name: "Clear" }));
    expect(sent).toEqual([""]);
  });

  it.each([
    ["email", "email"],
    ["url", "url"],
    ["phone", "tel"],
  ] as const)("%s is a native field of its kind", (type, native) => {
    stage({ type, autocomplete: native });
    expect(field().type).toBe(native);
    expect(field().autocomplete).toBe(native);
  });
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label, also when it holds a text back",
  async (label_visibility) => {
    const { user } = stage({ label_visibility, help: "As in your passport", validate: "^a" });
    await user.type(field(), "b{Enter}");
    expect(await flaws()).toEqual([]);
  },
);
