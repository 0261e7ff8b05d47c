import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { openPage, openPageAs } from "../../test/page";
import { stubMedia } from "../../test/screen";
import { flaws, stageWidget } from "../../test/stage";
import type { Audio } from "../core/wire.gen";
import audio from "./audio";

const SOUND = "_stcore/media/12ab.wav";
const stage = (props: Partial<Audio> = {}) =>
  stageWidget(audio, { kind: "audio", src: SOUND, ...props }, null);
const player = () => screen.getByTestId<HTMLAudioElement>("stAudio");

/** Have it play on to a time. */
function play(time: number) {
  player().currentTime = time;
  fireEvent.timeUpdate(player());
}

beforeEach(() => {
  stubMedia();
  // jsdom plays nothing.
  HTMLMediaElement.prototype.play = vi.fn(() => Promise.resolve());
  HTMLMediaElement.prototype.pause = vi.fn();
});

it("plays from where the script says", async () => {
  stage({ start_time: 2.5, alt: "A song", autoplay: true });
  fireEvent.loadedMetadata(player());
  expect(player().currentTime).toBe(2.5);
  expect([player().getAttribute("src"), player().controls, player().autoplay]).toEqual([
    SOUND,
    true,
    true,
  ]);
  expect(screen.getByLabelText("A song")).toBe(player());
  expect(await flaws()).toEqual([]);
});

it("goes to another begin when the script says so, and stays where it is in all other reruns", () => {
  const { rerun } = stage({ start_time: 2 });
  play(30);
  rerun({ alt: "Other" });
  expect(player().currentTime).toBe(30);
  rerun({ start_time: 9 });
  expect(player().currentTime).toBe(9);
});

it("stops at its end, once", () => {
  stage({ end_time: 10 });
  play(9.9);
  expect(player().pause).not.toHaveBeenCalled();
  play(10.1);
  play(10.4);
  expect(player().pause).toHaveBeenCalledTimes(1);
  play(3);
  play(10.2);
  expect(player().pause).toHaveBeenCalledTimes(2);
});

it("begins anew where it is to repeat", () => {
  const { rerun } = stage({ loop: true });
  expect(player().loop).toBe(true);
  rerun({ loop: true, start_time: 5, end_time: 10 });
  expect(player().loop).toBe(false);
  play(10.1);
  expect(player().currentTime).toBe(5);
  expect(player().play).toHaveBeenCalledTimes(1);
});

it("begins anew after its own end, too", () => {
  stage({ loop: true, start_time: 5 });
  player().currentTime = 60;
  fireEvent.ended(player());
  expect(player().currentTime).toBe(5);
  expect(player().play).toHaveBeenCalledTimes(1);
});

it("says what it cannot play, and leads there", async () => {
  stage();
  fireEvent.error(player());
  expect(screen.getByRole("status").textContent).toContain("The sound cannot be played here");
  expect(screen.getByRole<HTMLAnchorElement>("link").getAttribute("href")).toBe(SOUND);
  expect(await flaws()).toEqual([]);
});

it("has nothing to play, and no complaint", () => {
  stage({ src: "" });
  expect(player().hasAttribute("src")).toBe(false);
  expect(screen.queryByRole("status")).toBeNull();
});

const drawn = (props: object = {}) => insert("a", { kind: "audio", src: SOUND, ...props } as Drawn);

it("is where it was after a refresh, and plays another sound from its begin (I03)", async () => {
  const { session, unmount } = openPage(drawn({ autoplay: true }));
  await screen.findByTestId("stAudio");
  play(42);
  const view = session.view.save();
  unmount();
  const saved = { session: "s1", how: "resume" as const, next: 1, events: [], drafts: {}, view };
  const { says } = openPageAs({ saved }, drawn({ autoplay: true }));
  await screen.findByTestId("stAudio");
  fireEvent.loadedMetadata(player());
  expect(player().currentTime).toBe(42);
  expect(player().autoplay).toBe(false);
  says(["edits", [["update", "a", { src: "_stcore/media/34cd.wav" }]]]);
  fireEvent.loadedMetadata(player());
  expect(player().currentTime).toBe(0);
});
