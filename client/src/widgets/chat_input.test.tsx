import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { insert } from "../../test/edits";
import { openPage } from "../../test/page";
import { stubResizeObserver } from "../../test/observers";
import { stubMedia } from "../../test/screen";
import { flaws, stageWidget } from "../../test/stage";
import type { ChatInput } from "../core/wire.gen";
import chatInput from "./chat_input";

beforeEach(() => {
  stubResizeObserver();
  stubMedia();
});
afterEach(() => vi.unstubAllGlobals());

const stage = (props: Partial<ChatInput> = {}) =>
  stageWidget(chatInput, { kind: "chat_input", label: "Say", ...props }, null);
const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Say" });
const button = (name = "Send message") => screen.getByRole<HTMLButtonElement>("button", { name });

describe("a chat input", () => {
  it("sends what is typed on Enter, each time, and is empty then (W20)", async () => {
    const { user, pressed } = stage();
    await user.type(field(), "one{Enter}two{Enter}{Enter}");
    expect(pressed).toEqual(["one", "two"]);
    expect(field().value).toBe("");
  });

  it("sends on its button, and leaves the caret in the field", async () => {
    const { user, pressed } = stage();
    expect(button().disabled).toBe(true);
    await user.type(field(), " **hi** ");
    await user.click(button());
    expect(pressed).toEqual([" **hi** "]);
    expect(document.activeElement).toBe(field());
  });

  it("begins a new line on Shift and Enter", async () => {
    const { user, pressed } = stage();
    await user.type(field(), "one{Shift>}{Enter}{/Shift}two{Enter}");
    expect(pressed).toEqual(["one\ntwo"]);
  });

  it.each([{ isComposing: true }, { keyCode: 229 }])(
    "does not send on the Enter of an input method: %j",
    async (event) => {
      const { user, pressed } = stage();
      await user.type(field(), "にほん");
      fireEvent.keyDown(field(), { key: "Enter", ...event });
      expect(pressed).toEqual([]);
      fireEvent.keyDown(field(), { key: "Enter" });
      expect(pressed).toEqual(["にほん"]);
    },
  );

  it("does not send blanks", async () => {
    const { user, pressed } = stage();
    await user.type(field(), "  {Enter}");
    expect(pressed).toEqual([]);
    expect(button().disabled).toBe(true);
  });

  it("counts letters, and takes no more than there may be", async () => {
    const { user, pressed } = stage({ max_chars: 3 });
    expect(screen.queryByTestId("InputInstructions")).toBeNull();
    await user.type(field(), "abcd");
    expect(screen.getByTestId("InputInstructions").textContent).toBe("3/3");
    await user.keyboard("{Enter}");
    expect(pressed).toEqual(["abc"]);
  });

  it("does not send what the script has made too long", async () => {
    const { user, pressed, session } = stage({ max_chars: 3 });
    act(() =>
      session.drafts.set("w", { text: "abcd", value: null, overrides: 0, isSecret: false }),
    );
    await user.type(field(), "{Enter}");
    expect(pressed).toEqual([]);
    expect(field().getAttribute("aria-invalid")).toBe("true");
    await user.type(field(), "{Backspace}{Enter}");
    expect(pressed).toEqual(["abc"]);
  });

  it("keeps half a message over reruns and for the next load of the page (L08)", async () => {
    const { user, rerun, session, pressed } = stage();
    await user.type(field(), "half");
    rerun({ label: "Say", disabled: false });
    expect(field().value).toBe("half");
    expect(session.drafts.save()).toEqual({ w: { text: "half", value: null } });
    session.press("another");
    expect(pressed).toEqual([]);
  });

  it("cannot be used while it is disabled", async () => {
    const { user, pressed } = stage({ disabled: true });
    await user.type(field(), "x{Enter}");
    expect(field().disabled).toBe(true);
    expect(pressed).toEqual([]);
  });

  it("sends while the script runs, unless that is to wait", async () => {
    const { user, pressed, session } = stage();
    act(() => session.busy.set(true));
    await user.type(field(), "one{Enter}");
    expect(pressed).toEqual(["one"]);
  });

  it.each(["disable", "stop"] as const)(
    "with %s holds a message back while the script runs, and keeps text and caret",
    async (submit_mode) => {
      const { user, pressed, session } = stage({ submit_mode });
      await user.type(field(), "one");
      act(() => session.busy.set(true));
      await user.keyboard("{Enter}");
      expect(pressed).toEqual([]);
      await waitFor(() => expect(field().readOnly).toBe(true));
      expect(field().getAttribute("aria-disabled")).toBe("true");
      expect(document.activeElement).toBe(field());
      if (submit_mode === "disable") expect(button().disabled).toBe(true);
      else expect(button("Stop script").disabled).toBe(false);
      expect(await flaws()).toEqual([]);
      act(() => session.busy.set(false));
      await user.keyboard("{Enter}");
      expect(pressed).toEqual(["one"]);
    },
  );

  it("stops the script", async () => {
    const { user, session } = stage({ submit_mode: "stop" });
    const stop = vi.spyOn(session, "stop");
    act(() => session.busy.set(true));
    await user.click(await screen.findByRole("button", { name: "Stop script" }));
    expect(stop).toHaveBeenCalledOnce();
  });

  it.each<Partial<ChatInput>>([{}, { disabled: true }, { max_chars: 5, height: 120 }])(
    "has nothing that axe objects to with %j",
    async (props) => {
      const { user } = stage(props);
      expect(await flaws()).toEqual([]);
      await user.type(field(), "text");
      expect(await flaws()).toEqual([]);
    },
  );
});

it("is where it is drawn, at the bottom of the page too", async () => {
  const { says } = openPage(
    insert("a", { kind: "chat_input", label: "Low", key: "low" }, "bottom"),
    insert("b", { kind: "chat_input", label: "Here" }),
  );
  const bottom = await screen.findByTestId("stBottom");
  const block = screen.getByTestId("stMainBlockContainer");
  await waitFor(() => expect(bottom.querySelector(".st-key-low textarea")).not.toBeNull());
  expect(block.querySelectorAll("textarea").length).toBe(1);
  says(["edits", [["remove", ["a"]]]]);
  await waitFor(() => expect(screen.queryByTestId("stBottom")).toBeNull());
});
