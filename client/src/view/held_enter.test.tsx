/** Enter that is held presses once, whatever it presses. */

import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { type Drawn, insert } from "../../test/edits";
import { stubResizeObserver } from "../../test/observers";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";

const OPTIONS = { label: "Size", options: ["S", "L"], value: null };
const GROUP = { kind: "button_group", selection_mode: "single" } as const;
const LINK = {
  kind: "link_button",
  label: "Docs",
  url: "https://there.org",
  is_silent: false,
} as const;

beforeEach(() => {
  stubMedia();
  stubResizeObserver();
});
afterEach(() => vi.unstubAllGlobals());

it.each<[string, Drawn, string, string]>([
  ["a button", { kind: "button", label: "Go" }, "button", "Go"],
  ["a pill", { ...GROUP, ...OPTIONS, variant: "pills" } as Drawn, "radio", "S"],
  ["a segment", { ...GROUP, ...OPTIONS, variant: "segmented_control" } as Drawn, "radio", "S"],
  ["a rating", { kind: "feedback", options: "faces", value: null } as Drawn, "radio", "Neutral"],
  ["a page", { kind: "pagination", num_pages: 9, value: 2 } as Drawn, "button", "Next page"],
  ["a link", LINK as Drawn, "link", "Docs"],
])("presses %s once", async (_, drawn, role, name) => {
  const page = openPage(insert("x", drawn));
  (await screen.findByRole(role, { name })).focus();
  await userEvent.keyboard("{Enter>5}{/Enter}");
  expect(page.here().sent.filter(([tag]) => tag === "event")).toHaveLength(1);
});

it("opens a menu, and presses nothing in it", async () => {
  const page = openPage(insert("m", { kind: "menu_button", ...OPTIONS } as Drawn));
  (await screen.findByRole("button", { name: "Size" })).focus();
  await userEvent.keyboard("{Enter>2}");
  const item = await screen.findByRole("menuitem", { name: "S" });
  await waitFor(() => expect(document.activeElement).toBe(item));
  fireEvent.keyDown(item, { key: "Enter", repeat: true });
  expect(page.here().sent.filter(([tag]) => tag === "event")).toHaveLength(0);
});

it.each<[string, Drawn]>([
  ["a box", { kind: "checkbox", label: "Tick", value: false } as Drawn],
  ["a switch", { kind: "toggle", label: "Tick", value: false } as Drawn],
])("does not turn %s", async (_, drawn) => {
  const page = openPage(insert("x", drawn));
  (await screen.findByLabelText("Tick")).focus();
  await userEvent.keyboard("{Enter>5}{/Enter}");
  expect(page.here().sent.filter(([tag]) => tag === "event")).toHaveLength(0);
});

it("opens an expander once", async () => {
  openPage(insert("e", { kind: "expander", label: "More" } as Drawn));
  const more = await screen.findByText("More");
  const pressed: boolean[] = [];
  more.closest("summary")!.onkeydown = ({ defaultPrevented }) => pressed.push(defaultPrevented);
  more.closest("summary")!.focus();
  await userEvent.keyboard("{Enter>5}{/Enter}");
  expect(pressed).toEqual([false]);
});

it("adds lines to a text", async () => {
  openPage(insert("t", { kind: "text_area", label: "Note", value: "" } as Drawn));
  const note = await screen.findByLabelText<HTMLTextAreaElement>("Note");
  note.focus();
  await userEvent.keyboard("{Enter>5}{/Enter}");
  expect(note.value).toBe("\n".repeat(5));
});

it("adds lines to a text of a custom element, too, and presses its buttons once", () => {
  openPage();
  const root = screen.getByRole("main").attachShadow({ mode: "open" });
  const repeat = { key: "Enter", repeat: true, composed: true };
  const passes = (name: string) =>
    fireEvent.keyDown(root.appendChild(document.createElement(name)), repeat);
  expect(passes("textarea")).toBe(true);
  expect(passes("button")).toBe(false);
});

it("does not send the draft of a chat that it has moved to, nor adds a line", async () => {
  const page = openPage(insert("c", { kind: "chat_input", label: "Say" } as Drawn));
  const field = await screen.findByLabelText<HTMLTextAreaElement>("Say");
  await userEvent.type(field, "half a");
  // One that is not prevented adds a line.
  expect(fireEvent.keyDown(field, { key: "Enter", repeat: true })).toBe(false);
  expect(page.here().sent.filter(([tag]) => tag === "event")).toHaveLength(0);
  expect(field.value).toBe("half a");
});
