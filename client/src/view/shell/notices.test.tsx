import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { openPage, openPageAs } from "../../../test/page";
import { rerunOnChange } from "./preferences";

const status = () => screen.getByRole("status");
const events = (page: ReturnType<typeof openPage>) =>
  page.here().sent.filter(([tag]) => tag === "event");

beforeEach(() => {
  rerunOnChange.choose("ask");
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
});

describe("a changed script", () => {
  it.each([true, false])(
    "is a matter of the menu where one is asked: %s (D07)",
    async (isAsked) => {
      openPageAs({ isDeveloper: true, isAsked });
      await userEvent.click(screen.getByRole("button", { name: "Main menu" }));
      await screen.findByRole("menuitem", { name: /Rerun/ });
      const item = screen.queryByRole("menuitemcheckbox", { name: "Rerun on save" });
      expect(item !== null).toBe(isAsked);
    },
  );

  it("is offered to be rerun", async () => {
    const page = openPage();
    page.says(["script_changed"]);
    await userEvent.click(await screen.findByRole("button", { name: "Rerun" }));
    expect(events(page)).toHaveLength(1);
    page.says(["run_started", 1, "event"], ["run_ended", "done"]);
    expect(screen.queryByTestId("stScriptChanged")).toBeNull();
  });

  it("is rerun by itself if so chosen", async () => {
    const page = openPage();
    page.says(["script_changed"]);
    await userEvent.click(await screen.findByRole("button", { name: "Always rerun" }));
    expect(events(page)).toHaveLength(1);
    page.says(["run_started", 1, "event"], ["run_ended", "done"]);
    page.says(["script_changed"]);
    expect(events(page)).toHaveLength(2);
  });
});

describe("a notification", () => {
  it("is told once for each topic, until it is put away", async () => {
    const page = openPage();
    page.says(["notification", "dropped", "“Add” was not applied."]);
    await screen.findByText("“Add” was not applied.");
    page.says(["notification", "dropped", "“Tick” was not applied."]);
    expect(screen.getAllByTestId("stNotification")).toHaveLength(1);
    expect(status().textContent).toContain("“Tick” was not applied.");
    await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByTestId("stNotification")).toBeNull();
  });

  it("about waiting goes when the run starts; others stay", async () => {
    const page = openPage();
    page.says(["notification", "waiting", "Waiting for a free place."]);
    page.says(["notification", "stopped", "The run did not answer and was ended."]);
    expect(await screen.findAllByTestId("stNotification")).toHaveLength(2);
    page.says(["run_started", 1, "event"]);
    expect(screen.getByTestId("stNotification").textContent).toContain("did not answer");
  });
});

describe("a connection", () => {
  it("that the server will not go on with is explained", () => {
    const page = openPage();
    page.says(["refused", "bad message: expected int"]);
    act(() => page.here().breaks(4400));
    expect(status().textContent).toContain("bad message: expected int");
  });

  it("that is lost is told of only after a moment", () => {
    vi.useFakeTimers();
    const page = openPage();
    act(() => page.here().breaks());
    expect(screen.queryByTestId("stConnectionStatus")).toBeNull();
    act(() => vi.advanceTimersByTime(1000));
    const notice = screen.getByTestId("stConnectionStatus");
    expect(notice.textContent).toContain("Connection lost. Reconnecting; what you enter is kept.");
    act(() => page.session.inputs.rerun());
    expect(notice.textContent).toContain("what you have done waits, and will be sent.");
    vi.useRealTimers();
  });

  it("that another page has taken over is given back on request; until then nothing is entered", async () => {
    const page = openPage();
    act(() => page.here().breaks(4408));
    expect(status().textContent).toContain("This page is open in another tab.");
    const view = screen.getByTestId("stAppViewContainer");
    expect(view.hasAttribute("inert")).toBe(true);
    await userEvent.click(screen.getByRole("button", { name: "Use it here" }));
    expect(page.sockets).toHaveLength(2);
    act(() => page.here().opens());
    page.says(["ack_event", 0]);
    expect(status().textContent).toBe("");
    expect(view.hasAttribute("inert")).toBe(false);
  });

  it("as somebody else is explained, until that is put away", async () => {
    const page = openPage();
    page.says(["refused", "this is another browser: it begins anew"]);
    act(() => page.here().breaks(4403));
    const notice = await screen.findByTestId("stBegunAnew");
    expect(notice.textContent).toContain("This is another browser: it begins anew.");
    await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(status().textContent).toBe("");
  });
});

describe("store_status", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

  it("that is late is told of if it stays so, and that it is over to those who listen", async () => {
    const page = openPage();
    page.says(["store_status", "late"]);
    await pass(900);
    expect(status().textContent).toBe("");
    await pass(200);
    expect(status().textContent).toBe("Not saved yet. Saving resumes by itself.");
    page.says(["store_status", "ok"]);
    expect(screen.queryByTestId("stSaving")).toBeNull();
    expect(status().textContent).toBe("Everything is saved.");
  });

  it("that was late for a moment only is not worth a word", async () => {
    const page = openPage();
    page.says(["store_status", "late"]);
    await pass(900);
    page.says(["store_status", "ok"]);
    await pass(2000);
    expect(status().textContent).toBe("");
  });

  it("that is away says that earlier entries come back", async () => {
    const page = openPage();
    page.says(["store_status", "away"]);
    await pass(0);
    expect(status().textContent).toContain("What you entered before cannot be reached right now");
  });

  it("is not told of while the connection is lost, which says more", async () => {
    const page = openPage();
    page.says(["store_status", "away"]);
    await pass(0);
    act(() => page.here().breaks());
    await pass(1000);
    expect(screen.queryByTestId("stSaving")).toBeNull();
    expect(screen.getByTestId("stConnectionStatus")).not.toBeNull();
  });
});

describe("a value that is not stored", () => {
  it("is named, and its details are a click away", async () => {
    const page = openPageAs({ isDeveloper: true });
    page.says(["not_stored", "db", "a Connection cannot be stored"]);
    expect((await screen.findByTestId("stUnkept")).textContent).toContain(
      "“db” does not survive a restart.",
    );
    await userEvent.click(screen.getByRole("button", { name: "Details" }));
    expect(screen.queryByTestId("stUnkept")).toBeNull();
    expect(page.session.inspector.isOpen.get()).toBe(true);
  });

  it("shares one notice with the others", async () => {
    const page = openPageAs({ isDeveloper: true });
    page.says(
      ["not_stored", "db", "no"],
      ["not_stored", "lock", "no"],
      ["not_stored", "rows", "no"],
    );
    const notice = await screen.findByTestId("stUnkept");
    expect(notice.textContent).toContain("“db” and 2 more do not survive a restart.");
    await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(status().textContent).toBe("");
  });
});
