import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";

import { insideOf } from "../../test/html";
import { stubMedia } from "../../test/screen";
import { flaws, stageWidget } from "../../test/stage";
import { encode } from "../core/msgpack";
import type { ComponentV2 } from "../core/wire.gen";
import type { Given } from "../view/parts/mounted/mounted";
import component from "./component_v2";

vi.mock("../view/parts/mounted/tokens", () => ({ setTokens() {} }));

interface Box {
  calls: { data: unknown; name: string; parentElement: Element }[];
  cleaned: number;
}

let box: Box;

const RECORD = `export default (given) => {
  globalThis.box.calls.push(given);
  return () => { globalThis.box.cleaned += 1; };
}`;

const stage = (props: Partial<ComponentV2> = {}, value = {}) =>
  stageWidget(
    component,
    { kind: "component_v2", label: "knob", html: "<b>x</b>", press: "!w", ...props },
    value,
  );

const given = (data: unknown) => ({ data: encode(data) });
const module = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;
const called = (times: number) => waitFor(() => expect(box.calls).toHaveLength(times));

beforeEach(() => {
  box = { calls: [], cleaned: 0 };
  vi.stubGlobal("box", box);
  vi.spyOn(console, "error").mockImplementation(() => {});
  stubMedia();
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      text = "";
      media: string;
      constructor({ media = "" } = {}) {
        this.media = media;
      }
      replaceSync(text: string) {
        this.text = text;
      }
    },
  );
  const sheets = new WeakMap<object, unknown[]>();
  for (const kind of [ShadowRoot, Document])
    Object.defineProperty(kind.prototype, "adoptedStyleSheets", {
      configurable: true,
      get(this: object) {
        return sheets.get(this) ?? [];
      },
      set(this: object, value: unknown[]) {
        sheets.set(this, value);
      },
    });
});

it("h07: calls its function again when its data are others, on the same nodes", async () => {
  const { rerun, unmount } = stage({ script: module(RECORD), data: given({ n: 1 }) });
  await called(1);
  const [first] = box.calls;
  expect(first!.data).toEqual({ n: 1 });
  expect(first!.name).toBe("knob");
  const node = first!.parentElement.querySelector("b");
  rerun({ label: "knob" });
  rerun({ data: given({ n: 2 }) });
  await called(2);
  expect(box.calls[1]!.data).toEqual({ n: 2 });
  expect(box.calls[1]!.parentElement.querySelector("b")).toBe(node);
  expect(box.cleaned).toBe(0);
  unmount();
  expect(box.cleaned).toBe(1);
});

it("h08: a style of its HTML holds for the media that it names", async () => {
  const html = "<style media=print>b { top: 0 }</style><b>x</b>";
  stage({ html, css: "b { left: 0 }", script: module(RECORD) });
  await called(1);
  const { adoptedStyleSheets } = box.calls[0]!.parentElement as unknown as ShadowRoot;
  expect(adoptedStyleSheets).toMatchObject([
    { text: "b { left: 0 }", media: "" },
    { text: "b { top: 0 }", media: "print" },
  ]);
});

it("h11: asks again for data in a file that do not come at once", async () => {
  const answers = [new Response("", { status: 503 }), new Response(encode({ n: 7 }).slice())];
  vi.stubGlobal("fetch", () => Promise.resolve(answers.shift()));
  stage({ script: module(RECORD), data: { file: "_stcore/media/1.bin" } });
  await waitFor(() => expect(box.calls).toHaveLength(1), { timeout: 4000 });
  expect(box.calls[0]!.data).toEqual({ n: 7 });
  expect(screen.queryByRole("alert")).toBeNull();
});

it("h02, h03: sends what it keeps as its value, and triggers with it", async () => {
  const { sent, session, unmount } = stage({ script: module(RECORD) }, { a: 1 });
  await called(1);
  const submit = vi.spyOn(session.inputs, "submit");
  const { setStateValue, setTriggerValue } = box.calls[0] as unknown as Given;
  setStateValue("b", 2);
  await waitFor(() => expect(sent).toEqual([{ a: 1, b: 2 }]));
  setStateValue("b", 3);
  setTriggerValue("hit", "x");
  await waitFor(() => expect(submit).toHaveBeenCalledOnce());
  expect(submit).toHaveBeenCalledWith("!w", { w: { a: 1, b: 3 }, "!w": { hit: "x" } });
  unmount();
  setStateValue("b", 4);
  await Promise.resolve();
  expect(sent).toHaveLength(1);
});

it("h15: triggers nothing in a form, and says so to developers", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { session } = stage({ script: module(RECORD), press: "" });
  await called(1);
  const submit = vi.spyOn(session.inputs, "submit");
  (box.calls[0] as unknown as Given).setTriggerValue("hit", 1);
  await Promise.resolve();
  expect(submit).not.toHaveBeenCalled();
  expect(warn).toHaveBeenCalledWith(expect.stringContaining("“hit” is left out"));
});

it.each([
  ["throw new Error('no import')", "no import"],
  ["export const x = 1", "its module must export a function by default"],
  ["export default () => { throw new Error('no call') }", "no call"],
  ["export default async () => { throw new Error('no promise') }", "no promise"],
  ["export default (given) => given.setStateValue('', 1)", "the name of a value must be a text"],
])("h10: %s is said by name, and breaks nothing else", async (text, words) => {
  stage({ script: module(text) });
  const card = await screen.findByRole("alert", undefined, { timeout: 3000 });
  expect(card.textContent).toContain("The component “knob” does not work: ");
  expect(card.textContent).toContain(words);
  expect(await flaws()).toEqual([]);
});

it("h10: a value that is refused is said until one is taken, in another go", async () => {
  const { sent } = stage({ script: module(RECORD) });
  await called(1);
  const { setStateValue } = box.calls[0] as unknown as Given;
  act(() => {
    setStateValue("x", 1n);
    setStateValue("y", 1);
  });
  expect((await screen.findByRole("alert")).textContent).toContain("BigInt");
  act(() => setStateValue("x", 2));
  expect(screen.queryByRole("alert")).toBeNull();
  await waitFor(() => expect(sent.at(-1)).toEqual({ x: 2, y: 1 }));
  setStateValue("x", "y".repeat(1_000_000));
  expect((await screen.findByRole("alert")).textContent).toContain("too large");
  act(() => setStateValue("x", 3));
  expect(screen.queryByRole("alert")).toBeNull();
});

it("h10: what its function throws is not taken back by a value", async () => {
  stage({
    script: module(`export default (given) => {
    globalThis.box.calls.push(given);
    throw new Error("no call");
  }`),
  });
  await called(1);
  expect((await screen.findByRole("alert")).textContent).toContain("no call");
  act(() => (box.calls[0] as unknown as Given).setStateValue("x", 1));
  expect(screen.getByRole("alert").textContent).toContain("no call");
});

it("h10: what fails once works again with other data, and a clean-up that fails ends quietly", async () => {
  const text = `export default ({ data }) => {
    if (data.bad) throw new Error("bad data");
    return () => { throw new Error("not clean"); };
  }`;
  const { rerun, unmount } = stage({ script: module(text), data: given({ bad: true }) });
  expect((await screen.findByRole("alert")).textContent).toContain("bad data");
  rerun({ data: given({ bad: false }) });
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  unmount();
  expect(console.error).toHaveBeenLastCalledWith(new Error("not clean"));
});

it("h09: isolates its styles, or gives them to the page as long as it is there", () => {
  const css = "b { color: red }";
  const { rerun, unmount, container } = stage({ css });
  const isolated = container.querySelector("[data-testid=stBidiComponentIsolated]")!;
  expect(isolated.shadowRoot!.adoptedStyleSheets).toMatchObject([{ text: css }]);
  expect(isolated.shadowRoot!.firstElementChild!.outerHTML).toBe("<b>x</b>");
  rerun({ isolates: false });
  const regular = container.querySelector("[data-testid=stBidiComponentRegular]")!;
  expect(insideOf(regular)).toBe("<b>x</b>");
  expect(document.adoptedStyleSheets).toMatchObject([{ text: css }]);
  unmount();
  expect(document.adoptedStyleSheets).toEqual([]);
});

it("h10: says a style sheet that does not come, and goes on", async () => {
  const { container } = stage({ sheet: "style.css", script: module(RECORD), isolates: false });
  const link = container.querySelector("link")!;
  link.dispatchEvent(new Event("error"));
  await called(1);
  expect(screen.getByRole("alert").textContent).toContain("its style sheet cannot be loaded");
});
