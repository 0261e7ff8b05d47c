import { render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Icon } from "./icon";

afterEach(() => vi.unstubAllGlobals());

test("an emoji is decoration", () => {
  const { container } = render(<Icon icon="🎉" testId="sign" />);
  expect(screen.getByTestId("sign").textContent).toBe("🎉");
  expect(container.firstElementChild!.getAttribute("aria-hidden")).toBe("true");
});

test("a symbol that could not be fetched is asked for again", async () => {
  const fetch = vi.fn().mockRejectedValueOnce(new TypeError("offline"));
  fetch.mockResolvedValueOnce(new Response('<svg><path d="M3 4"/></svg>'));
  vi.stubGlobal("fetch", fetch);
  const first = render(<Icon icon=":material/late:" />);
  await waitFor(() => expect(fetch).toHaveBeenCalledTimes(1));
  await waitFor(() => expect(first.container.textContent).toBe("late"));
  first.unmount();
  const { container } = render(<Icon icon=":material/late:" />);
  await waitFor(() => expect(container.querySelector("path")!.getAttribute("d")).toBe("M3 4"));
});

test("only path data is taken from an answer", async () => {
  vi.stubGlobal("fetch", async () => new Response('<svg><path d="M1 1\'><script>"/></svg>'));
  const { container } = render(<Icon icon=":material/odd:" />);
  await waitFor(() => expect(container.textContent).toBe("odd"));
});
