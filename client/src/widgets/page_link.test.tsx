import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { PageLink } from "../core/wire.gen";
import { followAddress } from "../view/address";
import pageLink from "./page_link";

const stage = (props: Partial<PageLink> = {}) =>
  stageWidget(pageLink, { kind: "page_link", label: "**Go**", url: "there", ...props }, null);
const link = () => screen.getByTestId<HTMLAnchorElement>("stPageLink-NavLink");

beforeEach(() => history.replaceState(null, "", "/"));

it("leads to a page of the app without loading anything", async () => {
  const { user, session } = stage({ query: "id=7", icon: "🎉" });
  followAddress(session);
  expect(link().getAttribute("href")).toBe("/there?id=7");
  expect(link().textContent).toBe("🎉Go");
  expect(await flaws()).toEqual([]);
  await user.click(link());
  expect(location.pathname + location.search).toBe("/there?id=7");
  expect(session.inputs.unconfirmed).toEqual([
    ["event", 1, { main: ["id=7", 0, "there"] }, "main"],
  ]);
});

it("opens a tab of its own for what is no page of the app, and leads nowhere unsafe", () => {
  const { rerun } = stage({ url: "https://a.example/", is_external: true });
  expect([link().href, link().target]).toEqual(["https://a.example/", "_blank"]);
  rerun({ url: "javascript:alert(1)" });
  expect(link().hasAttribute("href")).toBe(false);
});

it("says that it leads nowhere when it is disabled", async () => {
  const { user, session } = stage({ disabled: true, help: "Not yet", icon_position: "right" });
  expect(link().getAttribute("aria-disabled")).toBe("true");
  expect(link().hasAttribute("href")).toBe(false);
  await user.click(link());
  expect(session.inputs.unconfirmed).toEqual([]);
  expect(await flaws()).toEqual([]);
});
