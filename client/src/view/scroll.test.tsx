/** A page that is loaded again is where it was. */
// Alone: elements are told how far they are scrolled.

import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { insert } from "../../test/edits";
import { stubGrowth } from "../../test/observers";
import { openPage, openPageAs } from "../../test/page";
import { stubMedia } from "../../test/screen";

const TEXT = insert("a", { kind: "text", body: "Hello" });

let growth: ReturnType<typeof stubGrowth>;
/** How far the content lets the page be scrolled. */
let most: number;

beforeEach(() => {
  stubMedia();
  growth = stubGrowth();
  most = 0;
  let top = 0;
  Object.defineProperty(HTMLElement.prototype, "scrollTop", {
    configurable: true,
    get: () => top,
    set: (to: number) => void (top = Math.min(to, most)),
  });
});
afterEach(() => {
  Reflect.deleteProperty(HTMLElement.prototype, "scrollTop");
  vi.unstubAllGlobals();
});

const main = () => screen.getByRole("main");
const grow = (to: number) => {
  most = to;
  growth.all();
};

/** Scroll a page, leave it, and load it again. */
function reload() {
  const first = openPage(TEXT);
  most = 900;
  main().scrollTop = 300;
  dispatchEvent(new Event("pagehide"));
  const saved = JSON.parse(JSON.stringify(first.session.save())) as ReturnType<
    typeof first.session.save
  >;
  first.unmount();
  most = 0;
  document.body.scrollTop = 0;
  return openPageAs({ saved }, TEXT);
}

it("as soon as there is enough of it", () => {
  reload();
  grow(100);
  expect(main().scrollTop).toBe(100);
  grow(400);
  expect(main().scrollTop).toBe(300);
  main().scrollTop = 50;
  grow(500);
  expect(main().scrollTop).toBe(50);
});

it("unless its reader goes elsewhere first", () => {
  reload();
  grow(100);
  dispatchEvent(new Event("wheel"));
  grow(400);
  expect(main().scrollTop).toBe(100);
});

it("also if it is left before that", () => {
  const { session } = reload();
  grow(100);
  dispatchEvent(new Event("pagehide"));
  expect(session.view.get("stMain")).toBe(300);
});
