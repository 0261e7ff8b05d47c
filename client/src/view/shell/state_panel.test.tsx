import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { insert } from "../../../test/edits";
import { openPageAs } from "../../../test/page";
import { flaws } from "../../../test/stage";
import type { Entry, RunReport } from "../../core/wire.gen";

const ENTRIES: Entry[] = [
  ["cart", false, "list", 1234, "", "stored", null],
  ["db", false, "sqlite3.Connection", 0, "a sqlite3.Connection cannot be stored", "live", null],
  ["text_input-1", true, "str", 40, "", "stored", null],
  ["name", true, "str", 66, "", "stored", null],
];

const CLICK: RunReport = [
  7,
  "event",
  ["Add", "Name"],
  ["chart"],
  "failed",
  [
    ["waiting", 0.0002],
    ["script", 0.0123],
  ],
  200,
  1,
  85,
  ["rows"],
  ["count"],
  [["load", 2, 1]],
  ["Gone"],
];
const LOAD: RunReport = [6, "visit", [], [], "done", [], 0, 2, 1234, [], [], [], []];

const dialog = () => screen.findByRole("dialog", { name: "Session state" });
const rows = (table: HTMLElement) =>
  within(table)
    .getAllByRole("row")
    .map((row) => row.textContent);

function openAsDeveloper() {
  return openPageAs(
    { isDeveloper: true },
    insert("text_input-1", {
      kind: "text_input",
      label: "Your city",
      value: "",
    }),
  );
}

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
});

describe("the panel", () => {
  it("tells values and widgets apart, with their sizes, and why one is not stored", async () => {
    const page = openAsDeveloper();
    fireEvent.keyDown(document.body, { key: "?", shiftKey: true });
    const panel = await dialog();
    expect(page.here().sent.at(-1)).toEqual(["inspect", []]);
    page.says(["inspected", ENTRIES, [], []]);
    const [values, widgets] = await within(panel).findAllByRole("table");
    expect(rows(values!)).toEqual([
      "KeyTypeStored",
      "cartlist1.2\u00a0KB",
      "dbsqlite3.Connectionlive only",
      "a sqlite3.Connection cannot be stored",
    ]);
    expect(rows(widgets!)).toEqual([
      "Key or labelTypeStored",
      "Your citystr40\u00a0B",
      "namestr66\u00a0B",
    ]);
    expect(panel.textContent).toContain("1.3\u00a0KB stored · 1 problem");
    expect(await flaws()).toEqual([]);
  });

  it("tells what cached functions keep", async () => {
    const page = openAsDeveloper();
    act(() => page.session.inspector.open());
    const panel = await dialog();
    page.says([
      "inspected",
      [],
      [],
      [
        ["__main__.load", "data", 2, 4096],
        ["lib.connect", "resource", 1, 48],
      ],
    ]);
    await userEvent.click(within(panel).getByRole("tab", { name: "Caches" }));
    expect(rows(await within(panel).findByRole("table"))).toEqual([
      "FunctionEntriesMemory",
      "load24.1\u00a0KB",
      "lib.connect1shared",
    ]);
    expect(await flaws()).toEqual([]);
  });

  it("shows a value when its name is pressed, and keeps it up to date", async () => {
    const page = openAsDeveloper();
    act(() => page.session.inspector.open());
    const panel = await dialog();
    page.says(["inspected", ENTRIES, [], []]);
    const name = within(panel).getByRole("button", { name: "cart" });
    expect(name.getAttribute("aria-expanded")).toBe("false");
    fireEvent.click(name);
    expect(page.here().sent.at(-1)).toEqual(["inspect", ["cart"]]);
    for (const value of ["['tea']", "['tea', 'milk']"]) {
      page.says(["inspected", [["cart", false, "list", 1234, "", "stored", value]], [], []]);
      expect(rows(within(panel).getByRole("table"))[2]).toBe(value);
      expect(name.getAttribute("aria-expanded")).toBe("true");
    }
    expect(await flaws()).toEqual([]);
    fireEvent.click(name);
    expect(page.here().sent.at(-1)).toEqual(["inspect", []]);
  });

  it("tells what is older in the store, or cannot be read", async () => {
    const page = openAsDeveloper();
    act(() => page.session.inspector.open());
    page.says([
      "inspected",
      [
        ["log", false, "dict", 120, "a dict cannot be stored: it changed", "stale", null],
        ["old", false, "", 90, "it cannot be read: no such secret", "unreadable", null],
      ],
      [],
      [],
    ]);
    const panel = await dialog();
    expect(rows(within(panel).getByRole("table")).slice(1)).toEqual([
      "logdict120\u00a0Bolder",
      "a dict cannot be stored: it changed",
      "old90\u00a0Bunreadable",
      "it cannot be read: no such secret",
    ]);
    expect(panel.textContent).toContain("2 problems");
  });

  it("says so when there is nothing", async () => {
    const page = openAsDeveloper();
    act(() => page.session.inspector.open());
    page.says(["inspected", [], [], []]);
    expect((await dialog()).textContent).toContain("Nothing yet.");
    expect(await flaws()).toEqual([]);
  });

  it("is opened from the menu and closed by its button", async () => {
    const page = openAsDeveloper();
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Main menu" }));
    await user.click(await screen.findByRole("menuitem", { name: "Session state" }));
    await user.click(within(await dialog()).getByRole("button", { name: "Close" }));
    expect(page.session.inspector.isOpen.get()).toBe(false);
  });

  it("is for developers only", async () => {
    const page = openPageAs({});
    fireEvent.keyDown(document.body, { key: "?", shiftKey: true });
    expect(page.session.inspector.isOpen.get()).toBe(false);
    await userEvent.click(screen.getByRole("button", { name: "Main menu" }));
    await screen.findByRole("menu");
    expect(screen.queryByRole("menuitem", { name: "Session state" })).toBeNull();
  });

  it("is not opened by a question that is typed into a field", () => {
    const page = openAsDeveloper();
    const field = document.body.appendChild(document.createElement("input"));
    fireEvent.keyDown(field, { key: "?", shiftKey: true });
    field.remove();
    expect(page.session.inspector.isOpen.get()).toBe(false);
  });
});

describe("the runs", () => {
  it("tell why they ran, how long they took and what they sent", async () => {
    const page = openAsDeveloper();
    act(() => page.session.inspector.open());
    page.says(["inspected", ENTRIES, [CLICK, LOAD], []]);
    const panel = await dialog();
    await userEvent.click(within(panel).getByRole("tab", { name: "Runs" }));
    const table = await within(panel).findByRole("table");
    expect(rows(table)).toEqual([
      "WhyTookSent",
      "Add, Name13\u00a0msfailed85\u00a0B",
      "Page load0\u00a0ms1.2\u00a0KB",
    ]);
    expect(await flaws()).toEqual([]);
  });

  it("tell all that they did when one is opened, by the keyboard too", async () => {
    const page = openAsDeveloper();
    act(() => page.session.inspector.open());
    page.says(["inspected", [], [CLICK], []]);
    const panel = await dialog();
    within(panel).getByRole("tab", { name: "Values" }).focus();
    await userEvent.keyboard("{ArrowRight}");
    const name = await within(panel).findByRole("button", { name: "Add, Name" });
    name.focus();
    await userEvent.keyboard("{Enter}");
    expect(name.getAttribute("aria-expanded")).toBe("true");
    const terms = within(panel).getAllByRole("term");
    expect(terms.map((term) => `${term.textContent}: ${term.nextSibling!.textContent}`)).toEqual([
      "Cause: A person",
      "What ran: chart",
      "Time: waiting 0.2\u00a0ms · script 12\u00a0ms",
      "Page: 1 change sent, 200 elements drawn",
      "Read: rows",
      "Set: count",
      "Caches: load: 2 found, 1 computed",
      "Not applied: Gone",
    ]);
    expect(await flaws()).toEqual([]);
  });

  it("say so when there were none", async () => {
    const page = openAsDeveloper();
    act(() => page.session.inspector.open());
    page.says(["inspected", [], [], []]);
    const panel = await dialog();
    await userEvent.click(within(panel).getByRole("tab", { name: "Runs" }));
    expect(panel.textContent).toContain("None yet");
  });
});
