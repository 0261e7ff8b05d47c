import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";

import { insert } from "../../../test/edits";
import { openPage } from "../../../test/page";
import { stubMedia } from "../../../test/screen";
import { flaws } from "../../../test/stage";
import { followAddress } from "../address";
import type { Edit, Navigation } from "../../core/wire.gen";

const INSIDE = insert("s", { kind: "text", body: "in" }, "sidebar");
const LINKS = [
  { title: "Home", url: "", icon: ":material/home:" },
  { title: "**Orders**", url: "orders", section: "Shop", help: "Yours" },
  { title: "Docs", url: "https://a.example/", section: "Shop", is_external: true },
];
const menu = (navigation: Navigation): Edit => ["update", "main", { navigation }];
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ title: `Page ${at}`, url: at ? `p${at}` : "" }));
const links = () => screen.getAllByTestId("stSidebarNavLink").map((each) => each.textContent);

async function open(navigation: Navigation, ...edits: Edit[]) {
  const page = openPage(menu(navigation), ...edits);
  followAddress(page.session);
  await screen.findByRole("navigation", { name: "App pages" });
  return page;
}

beforeEach(() => {
  stubMedia();
  history.replaceState(null, "", "/");
});

describe("the menu in the sidebar", () => {
  it("has real links, by sections, and marks the page that is shown", async () => {
    const { here } = await open({ links: LINKS });
    const orders = screen.getByRole("link", { name: "Orders" });
    expect(orders.getAttribute("href")).toBe("/orders");
    expect(orders.title).toBe("Yours");
    const section = screen.getByRole("list", { name: "Shop" });
    expect(within(section).getAllByRole("link")).toHaveLength(2);
    expect(screen.getByRole("link", { name: "Home" }).getAttribute("aria-current")).toBe("page");
    const docs = screen.getByRole<HTMLAnchorElement>("link", {
      name: /^Docs\s*\(opens in new tab\)$/,
    });
    expect([docs.target, docs.rel]).toEqual(["_blank", "noreferrer"]);
    expect(await flaws()).toEqual([]);
    await userEvent.click(orders);
    expect(here().sent.at(-1)).toMatchObject(["event", 1, { main: ["", 0, "orders"] }, "main"]);
    expect(orders.getAttribute("aria-current")).toBe("page");
    expect(location.pathname).toBe("/orders");
  });

  it("leaves a click that is to open a tab to the browser", async () => {
    const { here } = await open({ links: LINKS });
    const before = here().sent.length;
    const user = userEvent.setup();
    await user.keyboard("{Control>}");
    await user.click(screen.getByRole("link", { name: "Orders" }));
    expect(here().sent.length).toBe(before);
    expect(location.pathname).toBe("/");
  });

  it.each([
    [false, 12, 12],
    [false, 13, 10],
    [true, 13, 13],
    [4, 5, 4],
  ])("that is expanded %j shows of %i links %i", async (expanded, count, shown) => {
    await open({ links: many(count), expanded }, INSIDE);
    expect(links()).toHaveLength(shown);
    expect(screen.getByTestId("stSidebarNavSeparator")).toBeDefined();
    if (shown === count) return expect(screen.queryByText(/View/)).toBeNull();
    const more = screen.getByRole("button", { name: `View ${count - shown} more` });
    expect(more.getAttribute("aria-expanded")).toBe("false");
    await userEvent.click(more);
    expect(links()).toHaveLength(count);
    expect(screen.getByRole("button", { name: "View less" }).getAttribute("aria-expanded")).toBe(
      "true",
    );
  });

  it("shows the page that one is on, however long it is, and all where nothing is below", async () => {
    await open({ links: many(20) }, INSIDE, ["set", "main", ["", 0, "p15"]]);
    expect(links()).toHaveLength(11);
    expect(links().at(-1)).toBe("Page 15");
    document.body.replaceChildren();
    await open({ links: many(20) });
    expect(links()).toHaveLength(20);
  });
});

describe("the menu at the top", () => {
  it("opens a section, and closes it by Escape, outside, and with a link", async () => {
    await open({ links: LINKS, position: "top" });
    expect(screen.getByTestId("stTopNavLink").textContent).toContain("Home");
    const section = screen.getByRole("button", { name: "Shop" });
    const user = userEvent.setup();
    await user.click(section);
    expect(section.getAttribute("aria-expanded")).toBe("true");
    expect(await flaws()).toEqual([]);
    await user.keyboard("{ArrowUp}");
    expect(document.activeElement?.textContent).toBe("Docs (opens in new tab)");
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement?.textContent).toBe("Orders");
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(section);
    expect(screen.queryByTestId("stTopNavPopover")).toBeNull();
    await user.click(section);
    await user.click(document.body);
    expect(screen.queryByTestId("stTopNavPopover")).toBeNull();
    await user.click(section);
    await user.click(screen.getByTestId("stTopNavPopover").querySelector("a")!);
    expect(screen.queryByTestId("stTopNavPopover")).toBeNull();
    expect(location.pathname).toBe("/orders");
    expect(section.dataset.current).toBe("true");
  });

  it("is in the sidebar on a phone", async () => {
    stubMedia("max-width: 768px");
    await open({ links: LINKS, position: "top" });
    expect(screen.queryByTestId("stTopNav")).toBeNull();
    expect(links()).toHaveLength(3);
  });
});
