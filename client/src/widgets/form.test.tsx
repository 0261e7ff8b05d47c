import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";

import { welcome } from "../../test/fakes";
import { insert, type Drawn } from "../../test/edits";
import { openPage, openPageAs } from "../../test/page";
import { stubGrowth, stubResizeObserver } from "../../test/observers";
import { stubMedia } from "../../test/screen";
import { flaws } from "../../test/stage";
import type { Session } from "../core/session";
import type { Edit, Form, FormSubmitButton } from "../core/wire.gen";

const NAME: Drawn = { kind: "text_input", label: "Name", value: "A" };
const TICK: Drawn = { kind: "checkbox", label: "Tick", value: false };
const AGE: Drawn = { kind: "number_input", label: "Age", value: 7, is_integer: true };
const SIZE: Drawn = { kind: "radio", label: "Size", options: ["S", "L"], value: [0, "S"] };

interface Given {
  form?: Partial<Form>;
  inputs?: Drawn[];
  buttons?: Partial<FormSubmitButton>[];
}

/** The edits of a form "f" with inputs "i0", "i1" ... and buttons "b0", "b1" ... */
function edits({ form = {}, inputs = [NAME, TICK], buttons = [{}] }: Given = {}): Edit[] {
  const children: [string, Drawn][] = [
    ...inputs.map((each, at): [string, Drawn] => [`i${at}`, each]),
    ...buttons.map((each, at): [string, Drawn] => [
      `b${at}`,
      { kind: "form_submit_button", label: "Save", ...each },
    ]),
  ];
  return [
    insert("f", { kind: "form", key: "f", ...form } as Drawn),
    ...children.map(([id, each], at) => insert(id, each, "f", children[at - 1]?.[0])),
    insert("o", { kind: "button", label: "Other" }, "main", "f"),
  ];
}

type Page = ReturnType<typeof openPage>;
const events = (page: Page) =>
  page
    .here()
    .sent.filter(([tag]) => tag === "event")
    .map(([, , ...rest]) => rest);
const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label);
const save = () => screen.findByRole("button", { name: "Save" });
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const hint = () => screen.queryAllByTestId("InputInstructions").map((each) => each.textContent);

async function type(label: string, text: string): Promise<void> {
  await userEvent.type(await field(label), text, { initialSelectionStart: 9 });
}

/** Load the page again, which draws `drawn`. */
function reload(session: Session, drawn: Edit[]): Page {
  document.body.replaceChildren();
  const saved = JSON.parse(JSON.stringify(session.save())) as ReturnType<Session["save"]>;
  return openPageAs({ saved }, ...drawn);
}

beforeEach(() => {
  stubMedia();
  stubResizeObserver();
});

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
    else await field("Name");
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
