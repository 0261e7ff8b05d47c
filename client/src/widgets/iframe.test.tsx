import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";

import { stubMedia } from "../../test/screen";
import { stageWidget } from "../../test/stage";
import type { Iframe } from "../core/wire.gen";
import iframe from "./iframe";

const stage = (props: Partial<Iframe>) => stageWidget(iframe, { kind: "iframe", ...props }, null);
const frame = () => screen.getByTestId<HTMLIFrameElement>("stIFrame");

beforeEach(() => stubMedia());

/** Say something to the page, as what is in a frame does. */
const say = (data: unknown, source: MessageEventSource | null = frame().contentWindow) =>
  fireEvent(window, new MessageEvent("message", { data, source }));

it.each([
  ["https://a.b/c", true],
  ["data:text/plain,x", true],
  ["/static/page", false],
  ["_stcore/media/12ab.html", false],
  ["//a.b/c", true],
])("%s keeps its origin: %s", (src, keeps) => {
  stage({ src });
  expect(frame().getAttribute("src")).toBe(src);
  expect(frame().getAttribute("sandbox")!.includes("allow-same-origin")).toBe(keeps);
  expect(frame().getAttribute("sandbox")).toContain("allow-scripts");
});

it.each(["data:application/pdf;base64,JVBERg==", "_stcore/media/12ab.pdf"])(
  "shows PDF in no sandbox, in which browsers would not show it: %s",
  (src) => {
    stage({ src });
    expect(frame().hasAttribute("sandbox")).toBe(false);
  },
);

it("hands HTML to the empty page once, and new HTML to a new one", () => {
  const { rerun } = stage({ html: "<b>x</b>" });
  const first = frame();
  expect(first.src).toBe("http://localhost:3000/_stcore/frame");
  expect(first.getAttribute("sandbox")).not.toContain("allow-same-origin");
  const post = vi.spyOn(first.contentWindow!, "postMessage");
  fireEvent.load(first);
  fireEvent.load(first); // the person has followed a link in it
  expect(post.mock.calls).toEqual([[expect.stringContaining("<b>x</b>"), "*"]]);
  rerun({ html: "<b>y</b>" });
  expect(frame()).not.toBe(first);
});

it.each([
  ["<b>x</b>", true],
  ["<!doctype html><p>x", true],
  ["<b style='COLOR:red'>x</b>", false],
  ["<style>@import 'x'</style>x", false],
  ["<p bgcolor=red>x", false],
  ["<script src=x></script>", false],
])("HTML without colours has those of the page: %s, %s", (html, isPlain) => {
  stage({ html });
  const post = vi.spyOn(frame().contentWindow!, "postMessage");
  const dark = { colorScheme: "dark" } as CSSStyleDeclaration;
  const computed = vi.spyOn(window, "getComputedStyle").mockReturnValue(dark);
  fireEvent.load(frame());
  computed.mockRestore();
  const meta = '<meta name="color-scheme" content="dark">';
  expect(post.mock.calls).toEqual([[isPlain ? meta + html : html, "*"]]);
  expect(frame().hasAttribute("data-schemed")).toBe(isPlain);
});

it.each([
  ['<meta name="color-scheme" content="light dark"><p>x', true],
  ["<style>:root { color-scheme: light dark }</style>x", true],
  ["<style>@media (prefers-color-scheme: dark) { p { color: red } }</style>x", false],
])("HTML that knows light and dark is left as it is: %s, %s", (html, isSchemed) => {
  stage({ html });
  const post = vi.spyOn(frame().contentWindow!, "postMessage");
  fireEvent.load(frame());
  expect(post.mock.calls).toEqual([[html, "*"]]);
  expect(frame().hasAttribute("data-schemed")).toBe(isSchemed);
});

it("is as large as what is in it says, and nobody else", () => {
  stage({ html: "x", width: "content" });
  say({ kind: "size", width: 30, height: 40 }, window);
  say({ kind: "size", width: "30", height: 40 });
  say({ kind: "size", width: NaN, height: Infinity });
  say(null);
  expect(frame().style.height).toBe("");
  say({ kind: "size", width: 30, height: 40 });
  expect([frame().style.width, frame().style.height]).toEqual(["30px", "40px"]);
  say({ kind: "size", width: 30, height: 1e9 });
  expect(frame().style.height).toBe("10000px");
});

it.each(["stretch", 50] as const)("keeps a height of %s", (height) => {
  stage({ html: "x", height });
  say({ kind: "size", width: 30, height: 40 });
  expect(frame().style.height).toBe(height === 50 ? "50px" : "");
});

it("has a name and a place for Tab", () => {
  const { rerun } = stage({ html: "x" });
  expect(frame().title).toBe("st.iframe");
  rerun({ alt: "A map", tab_index: -1 });
  expect(screen.getByTitle("A map").tabIndex).toBe(-1);
});
