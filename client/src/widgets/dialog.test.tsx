import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";

beforeEach(() => stubMedia());

const drawn = (props: object = {}) => [
  insert("o", { kind: "button", label: "Open" } as Drawn),
  insert("d", { kind: "dialog", label: "Your **vote**", value: true, ...props } as Drawn),
  insert("c", { kind: "checkbox", label: "Red", value: false }, "d"),
];
const modal = () => screen.queryByRole("dialog", { name: "Your vote" });

async function open(props: object = {}) {
  const page = openPage(...drawn(props));
  await screen.findByTestId("stDialog");
  const events = () => page.here().sent.filter(([kind]) => kind === "event");
  return { events, user: userEvent.setup() };
}

const CLOSED = [["event", 1, { d: false }, null]];

describe("a dialog", () => {
  it("is modal, has its title as its name, and the focus", async () => {
    await open();
    expect(modal()!.getAttribute("aria-modal")).toBe("true");
    expect(document.activeElement).toBe(modal());
  });

  it("closes by its button, at once, as an event like any other", async () => {
    const { user, events } = await open();
    await user.click(screen.getByRole("button", { name: "Close" }));
    expect(events()).toEqual(CLOSED);
    expect(modal()).toBeNull();
  });

  it("leaves the focus to the page if nobody there had it, as after a refresh", async () => {
    const { user } = await open();
    await user.keyboard("{Escape}");
    expect(modal()).toBeNull();
    expect(document.activeElement).toBe(screen.getByTestId("stMain"));
  });

  it("closes by Escape, but not by one that what is in it has taken", async () => {
    const { user, events } = await open();
    const box = await screen.findByRole("checkbox", { name: "Red" });
    const take = (event: Event) => event.preventDefault();
    box.addEventListener("keydown", take);
    fireEvent.keyDown(box, { key: "Escape" });
    expect(events()).toEqual([]);
    box.removeEventListener("keydown", take);
    modal()!.focus();
    await user.keyboard("{Escape}");
    expect(events()).toEqual(CLOSED);
  });

  it("closes by a press beside it, not by one that begins in it", async () => {
    const { events } = await open();
    const box = await screen.findByRole("checkbox", { name: "Red" });
    fireEvent.pointerDown(box);
    fireEvent.click(modal()!);
    expect(events()).toEqual([]);
    fireEvent.pointerDown(modal()!);
    fireEvent.click(modal()!);
    expect(events()).toEqual(CLOSED);
  });

  it("stays open, without a button, if a person cannot close it", async () => {
    const { user, events } = await open({ dismissible: false });
    expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
    await user.keyboard("{Escape}");
    fireEvent.pointerDown(modal()!);
    fireEvent.click(modal()!);
    const cancel = new Event("cancel", { cancelable: true });
    modal()!.dispatchEvent(cancel);
    expect(cancel.defaultPrevented).toBe(true);
    expect(events()).toEqual([]);
    expect(modal()).not.toBeNull();
  });

  it("is not there while it is closed", async () => {
    openPage(...drawn({ value: false }));
    await waitFor(() => expect(screen.getByRole("button", { name: "Open" })).toBeTruthy());
    expect(modal()).toBeNull();
  });
});
