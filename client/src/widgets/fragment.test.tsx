import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";

beforeEach(() => stubMedia());
afterEach(() => vi.restoreAllMocks());

function hide(isHidden: boolean) {
  vi.spyOn(document, "hidden", "get").mockReturnValue(isHidden);
  document.dispatchEvent(new Event("visibilitychange"));
}

const drawn = (props: object = {}) => [
  insert("f", { kind: "fragment", ...props } as Drawn),
  insert("t", { kind: "text", body: "inside" }, "f"),
];

describe("a fragment", () => {
  it("stands like a container, and takes no room if it is empty", () => {
    openPage(...drawn(), insert("g", { kind: "fragment" } as Drawn));
    expect(screen.getByText("inside").closest("[data-testid=stLayoutWrapper]")).not.toBeNull();
    expect(screen.getAllByTestId("stLayoutWrapper")).toHaveLength(1);
  });

  it("says whether it can be seen, if it runs on a clock (G02)", async () => {
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    const { here } = openPage(...drawn({ ticks: true }));
    const told = () => here().sent.filter(([kind]) => kind === "seen");
    await waitFor(() => expect(told()).toEqual([["seen", false]]));
    hide(false);
    expect(told()).toEqual([
      ["seen", false],
      ["seen", true],
    ]);
  });

  it("says that it is seen again, if it went while it could not be (G02)", async () => {
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    const { here, says } = openPage(...drawn({ ticks: true }));
    const told = () => here().sent.filter(([kind]) => kind === "seen");
    await waitFor(() => expect(told()).toEqual([["seen", false]]));
    says(["edits", [["remove", ["f"]]]]);
    hide(false);
    says(["edits", drawn({ ticks: true })]);
    await waitFor(() => expect(told().at(-1)).toEqual(["seen", true]));
  });

  it("says nothing if it does not", async () => {
    const { here } = openPage(...drawn());
    await screen.findByText("inside");
    hide(true);
    expect(here().sent.filter(([kind]) => kind === "seen")).toEqual([]);
  });
});
