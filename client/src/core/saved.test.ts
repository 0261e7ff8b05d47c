import { describe, expect, it } from "vitest";

import { readSaved } from "./saved";

const click = (number: number) => ["event", number, {}, "go"];
const written = (fields: object = {}) =>
  JSON.stringify({
    session: "s1",
    how: "resume",
    next: 3,
    events: [click(1), click(2)],
    ...fields,
  });
const drafts = { name: { text: "Ad", value: "" } };
const apart = JSON.stringify({ drafts });

describe("what a tab has written down", () => {
  it("is read whole, drafts and all", () => {
    expect(readSaved(written(), apart, null)).toEqual({
      saved: {
        session: "s1",
        how: "resume",
        next: 3,
        events: [click(1), click(2)],
        drafts,
        view: {},
      },
      isDamaged: false,
      unkept: [],
    });
    expect(readSaved(null, null, null)).toEqual({ saved: null, isDamaged: false, unkept: [] });
  });

  it("by a page of an older version is read too", () => {
    const { saved, isDamaged } = readSaved(written({ drafts }), null, null);
    expect(saved).toMatchObject({ session: "s1", events: [click(1), click(2)], drafts });
    expect(isDamaged).toBe(false);
  });

  it("by a page of protocol 3 loses nothing: events, half-typed text and the wish to start over", () => {
    const events = [
      ["event", 4, { "text_input-name": "Ada" }, null],
      ["event", 5, {}, "button-go"],
    ];
    const text = JSON.stringify({ session: "s1", how: "over", next: 6, events, unkept: [] });
    const { saved, isDamaged } = readSaved(text, JSON.stringify({ drafts, unkept: [] }), null);
    expect(saved).toEqual({ session: "s1", how: "reset", next: 6, events, drafts, view: {} });
    expect(isDamaged).toBe(false);
  });

  it("of the page's arrangement is read, and not worth a word if it is damaged", () => {
    expect(readSaved(written(), null, '{"sidebar width": 400}').saved?.view).toEqual({
      "sidebar width": 400,
    });
    const { saved, isDamaged } = readSaved(written(), null, "{");
    expect([saved?.view, isDamaged]).toEqual([{}, false]);
  });

  it.each([
    [[click(1), click(3)], [click(1)], 2],
    [[click(1), null, click(3)], [click(1)], 2],
    [[["event", "1", {}, null], click(2)], [], 3],
    [[click(4), ["event", 5, [], null]], [click(4)], 5],
    [[click(4), ["event", 5, {}, 7]], [click(4)], 5],
    [[click(-1), click(0)], [], 3],
    [[click(1.5)], [], 3],
  ])("is read up to the first event that is none, or not the next: %j", (events, sound, next) => {
    const found = readSaved(written({ events }), apart, null);
    expect(found.saved).toMatchObject({ events: sound, next, drafts });
    expect(found.isDamaged).toBe(true);
  });

  it.each([undefined, null, 0, -3, 1.5, "7", 1e300])("counts from 1 if next is %j", (next) => {
    expect(readSaved(written({ next, events: [] }), null, null).saved).toMatchObject({ next: 1 });
  });

  it.each([undefined, null, 7, "whatever"])("goes on as usual if how is %j", (how) => {
    expect(readSaved(written({ how }), null, null).saved).toMatchObject({ how: "resume" });
  });

  it.each(["{", "null", "5", "[1]", '{"drafts": {"name": null}}', '{"drafts": {"a": {}}}'])(
    "does without drafts that are damaged: %s",
    (text) => {
      const found = readSaved(written(), text, null);
      expect(found.saved).toMatchObject({
        session: "s1",
        events: [click(1), click(2)],
        drafts: {},
      });
      expect(found.isDamaged).toBe(true);
    },
  );
});
