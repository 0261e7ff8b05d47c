import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { welcome } from "../../test/fakes";
import { insert, type Drawn } from "../../test/edits";
import { openPage, openPageAs } from "../../test/page";
import type { Session } from "../core/session";
import type { Edit } from "../core/wire.gen";

const name: Drawn = { kind: "text_input", label: "Name", value: "A" };
const age: Drawn = { kind: "number_input", label: "Age", value: 7, is_integer: true };
const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label);

async function type(label: string, text: string): Promise<void> {
  await userEvent.type(await field(label), text, { initialSelectionStart: 9 });
}

/** Load the page again, which draws `edits`. */
function reload(session: Session, ...edits: Edit[]) {
  document.body.replaceChildren();
  return openPageAs({ saved: session.save() }, ...edits);
}

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
});

describe("half a text", () => {
  it("is there again after the page was loaded again, and is sent by Enter", async () => {
    const { session } = openPage(insert("n", name));
    await type("Name", "da");
    const page = reload(session, insert("n", name));
    expect((await field("Name")).value).toBe("Ada");
    await type("Name", "{Enter}");
    expect(page.here().sent.at(-1)).toEqual(["event", 1, { n: "Ada" }, null]);
    expect(page.session.save()?.drafts).toEqual({});
  });

  it("gives way, for good, if the script has set another value meanwhile", async () => {
    const { session } = openPage(insert("n", name));
    await type("Name", "da");
    const page = reload(session, insert("n", { ...name, value: "Bob" }));
    expect((await field("Name")).value).toBe("Bob");
    page.says(["edits", [["set", "n", "A"]]]);
    expect((await field("Name")).value).toBe("A");
  });

  it("outlasts a page that stands in for one that cannot be reached", async () => {
    const { session } = openPage(insert("n", name));
    await type("Name", "da");
    const page = reload(session);
    page.says(["store_status", "away"], ["edits", [insert("n", { ...name, value: "" })]]);
    expect((await field("Name")).value).toBe("");
    page.says(
      ["reset"],
      ["store_status", "ok"],
      ["edits", [insert("n", name)]],
      ["run_ended", "done"],
    );
    expect((await field("Name")).value).toBe("Ada");
  });

  it("outlasts a session that was restored to before the value it is typed over", async () => {
    const page = openPage(insert("n", { ...name, value: "" }));
    await type("Name", "A{Enter}");
    page.says(["run_started", 1, "event"], ["run_ended", "done"]);
    await type("Name", "da");
    page.session.open();
    page.here().opens();
    act(() => page.here().says(0, welcome()));
    page.says(["reset"], ["edits", [insert("n", { ...name, value: "" })]], ["run_ended", "done"]);
    expect((await field("Name")).value).toBe("Ada");
  });

  it("goes with its widget", async () => {
    const page = openPage(insert("n", name));
    await type("Name", "da");
    page.says(["edits", [["remove", ["n"]]]]);
    expect(page.session.save()?.drafts).toEqual({});
  });

  it("stays when its widget moves", async () => {
    const page = openPage(insert("n", name), insert("box", { kind: "container" }));
    await type("Name", "da");
    page.says(["edits", [["move", "n", "box", ""]]]);
    expect((await field("Name")).value).toBe("Ada");
  });

  it("is not written down if it is a password", async () => {
    const { session } = openPage(insert("n", { ...name, type: "password" }));
    await type("Name", "da");
    expect((await field("Name")).value).toBe("Ada");
    expect(session.save()?.drafts).toEqual({});
  });
});

describe("half a number", () => {
  it("is there again after the page was loaded again", async () => {
    const { session } = openPage(insert("a", age));
    await type("Age", "0");
    const page = reload(session, insert("a", age));
    expect((await field("Age")).value).toBe("70");
    await type("Age", "{Enter}");
    expect(page.here().sent.at(-1)).toEqual(["event", 1, { a: 70 }, null]);
  });
});

describe("l08: a button that is pressed, however it is", () => {
  const go: Drawn = { kind: "button", label: "Go", shortcut: "Ctrl+K" };
  const button = () => screen.getByRole("button", { name: /Go/ });
  const events = (page: ReturnType<typeof openPage>) =>
    page
      .here()
      .sent.filter(([tag]) => tag === "event")
      .map(([, , ...rest]) => rest);
  const presses: [string, () => unknown][] = [
    ["by a script or a screen reader", () => act(() => button().click())],
    ["by its shortcut", () => userEvent.keyboard("{Control>}k{/Control}")],
    [
      "by Enter",
      () => {
        act(() => button().focus());
        return userEvent.keyboard("{Enter}");
      },
    ],
    ["by the mouse", () => userEvent.click(button())],
  ];

  it.each(presses)("sends what is half typed first, in order: %s", async (_, press) => {
    const page = openPage(
      insert("n", name),
      insert("a", age, "main", "n"),
      insert("go", go, "main", "a"),
    );
    await type("Name", "da");
    const typed = await field("Name");
    await type("Age", "0");
    act(() => typed.focus());
    await userEvent.type(typed, "m", { initialSelectionStart: 9 });
    await press();
    const [first, ...rest] = events(page);
    expect(first).toEqual([{ n: "Ada" }, null]);
    expect(rest).toEqual([
      [{ a: 70 }, null],
      [{ n: "Adam" }, null],
      [{}, "go"],
    ]);
  });

  it("takes a text that it has not drawn yet", async () => {
    const page = openPage(insert("n", name), insert("go", go, "main", "n"));
    const input = await field("Name");
    act(() => {
      page.session.drafts.set("n", { text: "Ada", value: "A", overrides: 0, isSecret: false });
      button().click();
    });
    expect(events(page)).toEqual([
      [{ n: "Ada" }, null],
      [{}, "go"],
    ]);
    expect(input.value).toBe("Ada");
  });

  it("takes a text from before the page was loaded again, though nobody is in the field", async () => {
    const { session } = openPage(insert("n", name));
    await type("Name", "da");
    const page = reload(session, insert("n", name), insert("go", go, "main", "n"));
    await field("Name");
    act(() => button().click());
    expect(events(page)).toEqual([
      [{ n: "Ada" }, null],
      [{}, "go"],
    ]);
  });

  it("does not send what is not valid, and says so", async () => {
    const strict: Drawn = { ...name, validate: "^[A-Z]+$", validate_message: "Capitals only" };
    const page = openPage(insert("n", strict), insert("go", go, "main", "n"));
    await type("Name", "da");
    act(() => button().click());
    expect(events(page)).toEqual([[{}, "go"]]);
    expect(screen.getByText("Capitals only")).toBeDefined();
    expect((await field("Name")).value).toBe("Ada");
  });
});
