import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";

import { componentOf, flaws } from "../../test/stage";
import badge from "./badge";

const Badge = componentOf(badge);

it("is the badge that Markdown draws", () => {
  render(<Badge props={{ kind: "badge", body: ":green-badge[a \\[b\\] **c**]" }} />);
  const drawn = document.querySelector(".stMarkdownBadge")!;
  expect(drawn.textContent).toBe("a [b] c");
  expect(drawn.getAttribute("data-color")).toBe("green");
  expect(screen.queryByRole("button")).toBeNull();
});

it("tells more to who hovers it, or comes by with the keyboard, until Escape", async () => {
  const user = userEvent.setup();
  render(<Badge props={{ kind: "badge", body: ":blue-badge[New]", help: "Since *May*" }} />);
  const button = screen.getByRole("button", { name: "New" });
  await user.hover(button);
  expect(screen.getByRole("tooltip").textContent).toBe("Since May");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("tooltip")).toBeNull();
  await user.unhover(button);
  await user.tab();
  expect(button.getAttribute("aria-describedby")).toBe(screen.getByRole("tooltip").id);
  expect(await flaws()).toEqual([]);
});
