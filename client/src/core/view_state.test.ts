import { describe, expect, it } from "vitest";

import { MOST, ROOM, ViewState } from "./view_state";

describe("how a page is arranged", () => {
  it("is kept by node, and forgotten by null", () => {
    const view = new ViewState({ tabs: 2 });
    view.set("sidebar width", 400);
    expect(view.save()).toEqual({ tabs: 2, "sidebar width": 400 });
    view.set("tabs", null);
    expect(view.get("tabs")).toBeUndefined();
  });

  it("tells those who follow the node, also when all is forgotten", () => {
    const view = new ViewState();
    let told = 0;
    view.subscribe("tabs", () => (told += 1));
    view.set("tabs", 1);
    view.set("other", 1);
    expect(told).toBe(1);
    view.clear();
    expect(told).toBe(2);
    expect(view.save()).toEqual({});
  });

  it("is bounded in number: what was changed longest ago goes", () => {
    const view = new ViewState();
    for (let node = 0; node < MOST; node += 1) view.set(`n${node}`, node);
    view.set("n0", "again");
    view.set("new", true);
    expect(Object.keys(view.save())).toHaveLength(MOST);
    expect(view.get("n0")).toBe("again");
    expect(view.get("n1")).toBeUndefined();
  });

  it("is bounded in size for the next page load: what was changed last is kept", () => {
    const view = new ViewState();
    view.set("old", "x".repeat(ROOM / 2));
    view.set("new", "y".repeat(ROOM / 2));
    expect(Object.keys(view.save())).toEqual(["new"]);
  });
});
