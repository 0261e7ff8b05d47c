import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";
import type { Page } from "../core/wire.gen";
import { loadWidget } from "./registry";
import { layout } from "./shell/preferences";

vi.mock("./registry", { spy: true });

const USUAL = "https://app.test/usual.svg";

const pageOf = (facts: Partial<Page>) => openPage(["update", "main", facts]);
const icon = () => document.querySelector<HTMLLinkElement>("link[rel=icon]")!.href;
const shownLayout = () => screen.getByTestId("stAppViewContainer").dataset.layout;

beforeEach(() => {
  stubMedia();
  layout.choose("script");
  const usual = Object.assign(document.createElement("link"), { rel: "icon", href: USUAL });
  document.head.replaceChildren(usual);
});

describe("the title", () => {
  it("is the script's, or else the app's", async () => {
    const { says } = pageOf({ title: "Home" });
    await waitFor(() => expect(document.title).toBe("Home"));
    says(["edits", [["update", "main", { title: null }]]]);
    await waitFor(() => expect(document.title).toBe("My app"));
  });
});

describe("the icon", () => {
  it.each([
    ["🎉", /^data:image\/svg\+xml,.*%F0%9F%8E%89/],
    ["1️⃣", /^data:image\/svg\+xml,.*1%EF%B8%8F/],
    [":material/Thumb_Up:", /\/_stcore\/icons\/thumb_up\.svg$/],
    ["https://example.com/a.png", /^https:\/\/example\.com\/a\.png$/],
    ["media/1.png", /\/media\/1\.png$/],
  ])("may be %s", async (name, address) => {
    pageOf({ icon: name });
    await waitFor(() => expect(icon()).toMatch(address));
  });

  it("is the usual one again when the script no longer has another", async () => {
    const { says } = pageOf({ icon: "🎉" });
    await waitFor(() => expect(icon()).toMatch(/^data:/));
    says(["reset"], ["run_ended", "done"]);
    await waitFor(() => expect(icon()).toBe(USUAL));
  });
});

describe("the layout", () => {
  it("is the script's until a person chooses", async () => {
    pageOf({ layout: "wide" });
    expect(shownLayout()).toBe("wide");
    await userEvent.click(screen.getByRole("button", { name: "Main menu" }));
    await userEvent.click(await screen.findByRole("menuitemcheckbox", { name: "Wide mode" }));
    expect(shownLayout()).toBe("centered");
    await userEvent.click(screen.getByRole("menuitemcheckbox", { name: "Wide mode" }));
    expect(shownLayout()).toBe("wide");
    expect(layout.signal.get()).toBe("script");
  });
});

describe("the menu", () => {
  const MENU = {
    About: "# Mine\nby *me*",
    "Get help": "https://help.test/",
    "Report a bug": "mailto:me@x.test",
  };
  const open = async () => userEvent.click(screen.getByRole("button", { name: "Main menu" }));

  it("has the entries that the script adds, as links that leave the page alone", async () => {
    pageOf({ menu: MENU });
    await open();
    const help = await screen.findByRole<HTMLAnchorElement>("menuitem", { name: "Get help" });
    expect([help.href, help.target, help.rel]).toEqual([
      "https://help.test/",
      "_blank",
      "noopener noreferrer",
    ]);
    expect(screen.getByTestId("stMainMenuItem-report").getAttribute("href")).toBe(
      "mailto:me@x.test",
    );
  });

  it.each<Page["menu"]>([null, {}, { "Get help": null }, { "Get help": "javascript:alert(1)" }])(
    "has no such entries with %j",
    async (menu) => {
      pageOf({ menu });
      await open();
      await screen.findByRole("menuitem", { name: "About" });
      expect(screen.queryByText("Get help")).toBeNull();
    },
  );

  it("says about the app what the script says", async () => {
    pageOf({ menu: MENU });
    await open();
    await userEvent.click(await screen.findByRole("menuitem", { name: "About" }));
    expect((await screen.findByRole("heading", { name: "Mine" })).closest("dialog")).not.toBeNull();
  });
});

describe("what the script names", () => {
  const loaded = () => vi.mocked(loadWidget).mock.calls.map(([kind]) => kind);
  let idle: (() => void) | undefined;

  beforeEach(() => {
    vi.mocked(loadWidget).mockClear();
    idle = undefined;
    vi.stubGlobal("requestIdleCallback", (task: () => void) => {
      idle = task;
      return 1;
    });
    vi.stubGlobal("cancelIdleCallback", () => (idle = undefined));
  });

  it("is loaded once the browser is idle", async () => {
    const { says } = pageOf({ likely: ["data_editor", "dataframe"] });
    await waitFor(() => expect(idle).toBeDefined());
    expect(loaded()).not.toContain("dataframe");
    idle!();
    expect(loaded()).toEqual(expect.arrayContaining(["data_editor", "dataframe"]));
    idle = undefined;
    says(["edits", [["update", "main", { title: "Other" }]]]);
    await waitFor(() => expect(document.title).toBe("Other"));
    expect(idle).toBeUndefined();
  });

  it("is not when the page is gone before", async () => {
    const { unmount } = pageOf({ likely: ["dataframe"] });
    await waitFor(() => expect(idle).toBeDefined());
    unmount();
    expect(idle).toBeUndefined();
  });

  it("is not where each byte counts", async () => {
    vi.stubGlobal("navigator", { ...navigator, connection: { saveData: true } });
    pageOf({ title: "Frugal", likely: ["dataframe"] });
    await waitFor(() => expect(document.title).toBe("Frugal"));
    expect(idle).toBeUndefined();
  });

  it("is after a moment where a browser does not say when it is idle", async () => {
    vi.unstubAllGlobals();
    stubMedia();
    pageOf({ likely: ["dataframe"] });
    await waitFor(() => expect(loaded()).toContain("dataframe"));
  });
});
