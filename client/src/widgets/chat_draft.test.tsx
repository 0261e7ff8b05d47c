import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { insert } from "../../test/edits";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";
import type { Effect } from "../core/wire.gen";

const NOTHING = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
beforeEach(() => {
  vi.stubGlobal("ResizeObserver", NOTHING);
  stubMedia();
});
afterEach(() => vi.unstubAllGlobals());

const draft = (id: string, text: string): Effect => [
  "effect",
  id,
  { kind: "chat_draft", input: "#k", text },
];

it("writes text into the field, once, which is the person's from then on", async () => {
  const { says, session } = openPage(insert("#k", { kind: "chat_input", label: "Say", key: "k" }));
  const field = await screen.findByPlaceholderText<HTMLTextAreaElement>("Say");
  says(draft("chat_draft-1", "Try **this**"));
  await vi.waitFor(() => expect(field.value).toBe("Try **this**"));
  expect(session.effects.current.get()).toEqual([]);
  expect(session.save()!.drafts).toEqual({ "#k": { text: "Try **this**", value: null } });
  act(() => session.drafts.drop("#k"));
  says(["run_started", 0, "rerun"], ["run_ended", "done"]);
  expect(field.value).toBe("");
  says(draft("chat_draft-2", "Try **this**"));
  await vi.waitFor(() => expect(field.value).toBe("Try **this**"));
});
