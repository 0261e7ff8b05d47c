import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { AGE, NAME, SIZE, TICK, edits, events, field, reload, save, type } from "../../test/forms";
import { stubResizeObserver } from "../../test/observers";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";

beforeEach(() => {
  stubMedia();
  stubResizeObserver();
});

describe("f02: a form that is cleared", () => {
  const clears = { form: { clear_on_submit: true } };

  it("shows what the server says, and keeps what was entered meanwhile", async () => {
    const page = openPage(...edits(clears));
    await type("Name", "da");
    await userEvent.click(await field("Tick"));
    await userEvent.click(await save());
    await type("Name", "m");
    page.says(
      ["run_started", 1, "event"],
      [
        "edits",
        [
          ["clear", "i0", "A"],
          ["clear", "i1", false],
        ],
      ],
      ["run_ended", "done"],
    );
    expect((await field("Name")).value).toBe("Adam");
    expect((await field("Tick")).checked).toBe(false);
    await userEvent.click(await save());
    expect(events(page)[1]).toEqual([{ i0: "Adam" }, "b0"]);
  });

  it("keeps what was entered again while the script ran, though it is what was submitted", async () => {
    const page = openPage(...edits(clears));
    await userEvent.click(await field("Tick"));
    await userEvent.click(await save());
    page.says(["run_started", 1, "event"]);
    await userEvent.click(await field("Tick"));
    await userEvent.click(await field("Tick"));
    page.says(["edits", [["clear", "i1", false]]], ["run_ended", "done"]);
    expect((await field("Tick")).checked).toBe(true);
    await userEvent.click(await save());
    expect(events(page)[1]).toEqual([{ i1: true }, "b0"]);
  });

  it("keeps it over a refresh too, typed, chosen or half typed (f03)", async () => {
    const size = { ...SIZE, options: ["S", "M", "L"] } as Drawn;
    const day: Drawn = { kind: "date_input", label: "Day", value: [Date.parse("2026-02-03")] };
    const drawn = edits({ ...clears, inputs: [NAME, size, day, AGE] });
    const page = openPage(...drawn);
    const dayPart = () => screen.findByRole("spinbutton", { name: /day/ });
    await type("Name", "da");
    await userEvent.click(await screen.findByText("L"));
    await userEvent.click(await dayPart());
    await userEvent.keyboard("09");
    await type("Age", "0");
    await userEvent.click(await save());
    const entered = { i0: "Ada", i1: [2, "L"], i2: [Date.parse("2026-02-09")], i3: 70 };
    expect(events(page)).toEqual([[entered, "b0"]]);
    await userEvent.click(await dayPart());
    await userEvent.keyboard("05");
    await type("Name", "m");
    await userEvent.click(await screen.findByText("M"));
    await type("Age", "1");
    page.says(
      ["run_started", 1, "event"],
      ["edits", drawn.slice(1, 5).map(([, id, , , , value]) => ["clear", id as string, value])],
      ["run_ended", "done"],
      ["ack_event", 1],
    );
    const isThere = async () => {
      expect((await field("Name")).value).toBe("Adam");
      expect((await field("M")).checked).toBe(true);
      expect((await dayPart()).textContent).toBe("05");
      expect((await field("Age")).value).toBe("701");
    };
    await isThere();
    const { says } = reload(page.session, drawn);
    await isThere();
    says(["edits", [["set", "i0", "Bob"]]]);
    expect((await field("Name")).value).toBe("Bob");
  });

  it("keeps it if the form was submitted again before", async () => {
    const page = openPage(...edits(clears));
    await type("Name", "da");
    await userEvent.click(await save());
    await type("Name", "m");
    await userEvent.click(await save());
    await type("Name", "ant{Tab}");
    page.says(["run_started", 1, "event"], ["edits", [["clear", "i0", "A"]]], ["ack_event", 2]);
    const then = edits({ ...clears, inputs: [{ ...NAME, value: "Adam" } as Drawn, TICK] });
    reload(page.session, then);
    expect((await field("Name")).value).toBe("Adamant");
  });

  it("is submitted as it is shown while a run goes on that will clear it", async () => {
    const size = { ...SIZE, kind: "button_group", value: null } as Drawn;
    const more: Drawn = { kind: "expander", label: "More", expanded: true, value: true };
    const link = { kind: "link_button", label: "Help", url: "/" } as Drawn;
    const page = openPage(
      ...edits({ ...clears, inputs: [NAME, TICK, size, more, link] }),
      insert("deep", AGE, "i3"),
      insert("off", { ...NAME, label: "Off", disabled: true } as Drawn, "i3", "deep"),
    );
    await type("Name", "da");
    await userEvent.click(await save());
    await userEvent.click(await field("Tick"));
    await userEvent.click(await save());
    page.says(["run_started", 2, "event"]);
    // Nothing was entered since: what was submitted is not submitted twice.
    await userEvent.click(await save());
    page.says(["run_started", 3, "event"], ["run_ended", "done"]);
    await userEvent.click(await field("Tick"));
    await userEvent.click(await save());
    const shown = { i0: "Ada", i1: true, i2: null, deep: 7 };
    expect(events(page)).toEqual([
      [{ i0: "Ada" }, "b0"],
      [shown, "b0"],
      [{}, "b0"],
      [{ i1: false }, "b0"],
    ]);
  });

  it("shows it in a field that still has the focus", async () => {
    const page = openPage(...edits(clears));
    await type("Name", "da{Enter}");
    page.says(
      ["run_started", 1, "event"],
      ["edits", [["clear", "i0", "A"]]],
      ["run_ended", "done"],
    );
    expect((await field("Name")).value).toBe("A");
    expect(document.activeElement).toBe(await field("Name"));
  });
});
