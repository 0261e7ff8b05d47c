import { render, screen } from "@testing-library/react";
import axe from "axe-core";
import { expect, test } from "vitest";
import widget from "./alert";
import { componentOf } from "../../test/stage";

const Alert = componentOf(widget);

test.each([
  ["error", "alert", "stAlertContentError"],
  ["warning", "alert", "stAlertContentWarning"],
  ["info", "status", "stAlertContentInfo"],
  ["success", "status", "stAlertContentSuccess"],
] as const)("%s has role %s", (severity, role, name) => {
  render(<Alert props={{ kind: "alert", severity, body: "a **b**" }} />);
  const box = screen.getByRole(role);
  expect(box.dataset["testid"]).toBe("stAlertContainer");
  expect(screen.getByTestId(name).textContent).toBe("a b");
});

test("icon and title stand with the text", async () => {
  const { container } = render(
    <main>
      <Alert props={{ kind: "alert", severity: "info", body: "- x", icon: "🚨", title: "*T*" }} />
    </main>,
  );
  expect(screen.getByTestId("stAlertDynamicIcon").textContent).toBe("🚨");
  expect(screen.getByTestId("stAlertTitle").textContent).toBe("T");
  screen.getByRole("listitem");
  const { violations } = await axe.run(container, {
    rules: { "color-contrast": { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
