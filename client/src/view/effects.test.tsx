import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";
import type { SparseProps } from "../core/tree";
import type { Props, ServerMessage } from "../core/wire.gen";
import { loadWidget } from "./registry";

/** As React calls it in jsdom, which has no animations. */
const ANIMATION_END = "webkitAnimationEnd";

const effect = (id: string, props: SparseProps): ServerMessage => ["effect", id, props as Props];
const toast = (id: string, body: string, duration: number | null = 4) =>
  effect(id, { kind: "toast", body, duration });
const texts = () => screen.queryAllByTestId("stToastText").map((each) => each.textContent);
const pass = (seconds: number) => act(() => vi.advanceTimersByTime(1000 * seconds));

/** Have loaded what is loaded on first use, so that no clock runs meanwhile. */
beforeEach(async () => {
  stubMedia();
  await import("./effects");
  for (const kind of ["toast", "balloons", "snow"]) {
    await waitFor(() => expect(loadWidget(kind).get()).toHaveProperty("draw"));
  }
});
afterEach(() => vi.useRealTimers());

async function opened(...messages: ServerMessage[]) {
  const page = openPage();
  page.says(...messages);
  await screen.findByTestId("stToastContainer");
  vi.useFakeTimers(); // whatever is told from here on begins its time now
  return page;
}

describe("toasts", () => {
  it("stack, the newest on top, each a status of its own", async () => {
    await opened(toast("1", "one"), toast("2", "**two**"));
    expect(texts()).toEqual(["two", "one"]);
    expect(
      screen.getAllByRole("status").filter((each) => each.classList.contains("stToast")),
    ).toHaveLength(2);
    vi.useRealTimers();
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it("go after their time, or stay until they are closed", async () => {
    const { says } = await opened(toast("0", "first", null));
    says(toast("1", "short"), toast("2", "stays", null));
    pass(3.9);
    expect(texts()).toContain("short");
    pass(0.2);
    expect(texts()).toEqual(["stays", "first"]);
    fireEvent.click(screen.getAllByRole("button", { name: "Close" })[0]!);
    expect(texts()).toEqual(["first"]);
  });

  it("stay while a person points at one of them, or is in one", async () => {
    const { says } = await opened(toast("0", "first", null));
    says(toast("1", "short"));
    const container = screen.getByTestId("stToastContainer");
    pass(3);
    fireEvent.pointerEnter(container);
    pass(60);
    expect(texts()).toContain("short");
    fireEvent.pointerLeave(container);
    pass(0.9);
    act(() => screen.getAllByRole("button", { name: "Close" })[0]!.focus());
    pass(60);
    expect(texts()).toContain("short");
    act(() => (document.activeElement as HTMLElement).blur());
    pass(0.2);
    expect(texts()).toEqual(["first"]);
  });

  it("are not held by one that was closed while it had the focus", async () => {
    const { says } = await opened(toast("0", "first", null));
    says(toast("1", "short"));
    const [, close] = screen.getAllByRole("button", { name: "Close" });
    act(() => close!.focus());
    fireEvent.click(close!);
    pass(4.1);
    expect(texts()).toEqual([]);
  });

  it("that are updated change in place and begin their time again", async () => {
    const { says } = await opened(toast("0", "first", null));
    says(toast("1", "working"));
    pass(3);
    says(toast("1", "done"));
    pass(3);
    expect(texts()).toEqual(["done", "first"]);
    pass(1.1);
    expect(texts()).toEqual(["first"]);
  });

  it("outlive the run that made them, and go when the session starts over", async () => {
    const { says, session } = await opened(toast("0", "first", null));
    says(["run_started", 0, "event"], ["run_ended", "done"]);
    expect(texts()).toEqual(["first"]);
    act(() => session.startOver());
    expect(texts()).toEqual([]);
  });
});

describe.each(["balloons", "snow"] as const)("%s", (kind) => {
  const name = { balloons: "stBalloons", snow: "stSnow" }[kind];

  it("cross the page, hidden from screen readers, and are gone when the last has landed", async () => {
    await opened(effect("b", { kind }));
    const flight = screen.getByTestId(name);
    expect(flight.getAttribute("aria-hidden")).toBe("true");
    for (const each of [...flight.children]) {
      expect(screen.queryByTestId(name)).not.toBeNull();
      fireEvent(each, new Event(ANIMATION_END, { bubbles: true }));
    }
    expect(screen.queryByTestId(name)).toBeNull();
  });

  it("are not shown to whoever wants no motion", async () => {
    stubMedia("reduced-motion");
    const { session } = await opened(toast("0", "first", null), effect("b", { kind }));
    expect(screen.queryByTestId(name)).toBeNull();
    expect(session.effects.current.get()).toHaveLength(1);
  });
});
