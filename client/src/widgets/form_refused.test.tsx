import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { AGE, DAY, NAME, TICK, edits, events, field, save, type } from "../../test/forms";
import { stubResizeObserver } from "../../test/observers";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  stubMedia();
  stubResizeObserver();
  vi.stubGlobal("CSS", { escape: (name: string) => name });
  Element.prototype.scrollIntoView = () => {};
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
    await waitFor(() => expect(document.activeElement).toBe(wrong));
    expect(events(page)).toEqual([]);
  });

  it("is the first of those that are wrong; the others say so where they are", async () => {
    const inTabs = ["u", "v"].map((tab) =>
      insert(`w${tab}`, { ...WRONG, label: tab } as Drawn, tab),
    );
    const page = openPage(
      ...edits({ inputs: [] }),
      insert("t", TABS, "f"),
      insert("u", { kind: "tab" } as Drawn, "t"),
      insert("v", { kind: "tab" } as Drawn, "t", "u"),
      ...inTabs,
    );
    const [first, last] = [await screen.findByLabelText("u"), await screen.findByLabelText("v")];
    await userEvent.click(await save());
    await waitFor(() => expect(document.activeElement).toBe(first));
    expect(first.closest("[hidden]")).toBeNull();
    expect(last.closest("[hidden]")).not.toBeNull();
    expect(last.getAttribute("aria-invalid")).toBe("true");
    expect(events(page)).toEqual([]);
  });

  it.each(["Other", "Save"])("stays closed up when %s is pressed, of elsewhere", async (name) => {
    openPage(
      ...edits(),
      insert("g", { kind: "form", key: "g" } as Drawn),
      insert("e", EXPANDER, "g"),
      insert("w", WRONG, "e"),
      insert("h", { kind: "form_submit_button", label: "Mine" } as Drawn, "g", "e"),
    );
    const wrong = await screen.findByLabelText("Other");
    await press("Mine");
    expect(wrong.closest("details")!.open).toBe(true);
    await userEvent.type(wrong, " ");
    await userEvent.click(screen.getByText("More"));
    await press(name);
    expect(wrong.getAttribute("aria-invalid")).toBe("true");
    expect(wrong.closest("details")!.open).toBe(false);
  });

  it("stays closed up when another button is pressed", async () => {
    const page = openPage(...inside(["e", EXPANDER, "f"]));
    const wrong = await screen.findByLabelText("Other");
    await press("Other");
    expect(wrong.closest("details")!.open).toBe(false);
    expect(events(page)).toHaveLength(1);
  });
});

describe("a form that is refused", () => {
  const [name, mail] = ["Name", "Mail"].map(
    (label) => ({ ...NAME, label, value: "", required: true }) as Drawn,
  );
  const seen = vi.fn();
  const isAt = (label: string) =>
    waitFor(async () => expect(document.activeElement).toBe(await field(label)));

  beforeEach(() => {
    seen.mockClear();
    Element.prototype.scrollIntoView = seen;
  });

  it.each(["click", "Enter"])("leads to the first field that is wrong, after a %s", async (way) => {
    openPage(...edits({ inputs: [TICK, AGE, name!, mail!] }));
    await field("Mail");
    if (way === "click") await userEvent.click(await save());
    else await type("Mail", "{Enter}");
    await isAt("Name");
    const message = (await field("Name")).getAttribute("aria-describedby")!;
    expect(document.getElementById(message)?.textContent).toBe("This field is required.");
    expect(seen.mock.lastCall).toEqual([{ block: "center", behavior: "smooth" }]);
  });

  it("does not glide there where less motion is asked for, and goes to dates, too", async () => {
    stubMedia("reduced-motion");
    const day = { ...DAY, value: [], required: true, clearable: true } as Drawn;
    openPage(...edits({ inputs: [TICK, day] }));
    const year = await screen.findByRole("spinbutton", { name: /year/ });
    await userEvent.click(await save());
    await waitFor(() => expect(document.activeElement).toBe(year));
    expect(seen.mock.lastCall).toEqual([{ block: "center", behavior: "auto" }]);
  });

  it("leaves the focus in the one that is wrong", async () => {
    openPage(...edits({ inputs: [name!, AGE] }));
    await type("Name", "{Enter}");
    await screen.findByText("This field is required.");
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(await field("Name"));
    expect(seen).not.toHaveBeenCalled();
  });
});
