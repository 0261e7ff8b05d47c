/** The address of the page is the value of the page itself. */
// Alone: where a tab is in its history is counted from when the page was loaded.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { stubMedia } from "../../test/screen";
import { openPage } from "../../test/page";
import { addressNow, followAddress, go } from "./address";

/** The listeners of pages that were open: each test has the window to itself. */
const heard: Parameters<typeof removeEventListener>[] = [];

function open() {
  const page = openPage();
  const listen = vi.spyOn(window, "addEventListener");
  followAddress(page.session);
  heard.push(...(listen.mock.calls as typeof heard));
  listen.mockRestore();
  return page;
}

afterEach(() => {
  for (const [type, listener] of heard.splice(0)) removeEventListener(type, listener);
});

describe("the address", () => {
  beforeEach(() => {
    stubMedia();
    history.replaceState(null, "", "/");
    sessionStorage.clear();
  });

  it("is new to a tab that was left with another", () => {
    expect(addressNow()).toMatchObject({ query: "", isNew: false });
    history.replaceState(null, "", "/?city=Rome");
    expect(addressNow()).toMatchObject({ query: "city=Rome", isNew: true });
  });

  it("shows what the script sets, in an entry of history of its own", () => {
    const { says } = open();
    const push = vi.spyOn(history, "pushState");
    says(["edits", [["set", "main", ["a=1", addressNow().entry]]]]);
    expect(location.search).toBe("?a=1");
    expect(push).not.toHaveBeenCalled();
    says(["edits", [["set", "main", ["a=2", addressNow().entry + 1]]]]);
    expect(location.search).toBe("?a=2");
    expect(push).toHaveBeenCalledOnce();
    expect(addressNow().isNew).toBe(false);
  });

  it("tells the script where the person goes", () => {
    const { says, here } = open();
    says(["edits", [["set", "main", ["a=1", 1, ""]]]]);
    history.replaceState(null, "", "/?a=0");
    dispatchEvent(new PopStateEvent("popstate"));
    expect(here().sent.at(-1)).toEqual(["event", 1, { main: ["a=0", 1, ""] }, null]);
  });
});

describe("the path", () => {
  beforeEach(() => {
    vi.restoreAllMocks();
    history.replaceState(null, "", "/");
    sessionStorage.clear();
  });

  it("is told with the address, and none that cannot be read", () => {
    history.replaceState(null, "", "/a%20b?x=1");
    expect(addressNow()).toMatchObject({ path: "a b", query: "x=1", isNew: true });
    history.replaceState(null, "", "/%E0%A4%A");
    expect(addressNow().path).toBe("%E0%A4%A");
  });

  it("follows what the script says, in an entry of its own", () => {
    const { says } = open();
    const push = vi.spyOn(history, "pushState");
    says(["edits", [["set", "main", ["a=1", addressNow().entry + 1, "some page"]]]]);
    expect(location.pathname + location.search).toBe("/some%20page?a=1");
    expect(push).toHaveBeenCalledOnce();
    says(["edits", [["set", "main", ["", addressNow().entry, ""]]]]);
    expect(location.pathname + location.search).toBe("/");
    expect(push).toHaveBeenCalledOnce();
  });

  it("is an event when the person goes to another page, and shown at once", () => {
    const { session, here } = open();
    go(session, "other", "id=7");
    expect(location.pathname + location.search).toBe("/other?id=7");
    const place = ["id=7", addressNow().entry, "other"];
    expect(here().sent.at(-1)).toEqual(["event", 1, { main: place }, "main"]);
    expect(session.inputs.node("main")?.value).toEqual(place);
    expect(addressNow().isNew).toBe(false);
  });

  it("is pushed once, replaced where the person is, and without a fragment", () => {
    const { session, here } = open();
    const push = vi.spyOn(history, "pushState");
    go(session, "other");
    expect(push).toHaveBeenCalledOnce();
    history.replaceState(null, "", "/other#part");
    go(session, "other");
    expect(location.pathname + location.hash).toBe("/other");
    expect(push).toHaveBeenCalledOnce();
    expect(here().sent.at(-1)).toEqual([
      "event",
      2,
      { main: ["", addressNow().entry, "other"] },
      "main",
    ]);
  });

  it("is sent before the browser shows it", () => {
    const { session, here } = open();
    const sent: number[] = [];
    vi.spyOn(history, "pushState").mockImplementation(() => void sent.push(here().sent.length));
    const before = here().sent.length;
    go(session, "other");
    expect(sent).toEqual([before + 1]);
  });

  it("is one when the person goes back, but not a mere fragment", () => {
    const { session, here } = open();
    go(session, "other");
    const before = here().sent.length;
    history.replaceState(null, "", "/other#part");
    dispatchEvent(new PopStateEvent("popstate"));
    expect(here().sent.length).toBe(before);
    history.replaceState(null, "", "/");
    dispatchEvent(new PopStateEvent("popstate"));
    const place = ["", addressNow().entry, ""];
    expect(here().sent.at(-1)).toEqual(["event", 2, { main: place }, "main"]);
  });
});
