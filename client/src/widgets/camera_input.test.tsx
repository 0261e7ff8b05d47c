import { act, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { CameraInput } from "../core/wire.gen";
import type { Uploaded } from "../view/uploads/upload";
import cameraInput from "./camera_input";

const PHOTO: Uploaded = ["id1", "camera-input.jpg", "image/jpeg", 3, ["receipt"]];

afterEach(() => vi.unstubAllGlobals());

const stage = (props: Partial<CameraInput> = {}, value: readonly Uploaded[] = []) =>
  stageWidget(cameraInput, { kind: "camera_input", label: "Receipt", ...props }, [...value]);
const press = () => screen.getByTestId<HTMLButtonElement>("stCameraInputButton");

/** Give the page a camera that answers so. */
function withCamera(answer: () => Promise<unknown>): void {
  vi.stubGlobal("navigator", { userAgent: "test", mediaDevices: { getUserMedia: answer } });
}

it("is off until the person switches it on, and says why it cannot be (U07)", async () => {
  withCamera(() => Promise.reject(new DOMException("no", "NotAllowedError")));
  const { user } = stage();
  expect(screen.getByText("The camera is off.")).toBeTruthy();
  await user.click(press());
  expect((await screen.findByRole("alert")).textContent).toContain(
    "This page may not use the camera.",
  );
});

it("says that a page without HTTPS has no camera (U07)", async () => {
  vi.stubGlobal("navigator", { userAgent: "test" });
  const { user } = stage();
  await user.click(press());
  expect((await screen.findByRole("alert")).textContent).toContain("did not come by HTTPS");
});

it("shows a photo that is there, fetched by its receipt, and clears it (U07)", async () => {
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", (_: unknown, options: unknown) => {
    asked.push(options);
    return Promise.resolve({ ok: true, blob: () => Promise.resolve(new Blob(["jpg"])) });
  });
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:photo");
  vi.spyOn(URL, "revokeObjectURL").mockReturnValue();
  const { user, sent } = stage({}, [PHOTO]);
  await act(() => Promise.resolve());
  const shown = await screen.findByRole<HTMLImageElement>("img", { name: "Snapshot: Receipt" });
  expect(shown.src).toBe("blob:photo");
  expect(asked).toEqual([{ headers: { "X-Ostinato-Receipt": "receipt" } }]);
  await user.click(press());
  expect(sent).toEqual([[]]);
});

it("cannot be used while it is disabled, and has no flaw that axe finds (W16)", async () => {
  stage({ disabled: true });
  expect(press().disabled).toBe(true);
  expect(await flaws()).toEqual([]);
});
