// Alone: elements are told that they have the pointer.

import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";

import { insert } from "../../../test/edits";
import { openPage, openPageAs } from "../../../test/page";
import { stubMedia } from "../../../test/screen";
import type { Session } from "../../core/session";
import type { Page } from "../../core/wire.gen";

const INSIDE = insert("s", { kind: "text", body: "in" }, "sidebar");
const with_ = (sidebar: Page["sidebar"]) => openPage(INSIDE, ["update", "main", { sidebar }]);
const sidebar = () => screen.getByTestId("stSidebar");
const isCollapsed = () => sidebar().dataset.collapsed === "true";
const width = () => sidebar().style.getPropertyValue("--st-sidebar-width");
const handle = () => screen.findByRole("separator", { name: "Width of the sidebar" });

function reload(session: Session) {
  const saved = session.save();
  document.body.replaceChildren();
  return openPageAs({ saved }, INSIDE);
}

beforeEach(() => {
  stubMedia();
  HTMLElement.prototype.setPointerCapture = () => {};
  HTMLElement.prototype.hasPointerCapture = () => true;
});

describe("the sidebar", () => {
  it.each([
    ["auto", false, true],
    ["expanded", false, false],
    ["collapsed", true, true],
    [350, false, true],
  ] as const)(
    "that begins %j is collapsed on a wide screen: %j, on a phone: %j",
    (first, wide, phone) => {
      const { unmount } = with_(first);
      expect(isCollapsed()).toBe(wide);
      unmount();
      stubMedia("max-width: 768px");
      with_(first);
      expect(isCollapsed()).toBe(phone);
    },
  );

  it.each([
    ["auto", "300px"],
    [350, "350px"],
    [100, "200px"],
    [900, "600px"],
  ] as const)("that begins %j is %s wide", (first, expected) => {
    with_(first);
    expect(width()).toBe(expected);
  });

  it("is widened by dragging its edge, within bounds, and by a double click as at first", async () => {
    with_(350);
    const edge = await handle();
    fireEvent.pointerDown(edge, { pointerId: 1 });
    fireEvent.pointerMove(edge, { pointerId: 1, clientX: 420 });
    expect(width()).toBe("420px");
    fireEvent.pointerMove(edge, { pointerId: 1, clientX: 1200 });
    expect(width()).toBe("600px");
    fireEvent.doubleClick(edge);
    expect(width()).toBe("350px");
  });

  it("is widened by the arrow keys on its edge, which says how wide it is", async () => {
    with_("auto");
    const edge = await handle();
    act(() => edge.focus());
    await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowLeft}");
    expect(edge.getAttribute("aria-valuenow")).toBe("310");
    await userEvent.keyboard("{Home}");
    expect(width()).toBe("200px");
    await userEvent.keyboard("{End}");
    expect(edge.getAttribute("aria-valuenow")).toBe(edge.getAttribute("aria-valuemax"));
  });

  it("is as wide and as open as it was after a refresh, and the server hears nothing of it", async () => {
    const { session, says, here } = with_("auto");
    const edge = await handle();
    act(() => edge.focus());
    await userEvent.keyboard("{ArrowRight}");
    says(["run_started", 0, "event"], ["run_ended", "done"]);
    await userEvent.click(screen.getByRole("button", { name: "Collapse sidebar" }));
    expect(here().sent.filter(([tag]) => tag === "event")).toEqual([]);
    const page = reload(session);
    expect([width(), isCollapsed()]).toEqual(["310px", true]);
    act(() => page.session.startOver());
    page.says(["edits", [INSIDE]]);
    expect([width(), isCollapsed()]).toEqual(["300px", false]);
  });

  it("does not fail over what it finds in the tab's storage", () => {
    const { session } = with_("auto");
    session.view.set("sidebar width", { not: "a number" });
    session.view.set("sidebar", 7);
    reload(session);
    expect([width(), isCollapsed()]).toEqual(["300px", false]);
  });
});
