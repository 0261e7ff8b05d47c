import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";

import { insert } from "../../../test/edits";
import { openPage } from "../../../test/page";
import { stubMedia } from "../../../test/screen";
import { flaws } from "../../../test/stage";
import type { Edit, Logo } from "../../core/wire.gen";

beforeEach(() => stubMedia());

const IN_SIDEBAR = insert("s", { kind: "text", body: "beside" }, "sidebar");
const logo = (props: Partial<Logo>): Edit => [
  "update",
  "main",
  { logo: { image: "https://x.org/a.png", ...props } },
];

describe("the logo", () => {
  it("stands beside the page where there is no sidebar, with the picture for that", async () => {
    const { says } = openPage(logo({ icon_image: "🔥", size: "large" }));
    const shown = await screen.findByTestId("stHeaderLogo");
    expect(shown.textContent).toBe("🔥");
    expect(shown.dataset.size).toBe("large");
    expect(screen.getByRole("img", { name: "Logo" })).toBe(shown);
    expect(await flaws()).toEqual([]);
    says(["edits", [["update", "main", { logo: null }]]]);
    expect(screen.queryByTestId("stHeaderLogo")).toBeNull();
  });

  it("stands in the sidebar, and beside the page while that is closed", async () => {
    openPage(IN_SIDEBAR, logo({ icon_image: ":material/home:" }));
    const shown = await screen.findByTestId<HTMLImageElement>("stSidebarLogo");
    expect(shown.src).toBe("https://x.org/a.png");
    expect(screen.queryByTestId("stHeaderLogo")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Collapse sidebar" }));
    expect((await screen.findByTestId("stHeaderLogo")).tagName).toBe("SPAN");
  });

  it("leads where it is to lead, in a tab of its own", async () => {
    openPage(logo({ link: "https://x.org/" }));
    const link = await screen.findByRole<HTMLAnchorElement>("link", { name: "App Logo" });
    expect([link.href, link.target, link.rel]).toEqual(["https://x.org/", "_blank", "noreferrer"]);
    expect(await flaws()).toEqual([]);
  });
});

describe("the bottom", () => {
  it("shows what is drawn there, and goes when nothing is", async () => {
    const low = insert("b", { kind: "text", body: "low" }, "bottom");
    const { says } = openPage(insert("m", { kind: "text", body: "main" }), low);
    expect((await screen.findByTestId("stBottom")).textContent).toBe("low");
    expect(screen.getByRole("main").contains(screen.getByTestId("stBottom"))).toBe(true);
    expect(await flaws()).toEqual([]);
    says(["edits", [["remove", ["b"]]]]);
    expect(screen.queryByTestId("stBottom")).toBeNull();
  });

  it("outlasts a new tree that has it again (L01)", async () => {
    const low = insert("b", { kind: "text", body: "low" }, "bottom");
    const { says } = openPage(low);
    const before = await screen.findByTestId("stBottom");
    says(["reset"], ["run_started", 0, "visit"], ["edits", [low]], ["run_ended", "done"]);
    await act(async () => {});
    expect(screen.getByTestId("stBottom")).toBe(before);
    says(["reset"], ["run_started", 0, "visit"], ["edits", []], ["run_ended", "done"]);
    expect(screen.queryByTestId("stBottom")).toBeNull();
  });
});
