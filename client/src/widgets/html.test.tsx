import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";

import { insideOf } from "../../test/html";
import { flaws, stageWidget } from "../../test/stage";
import type { Html } from "../core/wire.gen";
import html from "./html";

const stage = (body: string, props: Partial<Html> = {}) =>
  stageWidget(html, { kind: "html", body, ...props }, null);
const box = () => screen.getByTestId("stHtml");

let sheets: string[];

// jsdom knows neither sheets that are no elements nor blobs with addresses.
beforeEach(() => {
  sheets = [];
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      replaceSync(text: string) {
        sheets.push(text);
      }
    },
  );
  document.adoptedStyleSheets = [];
  URL.createObjectURL = () => "blob:mine";
  URL.revokeObjectURL = () => {};
});

it.each([
  ["<b>x</b>", "<b>x</b>"],
  ["<p onclick='pwned()' style='color: red'>x</p>", '<p style="color: red;">x</p>'],
  ["<img src=x onerror=pwned()>", '<img src="x">'],
  ["<a href='javascript:pwned()'>x</a>", "<a>x</a>"],
  ["<iframe src='https://a.b'></iframe><object></object>x", "x"],
  ["<my-own>x</my-own>", "x"],
  [
    "<svg><script>pwned()</script><circle r='1'></circle></svg>",
    '<svg><circle r="1"></circle></svg>',
  ],
  ["a<script>pwned()</script>b", "ab"],
  ["a &amp; <!-- c --> b", "a &amp;  b"],
])("%s is cleaned", (body, clean) => {
  stage(body);
  expect(insideOf(box())).toBe(clean);
});

it("applies style sheets to the page as long as it is drawn, and takes no room for them", () => {
  const { rerun, unmount } = stage("<style>b {}</style>  <style>i {}</style>");
  expect(sheets).toEqual(["b {}", "i {}"]);
  expect(document.adoptedStyleSheets).toHaveLength(2);
  expect(box().hasAttribute("data-empty")).toBe(true);
  rerun({ body: "<style>u {}</style><b>x</b>" });
  expect(document.adoptedStyleSheets).toHaveLength(1);
  expect(box().hasAttribute("data-empty")).toBe(false);
  unmount();
  expect(document.adoptedStyleSheets).toEqual([]);
});

it("runs scripts from blobs, in their order, where they stand, when that is allowed", () => {
  stage(
    "<p>a</p><script id=s>one()</script><script type=module>two()</script><script type=application/json>{}</script>",
    { unsafe_allow_javascript: true },
  );
  const [one, two, data] = box().querySelectorAll("script");
  expect([one!.getAttribute("src"), one!.async, one!.id]).toEqual(["blob:mine", false, "s"]);
  expect(two!.type).toBe("module");
  expect([data!.hasAttribute("src"), data!.textContent]).toEqual([false, "{}"]);
});

it("says which script cannot be loaded", () => {
  const { rerun } = stage("<script src='https://a.b/c.js'></script>", {
    unsafe_allow_javascript: true,
  });
  fireEvent.error(box().querySelector("script")!);
  expect(screen.getByRole("alert").textContent).toContain("https://a.b/c.js cannot be loaded");
  rerun({ body: "x" });
  expect(screen.queryByRole("alert")).toBeNull();
});

it("does not run scripts again when nothing has changed", () => {
  const { rerun } = stage("<script>one()</script>", { unsafe_allow_javascript: true });
  const first = box().firstChild;
  rerun({ width: 300 });
  expect(box().firstChild).toBe(first);
});

it("has nothing that axe objects to", async () => {
  stage("<h1>x</h1><p>y</p>");
  expect(await flaws()).toEqual([]);
});
