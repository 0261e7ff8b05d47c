import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import widget from "./text";
import { componentOf } from "../../test/stage";

const Text = componentOf(widget);

test("text is shown as it is", () => {
  render(<Text props={{ kind: "text", body: "two  spaces\n**stars** :smile:" }} />);
  expect(screen.getByTestId("stText").textContent).toBe("two  spaces\n**stars** :smile:");
});
