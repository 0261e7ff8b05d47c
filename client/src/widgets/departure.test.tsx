import { waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";

afterEach(() => vi.unstubAllGlobals());

describe("a departure", () => {
  it("takes the page to an address of the app, once, and says where to come back to", async () => {
    stubMedia();
    const assign = vi.fn();
    vi.stubGlobal("location", { pathname: "/tools/page", search: "?a=1&b=ä", assign });
    const { session, says } = openPage();
    const props = { kind: "departure", path: "auth/login?provider=work" } as const;
    says(["effect", "departure-1", props]);
    await waitFor(() => expect(assign).toHaveBeenCalledTimes(1));
    const url = new URL(String(assign.mock.calls[0]?.[0]));
    expect(url.pathname).toBe("/auth/login");
    expect(url.searchParams.get("provider")).toBe("work");
    expect(url.searchParams.get("at")).toBe("/tools/page?a=1&b=ä");
    expect(session.effects.current.get()).toEqual([]);
  });
});
