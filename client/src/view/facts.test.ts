import { expect, test, vi } from "vitest";

import type { Session } from "../core/session";
import { followFacts } from "./facts";

test("another theme is told, and nothing is told twice (X03)", async () => {
  const listen = vi.fn<(kind: string, tell: () => void) => void>();
  vi.stubGlobal("matchMedia", () => ({ addEventListener: listen }));
  const tell = vi.fn();
  let facts = "theme=light";
  followFacts({ tell } as unknown as Session, () => facts);
  const [kind, systemChanged] = listen.mock.calls[0]!;
  expect(kind).toBe("change");
  systemChanged();
  expect(tell).not.toHaveBeenCalled();
  facts = "theme=dark";
  document.documentElement.dataset.theme = "dark";
  await vi.waitFor(() => expect(tell).toHaveBeenCalledExactlyOnceWith("theme=dark"));
  systemChanged();
  expect(tell).toHaveBeenCalledTimes(1);
});
