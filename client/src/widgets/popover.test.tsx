import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { openPage, openPageAs } from "../../test/page";
import { stubMedia } from "../../test/screen";
import { flaws } from "../../test/stage";

const NOTHING = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

beforeEach(() => {
  stubMedia();
  vi.stubGlobal("ResizeObserver", NOTHING);
});
afterEach(() => vi.unstubAllGlobals());

const drawn = (props: object = {}) => [
  insert("p", { kind: "popover", label: "**Filter**", ...props } as Drawn),
  insert("c", { kind: "checkbox", label: "Red", value: false }, "p"),
];
const button = () => screen.getByRole<HTMLButtonElement>("button", { name: "Filter" });
const body = () => screen.queryByRole("dialog", { name: "Filter" });

async function open(props: object = {}) {
  const page = openPage(...drawn(props));
  await screen.findByTestId("stPopover");
  return { ...page, user: userEvent.setup() };
}

describe("one whose script does not ask", () => {
  it("opens at a press and stays open while what is in it is used (W21)", async () => {
    const { user, here } = await open();
    expect(body()).toBeNull();
    await user.click(button());
    await user.click(await screen.findByRole("checkbox", { name: "Red" }));
    expect(here().sent.filter(([kind]) => kind === "event")).toEqual([
      ["event", 1, { c: true }, null],
    ]);
    expect(body()).not.toBeNull();
  });

  it("closes by Escape, which gives the focus back, and by a press elsewhere", async () => {
    const { user } = await open();
    await user.click(button());
    await waitFor(() => expect(document.activeElement?.closest("[role=dialog]")).not.toBeNull());
    await user.keyboard("{Escape}");
    await waitFor(() => expect(body()).toBeNull());
    expect(document.activeElement).toBe(button());
    await user.click(button());
    await screen.findByRole("checkbox", { name: "Red" });
    await user.click(document.body);
    await waitFor(() => expect(body()).toBeNull());
  });

  it("is open after a refresh, which leaves the focus where it is (W21)", async () => {
    const { user, session, unmount } = await open();
    await user.click(button());
    await waitFor(() => expect(body()).not.toBeNull());
    const view = session.view.save();
    unmount();
    const saved = { session: "s1", how: "resume" as const, next: 1, events: [], drafts: {}, view };
    openPageAs({ saved }, ...drawn());
    await screen.findByRole("checkbox", { name: "Red" });
    expect(document.activeElement).toBe(document.body);
  });

  it("cannot be opened with nothing in it", async () => {
    openPage(insert("p", { kind: "popover", label: "**Filter**" }));
    await screen.findByTestId("stPopover");
    expect(button().disabled).toBe(true);
  });
});

it("tells the script that asks, which may fill it only then", async () => {
  const { here, says } = openPage(
    insert("p", { kind: "popover", label: "**Filter**", value: false }),
  );
  await screen.findByTestId("stPopover");
  await userEvent.setup().click(button());
  expect(here().sent.at(-1)).toEqual(["event", 1, { p: true }, null]);
  says(
    ["run_started", 1, "event"],
    ["edits", [insert("t", { kind: "text", body: "late" }, "p")]],
    ["run_ended", "done"],
  );
  expect(screen.getByText("late")).toBeDefined();
  says(["run_started", 1, "event"], ["edits", [["set", "p", false]]], ["run_ended", "done"]);
  await waitFor(() => expect(body()).toBeNull());
});

it("has nothing that axe objects to", async () => {
  const { user } = await open({ help: "What to leave out", key: "k" });
  await user.click(button());
  await screen.findByRole("checkbox", { name: "Red" });
  expect(document.querySelector(".st-key-k > .stPopover")).not.toBeNull();
  expect(await flaws()).toEqual([]);
});
