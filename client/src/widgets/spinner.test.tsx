import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { componentOf } from "../../test/stage";
import spinner from "./spinner";

const Shown = componentOf(spinner);

afterEach(() => vi.useRealTimers());

it("says what goes on, to screen readers too", () => {
  render(<Shown props={{ kind: "spinner", text: "**Counting**" }} />);
  expect(screen.getByRole("status").textContent).toBe("Counting");
});

it("counts the time if it is asked to", () => {
  vi.useFakeTimers();
  render(<Shown props={{ kind: "spinner", text: "Counting", show_time: true }} />);
  act(() => vi.advanceTimersByTime(1200));
  expect(screen.getByRole("status").textContent).toBe("Counting(1.2 seconds)");
});
