import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { openPage, openPageAs } from "../../test/page";
import { stubMedia } from "../../test/screen";
import { flaws } from "../../test/stage";

beforeEach(() => stubMedia());

const LABELS = ["Cat", "Dog", "Owl"];

function drawn(labels = LABELS, props: object = {}) {
  const tabs = labels.flatMap((label, place) => [
    insert(`tab${place}`, { kind: "tab", label }, "tabs", place ? `tab${place - 1}` : ""),
    insert(`text${place}`, { kind: "text", body: `in ${label} ${place}` }, `tab${place}`),
  ]);
  return [insert("tabs", { kind: "tabs", labels, ...props } as Drawn), ...tabs];
}

async function open(labels = LABELS, props: object = {}) {
  const page = openPage(...drawn(labels, props));
  await screen.findByRole("tabpanel");
  return { ...page, user: userEvent.setup() };
}

const tab = (name: string, place = 0) => screen.getAllByRole("tab", { name })[place]!;
const shown = () => screen.getByRole("tabpanel").textContent;

describe("those whose script does not ask", () => {
  it("open at a click, without a word to the server (W21)", async () => {
    const { user, here } = await open();
    expect(shown()).toBe("in Cat 0");
    await user.click(tab("Owl"));
    expect(shown()).toBe("in Owl 2");
    expect(here().sent.filter(([kind]) => kind === "event")).toEqual([]);
  });

  it("begin with the default, and stay where a person goes (W21)", async () => {
    const { user, says, session, unmount } = await open(LABELS, { default: "Dog" });
    expect(shown()).toBe("in Dog 1");
    await user.click(tab("Owl"));
    says(["edits", [["update", "tabs", { default: "Cat" }]]]);
    expect(shown()).toBe("in Owl 2");
    const view = session.view.save();
    unmount();
    const saved = { session: "s1", how: "resume" as const, next: 1, events: [], drafts: {}, view };
    openPageAs({ saved }, ...drawn());
    await screen.findByRole("tabpanel");
    expect(shown()).toBe("in Owl 2");
  });

  it("go back to the default when the one that is open goes", async () => {
    const { user, says } = await open();
    await user.click(tab("Owl"));
    says([
      "edits",
      [
        ["update", "tabs", { labels: ["Cat", "Dog"] }],
        ["remove", ["tab2"]],
      ],
    ]);
    expect(shown()).toBe("in Cat 0");
  });
});

it("open by arrow keys, Home and End", async () => {
  const { user } = await open();
  act(() => tab("Cat").focus());
  await user.keyboard("{ArrowRight}");
  expect(shown()).toBe("in Dog 1");
  await user.keyboard("{End}");
  expect(shown()).toBe("in Owl 2");
  await user.keyboard("{ArrowRight}");
  expect(shown()).toBe("in Cat 0");
});

it("tell the script that asks, and show what the script sets", async () => {
  const { user, here, says } = await open(LABELS, { value: "Cat" });
  await user.click(tab("Owl"));
  expect(here().sent.at(-1)).toEqual(["event", 1, { tabs: "Owl" }, null]);
  expect(shown()).toBe("in Owl 2");
  says(["run_started", 1, "event"], ["edits", [["set", "tabs", "Dog"]]], ["run_ended", "done"]);
  expect(shown()).toBe("in Dog 1");
});

it.each([null, "x"])("with the same label are told apart by a person (value %s)", async (value) => {
  const { user } = await open(["x", "x"], { value });
  await user.click(tab("x", 1));
  expect(shown()).toBe("in x 1");
});

describe("while a run draws them", () => {
  it.each([null, "Cat"])("open also before what is in them is there (value %s)", async (value) => {
    const [tabs, ...contents] = drawn(LABELS, { value });
    const { says } = openPage(tabs!);
    await userEvent.click(await screen.findByRole("tab", { name: "Owl" }));
    expect(tab("Owl").getAttribute("aria-selected")).toBe("true");
    says(["edits", contents]);
    expect(shown()).toBe("in Owl 2");
  });

  it("stay as they are where one is to open whose label is gone", async () => {
    const { here, says, session } = await open(LABELS, { value: "Cat" });
    says(["edits", [insert("w", { kind: "text_input", label: "Name", value: "" }, "tab2")]]);
    await screen.findByLabelText("Name");
    says(["edits", [["update", "tabs", { labels: ["Cat", "Dog"] }]]]);
    act(() => session.drafts.reveal("w"));
    expect(shown()).toBe("in Cat 0");
    expect(here().sent.filter(([kind]) => kind === "event")).toEqual([]);
  });
});

it("keep what is in the closed ones on the page", async () => {
  await open();
  expect(screen.getByText("in Owl 2").closest("[hidden]")).not.toBeNull();
  expect(await flaws()).toEqual([]);
});
