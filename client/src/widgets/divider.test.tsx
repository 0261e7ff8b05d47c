import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import widget from "./divider";
import { componentOf } from "../../test/stage";

const Divider = componentOf(widget);

test("a divider is a separator", () => {
  render(<Divider props={{ kind: "divider" }} />);
  expect(screen.getByRole("separator").parentElement).toBe(
    screen.getByTestId("stMarkdownContainer"),
  );
});
