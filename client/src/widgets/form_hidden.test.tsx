import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { NAME, edits, events, save } from "../../test/forms";
import { stubResizeObserver } from "../../test/observers";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  stubMedia();
  stubResizeObserver();
});
afterEach(() => vi.unstubAllGlobals());

describe("f01: a field that is not in sight", () => {
  const WRONG = { ...NAME, label: "Other", value: "", required: true } as Drawn;
  const inside = (...containers: [string, Drawn, string][]) => [
    ...edits({ inputs: [] }),
    ...containers.map(([id, drawn, parent]) => insert(id, drawn, parent)),
    insert("w", WRONG, containers.at(-1)![0]),
  ];
  const EXPANDER = { kind: "expander", label: "More" } as Drawn;
  const POPOVER = { kind: "popover", label: "More" } as Drawn;
  const TABS = { kind: "tabs", labels: ["One", "Two"], default: "Two" } as Drawn;

  it.each<[string, [string, Drawn, string][]]>([
    ["an expander", [["e", EXPANDER, "f"]]],
    ["a popover", [["p", POPOVER, "f"]]],
    [
      "a tab",
      [
        ["t", TABS, "f"],
        ["u", { kind: "tab" } as Drawn, "t"],
        ["v", { kind: "tab" } as Drawn, "t"],
      ],
    ],
    [
      "an expander in a popover",
      [
        ["p", POPOVER, "f"],
        ["e", { ...EXPANDER, label: "Less" } as Drawn, "p"],
      ],
    ],
  ])("is checked in %s, which opens", async (_, containers) => {
    const page = openPage(...inside(...containers));
    await screen.findByText(/More|Two/);
    const wrong = await screen.findByLabelText<HTMLInputElement>("Other");
    const isShown = () => wrong.closest("[hidden], details:not([open])") === null;
    expect(isShown()).toBe(false);
    await userEvent.click(await save());
    expect(await screen.findByText("This field is required.")).toBeDefined();
    await waitFor(() => expect(isShown()).toBe(true));
    expect(events(page)).toEqual([]);
  });

  it("stays closed up when another button is pressed", async () => {
    const page = openPage(...inside(["e", EXPANDER, "f"]));
    const wrong = await screen.findByLabelText("Other");
    await press("Other");
    expect(wrong.closest("details")!.open).toBe(false);
    expect(events(page)).toHaveLength(1);
  });
});
