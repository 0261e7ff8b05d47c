import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { LinkButton } from "../core/wire.gen";
import linkButton from "./link_button";

const stage = (props: Partial<LinkButton> = {}) =>
  stageWidget(
    linkButton,
    { kind: "link_button", label: "**Go**", url: "https://a.example/x", ...props },
    null,
  );
const link = () => screen.getByRole<HTMLAnchorElement>("link", { name: /Go/ });

it("is a link that opens a tab of its own", () => {
  stage({ icon: "🎉", type: "primary" });
  expect(link().getAttribute("href")).toBe("https://a.example/x");
  expect([link().target, link().rel]).toEqual(["_blank", "noreferrer"]);
  expect(link().tagName).toBe("A");
  expect(link().getAttribute("kind")).toBe("primary");
  expect(link().hasAttribute("type")).toBe(false);
  expect(link().dataset.testid).toBe("stBaseLinkButton-primary");
  expect(link().textContent).toBe("🎉Go");
});

it("tells the script of a press only if it is to", async () => {
  const { user, pressed, rerun } = stage();
  await user.click(link());
  expect(pressed).toEqual([]);
  rerun({ is_silent: false });
  await user.click(link());
  fireEvent(link(), new MouseEvent("auxclick", { button: 1, bubbles: true }));
  fireEvent(link(), new MouseEvent("auxclick", { button: 2, bubbles: true }));
  expect(pressed).toEqual([undefined, undefined]);
});

it("is pressed by its shortcut, which it tells", async () => {
  const { user, pressed } = stage({ is_silent: false, shortcut: "Ctrl+K", icon_position: "right" });
  await user.keyboard("{Control>}k{/Control}");
  expect(pressed).toEqual([undefined]);
  expect(screen.getByText("Ctrl + K").tagName).toBe("KBD");
});

it.each<Partial<LinkButton>>([
  { disabled: true },
  { url: "javascript:alert(1)" },
  { url: " java\nscript:alert(1)" },
  { url: "data:text/html,x" },
])("leads nowhere with %j", async (props) => {
  const { user, pressed } = stage({ ...props, is_silent: false, shortcut: "F2" });
  expect(link().hasAttribute("href")).toBe(false);
  expect(link().getAttribute("aria-disabled")).toBe("true");
  await user.click(link());
  await user.keyboard("{F2}");
  expect(pressed).toEqual([]);
});

it.each([{}, { disabled: true }, { help: "Where to" }])(
  "has nothing that axe objects to with %j",
  async (props) => {
    stage(props);
    expect(await flaws()).toEqual([]);
  },
);
