/** The address of the page is the value of the page itself. */

import { beforeEach, describe, expect, it, vi } from "vitest";

import { openPage } from "../../test/page";
import { addressNow, followAddress } from "./address";

function open() {
  const page = openPage();
  followAddress(page.session);
  return page;
}

describe("the address", () => {
  beforeEach(() => {
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
    says(["edits", [["set", "main", ["a=1", 1]]]]);
    history.replaceState(null, "", "/?a=0");
    dispatchEvent(new PopStateEvent("popstate"));
    expect(here().sent.at(-1)).toEqual(["event", 1, { main: ["a=0", 1] }, null]);
  });
});
