import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { insert } from "../../test/edits";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";
import type { View, Widget } from "./define";
import { loadWidget } from "./registry";

/** Watch the elements of a kind being drawn. */
function drawn(kind: string) {
  const widget = loadWidget(kind).get() as unknown as Widget<unknown, unknown>;
  const views: View<unknown, unknown>[] = [];
  const { draw } = widget;
  vi.spyOn(widget, "draw").mockImplementation((view) => {
    views.push(view);
    return draw(view);
  });
  return views;
}

const ids = (views: readonly { id: string }[]) => views.map(({ id }) => id);

beforeEach(() => stubMedia());
afterEach(() => vi.restoreAllMocks());

beforeAll(async () => {
  await vi.waitFor(() => expect(loadWidget("checkbox").get()).toMatchObject({ isFramed: true }));
});

describe("an element", () => {
  it("is drawn again when something of it changes, and no other is", () => {
    const texts = ["a", "b", "c"].map((id) => insert(id, { kind: "text", body: id }));
    const { says } = openPage(...texts);
    const views = drawn("text");
    says(["edits", [["update", "b", { body: "new" }]]]);
    expect(ids(views)).toEqual(["b"]);
  });

  it("is drawn with what the wire leaves out, as usual until the script says otherwise", () => {
    const views = drawn("text");
    const { says } = openPage(insert("a", { kind: "text", body: "a", wrap: false }));
    says(["edits", [["update", "a", { width: 300 }]]]);
    const usual = { help: null, text_alignment: "left" };
    expect(views.map(({ props }) => props)).toMatchObject([
      { ...usual, body: "a", wrap: false, width: "content" },
      { ...usual, body: "a", wrap: false, width: 300 },
    ]);
  });

  it("in a container leaves the container as it is", () => {
    const { says } = openPage(
      insert("box", { kind: "container" }),
      insert("in", { kind: "text", body: "in" }, "box"),
    );
    const [boxes, texts] = [drawn("container"), drawn("text")];
    says(["edits", [["update", "in", { body: "new" }]]]);
    expect([ids(boxes), ids(texts)]).toEqual([[], ["in"]]);
  });

  it("is drawn once for a value that a person changes, and once for the run that knows of it", () => {
    const { says } = openPage(
      insert("t", { kind: "checkbox", label: "T", value: false }),
      insert("u", { kind: "checkbox", label: "U", value: false }),
    );
    const views = drawn("checkbox");
    fireEvent.click(screen.getByRole("checkbox", { name: "T" }));
    expect(views.map(({ id, value }) => [id, value])).toEqual([["t", true]]);
    says(["run_started", 1, "event"], ["run_ended", "done"]);
    expect(ids(views)).toEqual(["t", "t"]);
  });

  it("is given the same functions each time, and those do what they say", () => {
    const { says, here } = openPage(insert("b", { kind: "button", label: "Go" }));
    const views = drawn("button");
    says(["edits", [["update", "b", { label: "Now" }]]]);
    says(["edits", [["update", "b", { label: "Again" }]]]);
    const [first, second] = views;
    expect([second!.press, second!.setValue]).toEqual([first!.press, first!.setValue]);
    act(() => first!.press());
    act(() => first!.press([0, "Copy"]));
    act(() => first!.setValue(7));
    expect(here().sent.slice(-3)).toEqual([
      ["event", 1, {}, "b"],
      ["event", 2, { b: [0, "Copy"] }, "b"],
      ["event", 3, { b: 7 }, null],
    ]);
  });

  it("whose id comes back as another kind is drawn as that", () => {
    const { says } = openPage(insert("x", { kind: "text", body: "words" }));
    says(
      ["reset"],
      ["edits", [insert("x", { kind: "checkbox", label: "T", value: true })]],
      ["run_ended", "done"],
    );
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "T" }).checked).toBe(true);
  });
});
