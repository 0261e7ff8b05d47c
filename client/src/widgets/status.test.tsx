import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { openPage, openPageAs } from "../../test/page";
import { stubMedia } from "../../test/screen";
import { flaws } from "../../test/stage";

beforeEach(() => stubMedia());

const drawn = (props: object = {}) =>
  insert("s", { kind: "status", label: "**Load**", ...props } as Drawn);
const inside = insert("t", { kind: "text", body: "inside" }, "s");
const box = () => screen.getByTestId("stExpander").querySelector("details")!;
const summary = () => screen.getByTestId("stExpander").querySelector("summary")!;

async function open(props: object = {}) {
  const page = openPage(drawn(props), inside);
  await screen.findByTestId("stExpander");
  return page;
}

/** What the browser does at a click on the label, which jsdom does not. */
function turn(isOpen: boolean) {
  box().open = isOpen;
  fireEvent(box(), new Event("toggle"));
}

describe("a status", () => {
  it("shows and says how it goes, and has a sign that it opens", async () => {
    const { says } = await open();
    expect(screen.getByTestId("stExpanderIconSpinner")).toBeDefined();
    expect(summary().textContent).toBe("Load — running");
    expect(summary().lastElementChild!.classList.contains("st-chevron")).toBe(true);
    says(["edits", [["update", "s", { state: "complete", label: "Loaded" }]]]);
    expect(screen.getByTestId("stExpanderIconCheck")).toBeDefined();
    expect(summary().textContent).toBe("Loaded — complete");
    says(["edits", [["update", "s", { state: "error" }]]]);
    expect(screen.getByTestId("stExpanderIconError")).toBeDefined();
  });

  it("keeps what it holds, and stays as a person left it, while its state changes (W21)", async () => {
    const { says, session, unmount } = await open();
    turn(true);
    const text = screen.getByText("inside");
    says(["edits", [["update", "s", { state: "complete" }]]]);
    expect(screen.getByText("inside")).toBe(text);
    expect(box().open).toBe(true);
    const view = session.view.save();
    unmount();
    const saved = { session: "s1", how: "resume" as const, next: 1, events: [], drafts: {}, view };
    openPageAs({ saved }, drawn(), inside);
    await screen.findByTestId("stExpander");
    expect(box().open).toBe(true);
  });

  it("opens and closes where the script says so", async () => {
    const { says } = await open();
    says(["edits", [["update", "s", { expanded: true }]]]);
    expect(box().open).toBe(true);
    says(["edits", [["update", "s", { expanded: false }]]]);
    expect(box().open).toBe(false);
  });

  it("that is a step with nothing in it has nothing to open", async () => {
    openPage(drawn({ type: "step", state: "complete" }));
    await screen.findByTestId("stExpander");
    expect(screen.getByTestId("stExpander").querySelector("details")).toBeNull();
    expect(screen.getByTestId("stExpanderStepIcon")).toBeDefined();
  });

  it.each(["default", "compact", "step"])("has nothing that axe objects to as %s", async (type) => {
    await open({ type, expanded: true });
    expect(await flaws()).toEqual([]);
  });
});
