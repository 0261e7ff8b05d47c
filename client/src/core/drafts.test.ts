import { describe, expect, it } from "vitest";

import { isCurrent, type Draft } from "./draft";
import { Drafts } from "./drafts";

const draft = (change: Partial<Draft> = {}): Draft => ({
  text: "Ad",
  value: "",
  overrides: 2,
  isSecret: false,
  ...change,
});

describe("a draft", () => {
  it.each([
    ["while the script leaves the value alone", "", 2, true],
    ["also when what was sent meanwhile has become the value", "A", 2, true],
    ["not when the script has set another value", "Bob", 3, false],
    ["when the value it was typed over is there again", "", 0, true],
  ])("isCurrent %s", (_, value, overrides, expected) => {
    expect(isCurrent(draft(), value, overrides)).toBe(expected);
  });

  it("of the page load before isCurrent only over the value that it was typed over", () => {
    const drafts = new Drafts({ name: { text: "Ad", value: "A" } });
    const kept = drafts.get("name")!;
    expect(kept.text).toBe("Ad");
    expect(isCurrent(kept, "A", 0)).toBe(true);
    expect(isCurrent(kept, "Bob", 0)).toBe(false);
  });

  it("tells those who show it, and nobody else", () => {
    const drafts = new Drafts();
    const told: string[] = [];
    drafts.subscribe("name", () => told.push("name"));
    drafts.subscribe("city", () => told.push("city"));
    drafts.set("name", draft());
    drafts.drop("name");
    drafts.drop("name");
    expect(told).toEqual(["name", "name"]);
  });

  it("of a password is not written down", () => {
    const drafts = new Drafts();
    drafts.set("name", draft());
    drafts.set("password", draft({ isSecret: true }));
    expect(drafts.save()).toEqual({ name: { text: "Ad", value: "" } });
  });
});
