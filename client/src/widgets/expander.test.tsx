import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { openPage, openPageAs } from "../../test/page";
import { stubMedia } from "../../test/screen";
import { flaws } from "../../test/stage";

beforeEach(() => stubMedia());

const drawn = (props: object = {}) =>
  insert("e", { kind: "expander", label: "**More**", ...props } as Drawn);
const inside = insert("t", { kind: "text", body: "inside" }, "e");
const box = () => screen.getByTestId("stExpander").querySelector("details")!;

async function open(props: object = {}, ...others: Parameters<typeof openPage>) {
  const page = openPage(drawn(props), inside, ...others);
  await screen.findAllByTestId("stExpander");
  return page;
}

/** What the browser does at a click on the label, which jsdom does not. */
function turn(isOpen: boolean) {
  box().open = isOpen;
  fireEvent(box(), new Event("toggle"));
}

describe("one whose script does not ask", () => {
  it("opens and closes without a word to the server, over reruns (W21)", async () => {
    const { says, here } = await open();
    expect(box().open).toBe(false);
    turn(true);
    says(
      ["run_started", 0, "event"],
      ["edits", [["update", "e", { label: "Other" }]]],
      ["run_ended", "done"],
    );
    expect(screen.getByText("Other")).toBeDefined();
    expect(box().open).toBe(true);
    turn(false);
    expect(box().open).toBe(false);
    expect(here().sent.filter(([kind]) => kind === "event")).toEqual([]);
  });

  it("is after a refresh as a person left it (W21)", async () => {
    const { session, unmount } = await open({ expanded: true });
    turn(false);
    const view = session.view.save();
    unmount();
    const saved = { session: "s1", how: "resume" as const, next: 1, events: [], drafts: {}, view };
    openPageAs({ saved }, drawn({ expanded: true }), inside);
    await screen.findByTestId("stExpander");
    expect(box().open).toBe(false);
  });

  it("follows the script where that changes its mind", async () => {
    const { says } = await open();
    turn(true);
    says(["edits", [["update", "e", { expanded: true }]]]);
    expect(box().open).toBe(true);
    says(["edits", [["update", "e", { expanded: false }]]]);
    expect(box().open).toBe(false);
  });
});

it("tells the script that asks, and shows what the script sets", async () => {
  const { says, here } = await open({ value: false });
  turn(true);
  expect(here().sent.at(-1)).toEqual(["event", 1, { e: true }, null]);
  expect(box().open).toBe(true);
  says(["run_started", 1, "event"], ["edits", [["set", "e", false]]], ["run_ended", "done"]);
  expect(box().open).toBe(false);
});

it.each([
  ["default", null, [true, false]],
  ["default", "🔥", [false, true]],
  ["compact", "🔥", [false, true]],
])("of type %s with the icon %j has one sign that it opens", async (type, icon, [first, last]) => {
  await open({ type, icon });
  const parts = [...box().querySelector("summary")!.children];
  const signs = parts.map((part) => part.classList.contains("st-chevron"));
  expect([signs[0], signs.at(-1)]).toEqual([first, last]);
  expect(signs.filter(Boolean)).toHaveLength(1);
});

it("that is a step of a timeline opens only if there is something in it, or is to be", async () => {
  const step = (id: string, value: boolean | null = null) =>
    insert(id, { kind: "expander", label: id, type: "step", value }, "main", "e");
  await open({}, step("told", false), step("mute"));
  const names = [...document.querySelectorAll("summary")].map((each) => each.textContent);
  expect(names).toEqual(["More", "told"]);
  expect(screen.getByText("mute")).toBeDefined();
});

it.each(["default", "compact", "step"])("has nothing that axe objects to as %s", async (type) => {
  await open({ type, expanded: true, key: "a b" });
  expect(document.querySelector(".st-key-a-b > .stExpander")).not.toBeNull();
  expect(await flaws()).toEqual([]);
});
