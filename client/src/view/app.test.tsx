import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, describe, expect, it, vi } from "vitest";

import type { FakeSocket } from "../../test/fakes";
import { insert, type Drawn } from "../../test/edits";
import { openPage } from "../../test/page";
import type { Session } from "../core/session";
import type { Edit, ServerMessage } from "../core/wire.gen";
import { layout, rerunOnChange, theme } from "./shell/preferences";

let socket: FakeSocket;
let session: Session;
let says: (...messages: ServerMessage[]) => void;
let isPhone: boolean;

const box = (key: string): Drawn => ({ kind: "container", key });

function open(...edits: Edit[]): void {
  const page = openPage(...edits);
  ({ session, says } = page);
  socket = page.sockets[0]!;
}

const app = () => screen.getByTestId("stApp");
const events = () => socket.sent.filter(([tag]) => tag === "event");

beforeEach(() => {
  isPhone = false;
  vi.stubGlobal("matchMedia", () => ({
    matches: isPhone,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
  theme.choose("system");
  layout.choose("script");
  rerunOnChange.choose("ask");
});

describe("the page", () => {
  it("takes its title from the server and says when it is connected", async () => {
    open();
    await vi.waitFor(() => expect(document.title).toBe("My app"));
    expect(app().dataset.testConnectionState).toBe("CONNECTED");
  });

  it("is running from an event to the end of its run", () => {
    open();
    act(() => session.inputs.rerun());
    expect(app().dataset.testScriptState).toBe("running");
    says(["run_started", 1, "event"], ["run_ended", "done"]);
    expect(app().dataset.testScriptState).toBe("notRunning");
  });

  it("nests containers and gives keyed ones a class", () => {
    open(insert("a", box("outer one")), insert("b", box("in"), "a"));
    const outer = document.querySelector(".st-key-outer-one");
    expect(outer?.querySelector(".st-key-in")).not.toBeNull();
  });

  it("keeps an element's DOM when another is put above it", () => {
    open(insert("a", box("a")));
    const before = document.querySelector(".st-key-a");
    says(["edits", [insert("z", box("z"))]]);
    expect(document.querySelector(".st-key-a")).toBe(before);
    expect(screen.getByTestId("stMain").querySelectorAll("[class*=st-key]")).toHaveLength(2);
  });

  it("gives an element the width of its kind where the wire leaves it out", () => {
    open(
      insert("b", { kind: "button", label: "Go" }),
      insert("c", { kind: "button", label: "On", width: 300 }),
    );
    const [go, on] = ["Go", "On"].map((name) =>
      screen.getByRole("button", { name }).closest<HTMLElement>(".stElementContainer"),
    );
    expect(go?.classList).toContain("st-width-content");
    expect(on?.style.width).toBe("300px");
  });

  it("shows columns beside each other by weight", () => {
    open(
      insert("cs", { kind: "columns" }),
      insert("c1", { kind: "column", weight: 0.25 }, "cs"),
      insert("c2", { kind: "column", weight: 0.75 }, "cs", "c1"),
    );
    const row = screen.getByTestId("stHorizontalBlock");
    const weights = within(row)
      .getAllByTestId("stColumn")
      .map((column) => column.style.getPropertyValue("--weight"));
    expect(weights).toEqual(["0.25", "0.75"]);
  });

  it("shows what an empty place holds, and hides the place when it holds nothing", () => {
    open(insert("e", { kind: "empty" }));
    expect(screen.getByTestId("stEmpty")).not.toBeNull();
    says(["edits", [insert("in", box("in"), "e")]]);
    expect(screen.queryByTestId("stEmpty")).toBeNull();
    expect(document.querySelector(".st-key-in")).not.toBeNull();
  });

  it("says which part could not be loaded", async () => {
    open(insert("x", { kind: "no_such_kind" } as unknown as Drawn));
    expect((await screen.findByRole("alert")).textContent).toContain("“no_such_kind”");
  });

  it("has nothing that axe objects to", async () => {
    open(insert("a", box("a")), insert("s", box("s"), "sidebar"));
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe("an input", () => {
  const tick: Drawn = { kind: "checkbox", label: "Tick" };
  const name: Drawn = { kind: "text_input", label: "Name", value: "Ada" };
  const field = () => screen.findByRole<HTMLInputElement>("textbox", { name: "Name" });

  it("shows its new value at once, and after the run that knows of it", async () => {
    open(insert("t", tick));
    const box = () => screen.getByRole<HTMLInputElement>("checkbox", { name: "Tick" });
    await userEvent.click(await screen.findByRole("checkbox"));
    expect(events()).toEqual([["event", 1, { t: true }, null]]);
    expect(box().checked).toBe(true);
    says(["run_started", 1, "event"], ["run_ended", "done"]);
    expect(box().checked).toBe(true);
    says(["edits", [["set", "t", false]]]);
    expect(box().checked).toBe(false);
  });

  it("keeps what is being typed through a rerun (+L08)", async () => {
    open(insert("n", name));
    await userEvent.type(await field(), " Love");
    says(
      ["run_started", 0, "event"],
      ["edits", [["update", "n", { help: "?" }]]],
      ["run_ended", "done"],
    );
    expect((await field()).value).toBe("Ada Love");
  });

  it("gives up what is being typed when the script sets its value (W18)", async () => {
    open(insert("n", name));
    await userEvent.type(await field(), " Love");
    says(["run_started", 0, "event"], ["edits", [["set", "n", "Bob"]]], ["run_ended", "done"]);
    expect((await field()).value).toBe("Bob");
  });
});

describe("a trigger", () => {
  it("counts every click", async () => {
    open(insert("b", { kind: "button", label: "Go" }));
    const go = screen.getByRole("button", { name: "Go" });
    for (let click = 0; click < 20; click += 1) fireEvent.click(go);
    expect(events()).toHaveLength(20);
    expect(events().at(-1)).toEqual(["event", 20, {}, "b"]);
  });
});

describe("the key R", () => {
  it("reruns", () => {
    open();
    fireEvent.keyDown(document.body, { key: "r" });
    expect(events()).toEqual([["event", 1, {}, null]]);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { repeat: true }])("with %o does not", (extra) => {
    open();
    fireEvent.keyDown(document.body, { key: "r", ...extra });
    expect(events()).toEqual([]);
  });

  it("typed into a field does not", () => {
    open();
    const field = document.body.appendChild(document.createElement("input"));
    fireEvent.keyDown(field, { key: "r" });
    field.remove();
    expect(events()).toEqual([]);
  });

  it("typed into a field of a custom element does not", () => {
    open();
    const root = screen.getByRole("main").attachShadow({ mode: "open" });
    const field = root.appendChild(document.createElement("input"));
    fireEvent.keyDown(field, { key: "r", composed: true });
    expect(events()).toEqual([]);
  });
});

describe("the main menu", () => {
  const menu = () => screen.findByRole("menu", { name: "Main menu" });
  const openMenu = async () => {
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Main menu" }));
    await menu();
    return user;
  };

  it("works by keyboard: arrows move, Escape closes and gives the focus back", async () => {
    open();
    const user = await openMenu();
    expect(document.activeElement?.textContent).toBe("System");
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement?.textContent).toBe("Light");
    await user.keyboard("{End}");
    expect(document.activeElement?.textContent).toBe("About");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Main menu" }));
  });

  it("closes when something else is pressed", async () => {
    open();
    const user = await openMenu();
    await user.click(screen.getByRole("main"));
    expect(screen.queryByRole("menu")).toBeNull();
  });

  it("sets the theme for this page and the next", async () => {
    open();
    const user = await openMenu();
    await user.click(screen.getByRole("menuitemradio", { name: "Dark" }));
    expect(document.documentElement.dataset.theme).toBe("dark");
    expect(localStorage.getItem("ostinato-theme")).toBe("dark");
    await user.click(screen.getByRole("menuitemradio", { name: "System" }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
    expect(localStorage.getItem("ostinato-theme")).toBeNull();
  });

  it("widens the page", async () => {
    open();
    const user = await openMenu();
    await user.click(screen.getByRole("menuitemcheckbox", { name: "Wide mode" }));
    expect(screen.getByTestId("stAppViewContainer").dataset.layout).toBe("wide");
  });

  it("starts over only after a question", async () => {
    const { sockets } = openPage(insert("a", box("a")));
    const user = await openMenu();
    await user.click(screen.getByRole("menuitem", { name: "Start over…" }));
    expect(sockets).toHaveLength(1);
    await user.click(await screen.findByRole("button", { name: "Start over" }));
    expect(sockets).toHaveLength(2);
    expect(document.querySelector(".st-key-a")).toBeNull();
  });
});

describe("the sidebar", () => {
  it("is there only if it holds something", () => {
    open();
    expect(screen.queryByTestId("stSidebar")).toBeNull();
    says(["edits", [insert("s", box("s"), "sidebar")]]);
    expect(screen.getByTestId("stSidebar").dataset.collapsed).toBe("false");
  });

  it("folds away and comes back, taking the focus along", async () => {
    open(insert("s", box("s"), "sidebar"));
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Collapse sidebar" }));
    expect(screen.getByTestId("stSidebar").dataset.collapsed).toBe("true");
    expect(document.activeElement).toBe(screen.getByTestId("stExpandSidebarButton"));
    await user.keyboard("{Enter}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Collapse sidebar");
  });

  it("is a drawer on a phone: closed at first, Escape and a touch beside it close it", async () => {
    isPhone = true;
    open(insert("s", box("s"), "sidebar"));
    const user = userEvent.setup();
    const isOpen = () => screen.getByTestId("stSidebar").dataset.collapsed === "false";
    expect(isOpen()).toBe(false);
    await user.click(screen.getByTestId("stExpandSidebarButton"));
    expect(isOpen()).toBe(true);
    expect(screen.getByTestId("stMain").closest("[inert]")).not.toBeNull();
    await user.keyboard("{Escape}");
    expect(isOpen()).toBe(false);
    await user.click(screen.getByTestId("stExpandSidebarButton"));
    await user.click(screen.getByTestId("stSidebarBackdrop"));
    expect(isOpen()).toBe(false);
  });
});

describe("the running indicator", () => {
  it("shows for a long run only, and stops it", async () => {
    open();
    act(() => session.inputs.rerun());
    expect(screen.queryByTestId("stStatusWidget")).toBeNull();
    await waitFor(() => screen.getByTestId("stStatusWidget"));
    await userEvent.click(screen.getByRole("button", { name: "Stop" }));
    expect(socket.sent.at(-1)).toEqual(["stop"]);
  });
});
