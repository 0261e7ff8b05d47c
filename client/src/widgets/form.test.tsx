import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { welcome } from "../../test/fakes";
import { insert, type Drawn } from "../../test/edits";
import {
  AGE,
  DAY,
  NAME,
  SIZE,
  TICK,
  edits,
  events,
  field,
  reload,
  save,
  type,
  type Given,
} from "../../test/forms";
import { openPage } from "../../test/page";
import { stubGrowth, stubResizeObserver } from "../../test/observers";
import { stubMedia } from "../../test/screen";
import { flaws } from "../../test/stage";

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const hint = () => screen.queryAllByTestId("InputInstructions").map((each) => each.textContent);

beforeEach(() => {
  stubMedia();
  stubResizeObserver();
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal("CSS", { escape: (name: string) => name });
});
afterEach(() => vi.unstubAllGlobals());

describe("f01: what is entered in a form", () => {
  it("is sent in one event with the press of form_submit_button, changes only (w17)", async () => {
    const page = openPage(...edits({ inputs: [NAME, TICK, AGE, SIZE] }));
    await type("Name", "da");
    await userEvent.click(await field("Tick"));
    await userEvent.click(await screen.findByText("L"));
    await userEvent.click(document.body);
    expect(events(page)).toEqual([]);
    expect((await field("Name")).value).toBe("Ada");
    expect((await field("Tick")).checked).toBe(true);
    await userEvent.click(await save());
    expect(events(page)).toEqual([[{ i0: "Ada", i1: true, i3: [1, "L"] }, "b0"]]);
    expect((await field("Name")).value).toBe("Ada");
    await userEvent.click(await save());
    expect(events(page)[1]).toEqual([{}, "b0"]);
  });

  it("stays in the form if it is more than the server takes", async () => {
    const page = openPage(...edits());
    page.says(welcome({ limit: 60 }));
    await type("Name", "x".repeat(100));
    await userEvent.click(await save());
    expect((await field("Name")).value).toHaveLength(101);
    expect(events(page)).toEqual([[{}, null]]);
  });

  it("is no change any more when it is taken back", async () => {
    const page = openPage(...edits());
    await userEvent.click(await field("Tick"));
    await userEvent.click(await field("Tick"));
    await userEvent.click(await save());
    expect(events(page)).toEqual([[{}, "b0"]]);
  });

  it("stays while other things are used, and they are sent at once", async () => {
    const page = openPage(...edits());
    await type("Name", "da");
    await press("Other");
    page.says(["run_started", 1, "event"], ["run_ended", "done"]);
    expect(events(page)).toEqual([[{}, "o"]]);
    expect((await field("Name")).value).toBe("Ada");
  });

  it("gives way to what the script sets, for good (w03)", async () => {
    const page = openPage(...edits());
    await type("Name", "da{Tab}");
    page.says(["edits", [["set", "i0", "Bob"]]]);
    expect((await field("Name")).value).toBe("Bob");
    page.says(["edits", [["set", "i0", "A"]]]);
    expect((await field("Name")).value).toBe("A");
    await userEvent.click(await save());
    expect(events(page)).toEqual([[{}, "b0"]]);
  });

  it("is not sent for what is disabled by then", async () => {
    const page = openPage(...edits());
    await userEvent.click(await field("Tick"));
    page.says(["edits", [["update", "i1", { disabled: true }]]]);
    await userEvent.click(await save());
    expect(events(page)).toEqual([[{}, "b0"]]);
  });

  it.each<[Drawn, string, unknown]>([
    [{ kind: "feedback", options: "thumbs", value: null } as Drawn, "Thumbs up", 1],
    [{ kind: "pagination", num_pages: 3, value: 1 } as Drawn, "Page 2", 2],
  ])("may be any input: $kind", async (input, name, value) => {
    const page = openPage(...edits({ inputs: [input] }));
    await userEvent.click(
      await screen.findByRole(/Page/.test(name) ? "button" : "radio", { name }),
    );
    expect(events(page)).toEqual([]);
    await userEvent.click(await save());
    expect(events(page)).toEqual([[{ i0: value }, "b0"]]);
  });

  it("is of its form alone", async () => {
    const page = openPage(
      ...edits(),
      insert("g", { kind: "form", key: "g" }, "main", "o"),
      insert("x", { ...NAME, label: "Else" }, "g"),
      insert("y", { kind: "form_submit_button", label: "Send" }, "g", "x"),
    );
    await type("Name", "da");
    await type("Else", "lse");
    await press("Send");
    expect(events(page)).toEqual([[{ x: "Alse" }, "y"]]);
    await userEvent.click(await save());
    expect(events(page)[1]).toEqual([{ i0: "Ada" }, "b0"]);
  });

  it("may be in containers in the form, and what opens in one opens at once", async () => {
    const box: Drawn = { kind: "expander", label: "More", expanded: true, value: true };
    const page = openPage(...edits({ inputs: [box] }), insert("deep", NAME, "i0"));
    await type("Name", "da");
    await userEvent.click(screen.getByText("More"));
    act(() => {
      const details = document.querySelector("details")!;
      details.open = false;
      details.dispatchEvent(new Event("toggle"));
    });
    expect(events(page)).toEqual([[{ i0: false }, null]]);
    await userEvent.click(await save());
    expect(events(page)[1]).toEqual([{ deep: "Ada" }, "b0"]);
  });
});

describe("f03: a form that is half filled", () => {
  it("is there again after the page was loaded again, typed or chosen", async () => {
    const drawn = edits({ inputs: [NAME, TICK, SIZE, AGE] });
    const { session } = openPage(...drawn);
    await userEvent.click(await field("Tick"));
    await userEvent.click(await screen.findByText("L"));
    await type("Age", "0{Tab}");
    await type("Name", "da");
    const page = reload(session, drawn);
    expect((await field("Name")).value).toBe("Ada");
    expect((await field("Age")).value).toBe("70");
    expect((await field("Tick")).checked).toBe(true);
    await userEvent.click(await save());
    expect(events(page)).toEqual([[{ i0: "Ada", i1: true, i2: [1, "L"], i3: 70 }, "b0"]]);
    expect(page.session.save()?.drafts).toEqual({});
  });

  it("gives way if the script has set another value meanwhile", async () => {
    const { session } = openPage(...edits({ inputs: [SIZE, TICK] }));
    await userEvent.click(await screen.findByText("L"));
    await userEvent.click(await field("Tick"));
    const page = reload(session, edits({ inputs: [{ ...SIZE, value: null }, TICK] }));
    await userEvent.click(await save());
    expect(events(page)).toEqual([[{ i1: true }, "b0"]]);
  });

  it("outlasts a server, and a session that was restored to before what it was typed over", async () => {
    const page = openPage(...edits());
    await type("Name", "da{Enter}");
    page.says(["run_started", 1, "event"], ["run_ended", "done"]);
    await type("Name", "m{Tab}");
    page.session.open();
    page.here().opens();
    act(() => page.here().says(0, welcome()));
    page.says(["reset"], ["edits", edits()], ["run_ended", "done"]);
    expect((await field("Name")).value).toBe("Adam");
  });

  it("writes down no password", async () => {
    const { session } = openPage(...edits({ inputs: [{ ...NAME, type: "password" } as Drawn] }));
    await type("Name", "da{Tab}");
    expect((await field("Name")).value).toBe("Ada");
    expect(session.save()?.drafts).toEqual({});
  });

  it("loses what its inputs held when they go", async () => {
    const page = openPage(...edits());
    await type("Name", "da{Tab}");
    page.says(["edits", [["remove", ["i0"]]]]);
    expect(page.session.save()?.drafts).toEqual({});
  });
});

describe("f02: Enter", () => {
  it("submits by the first button, and says so", async () => {
    const page = openPage(...edits({ buttons: [{}, { label: "Second" }] }));
    await type("Name", "da");
    expect(hint()).toEqual(["Press Enter to submit form"]);
    await type("Name", "{Enter}");
    expect(events(page)).toEqual([[{ i0: "Ada" }, "b0"]]);
  });

  it("submits from a number, too", async () => {
    const page = openPage(...edits({ inputs: [AGE] }));
    await type("Age", "0{Enter}");
    expect(events(page)).toEqual([[{ i0: 70 }, "b0"]]);
  });

  it("submits from a date, too, with what it has come to by then", async () => {
    const page = openPage(...edits({ inputs: [DAY] }));
    const day = await screen.findByRole("spinbutton", { name: /day/ });
    await userEvent.click(day);
    // There is no 31 February, and its third was the day that was typed before it.
    await userEvent.keyboard("31");
    expect(hint()).toEqual(["Press Enter to submit form"]);
    await userEvent.keyboard("{Enter}");
    expect(events(page)).toEqual([[{ i0: [Date.parse("2026-02-28")] }, "b0"]]);
  });

  it("submits no date that cannot be sent", async () => {
    const page = openPage(...edits({ inputs: [DAY] }));
    await userEvent.click(await screen.findByRole("spinbutton", { name: /year/ }));
    await userEvent.keyboard("1999{Enter}");
    expect(screen.getByRole("alert")).toBeDefined();
    expect(events(page)).toEqual([]);
  });

  it("submits from a text area with Ctrl or Cmd", async () => {
    const page = openPage(...edits({ inputs: [{ kind: "text_area", label: "Note", value: "" }] }));
    await type("Note", "a{Enter}b");
    expect(hint()).toEqual(["Press Ctrl+Enter to submit form"]);
    expect(events(page)).toEqual([]);
    await type("Note", "{Control>}{Enter}{/Control}");
    await type("Note", "c{Meta>}{Enter}{/Meta}");
    expect(events(page)).toEqual([
      [{ i0: "a\nb" }, "b0"],
      [{ i0: "a\nbc" }, "b0"],
    ]);
  });

  it.each<[string, Drawn, string]>([
    ["a text", NAME, "{Enter>5}{/Enter}"],
    ["a number", AGE, "{Enter>5}{/Enter}"],
    [
      "a text area",
      { kind: "text_area", label: "Note", value: "" } as Drawn,
      "{Control>}{Enter>5}{/Enter}{/Control}",
    ],
  ])("submits once from %s while it is held", async (_, input, keys) => {
    const page = openPage(...edits({ inputs: [input] }));
    await type((input as { label: string }).label, keys);
    expect(events(page)).toEqual([[{}, "b0"]]);
  });

  it("submits nothing when it ends what an input method puts together", async () => {
    const page = openPage(...edits());
    fireEvent.keyDown(await field("Name"), { key: "Enter", keyCode: 229 });
    expect(events(page)).toEqual([]);
  });

  it("presses a button once while it is held", async () => {
    const page = openPage(...edits());
    (await save()).focus();
    await userEvent.keyboard("{Enter>5}{/Enter}");
    expect(events(page)).toEqual([[{}, "b0"]]);
  });

  it.each<[string, Given]>([
    ["with enter_to_submit=False", { form: { enter_to_submit: false } }],
    ["if the first button is disabled", { buttons: [{ disabled: true }, { label: "Second" }] }],
    ["without a button", { buttons: [] }],
  ])("keeps the text %s", async (_, given) => {
    const page = openPage(...edits(given));
    await type("Name", "da{Enter}");
    expect(hint()).toEqual([]);
    expect(events(page)).toEqual([]);
    expect((await field("Name")).value).toBe("Ada");
  });
});

describe("what is known to be wrong", () => {
  it.each<[string, Drawn, string, string]>([
    [
      "an empty field",
      { ...NAME, value: "", required: true } as Drawn,
      "",
      "This field is required.",
    ],
    ["a pattern", { ...NAME, validate: "^A$" } as Drawn, "b", "Must match the pattern ^A$"],
    ["a number", { ...AGE, label: "Name", max_value: 9 } as Drawn, "0", "Must be at most 9."],
    [
      "an empty number",
      { ...AGE, label: "Name", value: null, required: true } as Drawn,
      "",
      "This field is required.",
    ],
    [
      "an empty date",
      { ...DAY, label: "Name", value: [], required: true, clearable: true } as Drawn,
      "",
      "This field is required.",
    ],
    [
      "no choice",
      {
        kind: "selectbox",
        label: "Name",
        options: ["a"],
        required: true,
        clearable: true,
      } as Drawn,
      "",
      "This field is required.",
    ],
  ])("is told and not submitted: %s", async (_, input, text, problem) => {
    const page = openPage(...edits({ inputs: [TICK, input] }));
    await userEvent.click(await field("Tick"));
    if (text) await type("Name", text);
    else await screen.findByText("Name");
    await userEvent.click(await save());
    expect(await screen.findByText(problem)).toBeDefined();
    expect(events(page)).toEqual([]);
    page.says(["edits", [["update", "i1", { disabled: true }]]]);
    await userEvent.click(await save());
    expect(events(page)).toEqual([[{ i0: true }, "b0"]]);
  });
});

describe("the box", () => {
  it("is named as in the page structure, as its buttons are", async () => {
    const grow = stubGrowth();
    openPage(
      ...edits({ form: { border: false, width: 300, height: 200 }, buttons: [{ key: "x y" }] }),
    );
    const button = await save();
    expect(button.dataset.testid).toBe("stBaseButton-secondaryFormSubmit");
    expect(button.closest(".stFormSubmitButton")).not.toBeNull();
    expect(button.closest(".st-key-x-y")).not.toBeNull();
    const form = screen.getByTestId("stForm");
    expect(form.className).toBe("stForm st-scroll");
    expect(form.parentElement!.style.height).toBe("200px");
    expect(form.tabIndex).toBe(-1);
    Object.defineProperty(form, "scrollHeight", { value: 300 });
    act(grow.all);
    expect(form.tabIndex).toBe(0);
  });

  it("says that it cannot be submitted, once the script has ended", async () => {
    const page = openPage(...edits({ buttons: [] }));
    await field("Name");
    const warning = () => screen.queryByTestId("stFormMissingSubmitButton");
    expect(warning()?.textContent).toContain("This form has no submit button");
    page.says(["run_started", 0, "event"], ["run_ended", "failed"]);
    expect(warning()).toBeNull();
    page.says(["run_started", 0, "event"]);
    expect(warning()).toBeNull();
    const button: Drawn = { kind: "form_submit_button", label: "Save" };
    page.says(["edits", [insert("b0", button, "f", "i1")]], ["run_ended", "done"]);
    expect(warning()).toBeNull();
  });

  it("is submitted by a shortcut", async () => {
    const page = openPage(...edits({ buttons: [{}, { label: "Second", shortcut: "Ctrl+K" }] }));
    await type("Name", "da");
    await userEvent.keyboard("{Control>}k{/Control}");
    expect(events(page)).toEqual([[{ i0: "Ada" }, "b1"]]);
  });

  it("is worked by keys alone", async () => {
    const page = openPage(...edits());
    await type("Name", "da");
    await userEvent.tab();
    await userEvent.keyboard(" ");
    await userEvent.tab();
    expect(document.activeElement).toBe(await save());
    await userEvent.keyboard("{Enter}");
    expect(events(page)).toEqual([[{ i0: "Ada", i1: true }, "b0"]]);
  });

  it("has nothing that axe objects to", async () => {
    openPage(
      ...edits({ form: { height: 200 }, buttons: [{ help: "Really" }, { disabled: true }] }),
    );
    await field("Name");
    expect(await flaws()).toEqual([]);
  });

  it("has nothing that axe objects to without a button", async () => {
    openPage(...edits({ buttons: [] }));
    await field("Name");
    expect(await flaws()).toEqual([]);
  });
});
