import { screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { AudioInput } from "../core/wire.gen";
import type { Uploaded } from "../view/uploads/upload";
import audioInput from "./audio_input";

const SOUND: Uploaded = ["id2", "sound.wav", "audio/wav", 3, ["receipt"]];

afterEach(() => vi.unstubAllGlobals());

const stage = (props: Partial<AudioInput> = {}, value: readonly Uploaded[] = []) =>
  stageWidget(audioInput, { kind: "audio_input", label: "Note", ...props }, [...value]);
const record = () => screen.getByRole<HTMLButtonElement>("button", { name: "Record: Note" });

it("says why there is no microphone (U07)", async () => {
  const refuse = () => Promise.reject(new DOMException("none", "NotFoundError"));
  vi.stubGlobal("navigator", { userAgent: "test", mediaDevices: { getUserMedia: refuse } });
  const { user } = stage();
  await user.click(record());
  expect((await screen.findByRole("alert")).textContent).toBe("No microphone was found.");
  expect(record().disabled).toBe(false);
});

it("plays what is there, fetched by its receipt, and clears it (U07)", async () => {
  vi.stubGlobal("fetch", () =>
    Promise.resolve({ ok: true, blob: () => Promise.resolve(new Blob(["wav"])) }),
  );
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:sound");
  vi.spyOn(URL, "revokeObjectURL").mockReturnValue();
  const play = vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
  const { user, sent } = stage({}, [SOUND]);
  await user.click(await screen.findByRole("button", { name: "Play: Note" }));
  expect(play).toHaveBeenCalledOnce();
  await user.click(screen.getByRole("button", { name: "Clear recording: Note" }));
  expect(sent).toEqual([[]]);
});

it("cannot be used while it is disabled, and has no flaw that axe finds (W16)", async () => {
  stage({ disabled: true }, [SOUND]);
  expect(record().disabled).toBe(true);
  expect(screen.queryByRole("button", { name: "Clear recording: Note" })).toBeNull();
  expect(await flaws()).toEqual([]);
});
