import { fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { stubMedia } from "../../test/screen";
import { flaws, stageWidget } from "../../test/stage";
import type { TextArea } from "../core/wire.gen";
import textArea from "./text_area";

const stage = (props: Partial<TextArea> = {}, value: string | null = "") =>
  stageWidget(textArea, { kind: "text_area", label: "Story", ...props }, value);
const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Story" });

beforeEach(() => stubMedia());
afterEach(() => vi.unstubAllGlobals());

it("takes Enter for a new line, and sends its text on Ctrl+Enter, once", async () => {
  const { user, sent } = stage();
  await user.type(field(), "one{Enter}two");
  expect(sent).toEqual([]);
  await user.keyboard("{Control>}{Enter}{Enter}{/Control}");
  expect(sent).toEqual(["one\ntwo"]);
  await user.keyboard("!{Meta>}{Enter}{/Meta}");
  expect(sent).toEqual(["one\ntwo", "one\ntwo!"]);
});

it("sends its text when it loses focus, and nothing if nobody typed", async () => {
  const { user, sent } = stage({}, "a\r\nb");
  await user.click(field());
  await user.tab();
  expect(sent).toEqual([]);
  await user.type(field(), "c");
  await user.tab();
  expect(sent).toEqual(["a\nbc"]);
});

it("keeps what is being typed through reruns, but not when the script sets it", async () => {
  const { user, sent, rerun, override } = stage();
  await user.type(field(), "half");
  rerun({ help: "new" });
  expect(field().value).toBe("half");
  override("other");
  expect(field().value).toBe("other");
  expect(sent).toEqual([]);
});

it("does not take the Enter that ends a composition for its own", () => {
  const { sent } = stage();
  fireEvent.change(field(), { target: { value: "に" } });
  fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true, isComposing: true });
  expect(sent).toEqual([]);
});

it("sends half a text before a button is pressed", async () => {
  const { user, sent, session } = stage();
  await user.type(field(), "half");
  session.drafts.commit();
  expect(sent).toEqual(["half"]);
});

it("says how to send, and how much was typed of what may be", async () => {
  const { user } = stage({ max_chars: 5 });
  expect(screen.getByTestId("InputInstructions").textContent).toBe("0/5");
  await user.type(field(), "too long");
  expect(field().value).toBe("too l");
  const texts = [...screen.getByTestId("InputInstructions").children].map((e) => e.textContent);
  expect(texts).toEqual(["Press Ctrl+Enter to apply", "5/5"]);
});

it("is not sent empty if it is required", async () => {
  const { user, sent } = stage({ required: true }, "x");
  await user.clear(field());
  await user.tab();
  expect(sent).toEqual([]);
  expect(screen.getByRole("alert").textContent).toBe("This field is required.");
  expect(field().getAttribute("aria-invalid")).toBe("true");
});

it.each<[Partial<TextArea>, string]>([
  [{}, ""],
  [{ height: 200 }, "172px"],
  [{ height: 200, label_visibility: "hidden" }, "172px"],
  [{ height: 200, label_visibility: "collapsed" }, "200px"],
  [{ height: "stretch" }, ""],
])("with %j its box is %s high", (props, height) => {
  stage(props);
  expect(field().style.height).toBe(height);
});

it("grows with its text where the style sheet cannot make it", () => {
  const { override } = stage({ height: "content" });
  Object.defineProperty(field(), "scrollHeight", { value: 321 });
  override("more");
  expect(field().style.height).toBe("321px");
});

it("can be disabled", () => {
  stage({ disabled: true, placeholder: "nothing" });
  expect(field().disabled).toBe(true);
  expect(field().placeholder).toBe("nothing");
});

it.each(["visible", "hidden", "collapsed"] as const)(
  "has nothing that axe objects to with a %s label",
  async (label_visibility) => {
    stage({ label_visibility, help: "All of it", required: true, max_chars: 10 });
    expect(await flaws()).toEqual([]);
  },
);

it.each([
  ["coarse", "3/9"],
  ["fine", "Press Ctrl+Enter to apply3/9"],
])("names keys where there are some, with a pointer that is %s", async (pointer, said) => {
  stubMedia(`(pointer: ${pointer})`);
  const { user } = stage({ max_chars: 9 });
  await user.type(field(), "one");
  expect(screen.getByTestId("InputInstructions").textContent).toBe(said);
});
