import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";

import { Boundary } from "./boundary";

function Fragile({ breaks }: { breaks: boolean }) {
  if (breaks) throw new Error("no such column");
  return <p>whole</p>;
}

it("shows what went wrong in place of the element, and tries again when its props change", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const drawn = (subject: string, breaks: boolean) => (
    <>
      <Boundary subject={subject}>
        <Fragile breaks={breaks} />
      </Boundary>
      <p>neighbour</p>
    </>
  );
  const { rerender } = render(drawn("a", true));
  expect(screen.getByRole("alert").textContent).toContain("no such column");
  expect(screen.getByText("neighbour")).toBeTruthy();
  rerender(drawn("b", false));
  expect(screen.getByText("whole")).toBeTruthy();
  vi.restoreAllMocks();
});
