import { render, screen } from "@testing-library/react";
import axe from "axe-core";
import { expect, test } from "vitest";
import widget from "./heading";
import { componentOf } from "../../test/stage";

const Heading = componentOf(widget);

test.each([1, 2, 3] as const)("level %i", (level) => {
  render(<Heading props={{ kind: "heading", body: "My *Title*", level }} />);
  const heading = screen.getByRole("heading", { level, name: "My Title" });
  expect(heading.id).toBe("my-title");
  expect(heading.closest(".stHeading")).toBe(screen.getByTestId("stHeading"));
});

test("the anchor can be named; without a link the heading keeps its id", () => {
  const { rerender } = render(
    <Heading props={{ kind: "heading", body: "A", level: 2, anchor: "own" }} />,
  );
  expect(screen.getByRole("link", { name: "Link to heading" })).toHaveProperty("hash", "#own");
  rerender(<Heading props={{ kind: "heading", body: "A", level: 2, anchor: false }} />);
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByRole("heading").id).toBe("a");
});

test("what looks like a list or a heading is the text of this heading", () => {
  render(<Heading props={{ kind: "heading", body: "1. Start", level: 2 }} />);
  expect(screen.getByRole("heading").textContent).toBe("1. Start");
});

test("the first line is the heading, and what follows is text below it", () => {
  render(<Heading props={{ kind: "heading", body: "A\nb *c*\n- d", level: 1 }} />);
  expect(screen.getByRole("heading").id).toBe("a");
  expect(screen.getByRole("heading").textContent).toBe("A");
  expect(screen.getByText("c").tagName).toBe("EM");
  expect(screen.getByRole("listitem").textContent).toBe("d");
});

test("an empty heading leads nowhere", () => {
  render(<Heading props={{ kind: "heading", body: "", level: 1 }} />);
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByRole("heading").id).toBe("");
});

test("divider, icon and help stand around the text", async () => {
  const { container } = render(
    <main>
      <Heading
        props={{ kind: "heading", body: "A", level: 1, divider: "rainbow", icon: "🎉", help: "h" }}
      />
    </main>,
  );
  expect(screen.getByTestId("stHeadingDivider").dataset["color"]).toBe("rainbow");
  expect(screen.getByTestId("stHeadingIcon").textContent).toBe("🎉");
  screen.getByRole("heading", { name: "A" });
  const { violations } = await axe.run(container, {
    rules: { "color-contrast": { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
