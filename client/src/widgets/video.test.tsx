import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Video } from "../core/wire.gen";
import video from "./video";

const FILM = "_stcore/media/12ab.mp4";
const stage = (props: Partial<Video> = {}) =>
  stageWidget(video, { kind: "video", src: FILM, ...props }, null);
const film = () => screen.getByTestId<HTMLVideoElement>("stVideo");

it("has room for the film before it is there", () => {
  const { rerun } = stage({ sizes: [[360, 640]] });
  expect(film().style.aspectRatio).toBe("auto 360 / 640");
  rerun({ sizes: [[16, 9]] });
  expect(film().style.aspectRatio).toBe("auto 16 / 9");
});

it("has its subtitles, of which the first is shown", async () => {
  stage({
    subtitles: ["_stcore/media/1.vtt", "_stcore/media/2.vtt"],
    labels: ["", "Deutsch"],
    muted: true,
  });
  const tracks = screen.getAllByTestId<HTMLTrackElement>("stVideoSubtitle");
  expect(tracks.map((each) => [each.kind, each.label, each.default])).toEqual([
    ["captions", "Subtitles", true],
    ["captions", "Deutsch", false],
  ]);
  expect(film().muted).toBe(true);
  expect(await flaws()).toEqual([]);
});

it("plays from where the script says", () => {
  stage({ start_time: 7 });
  fireEvent.loadedMetadata(film());
  expect(film().currentTime).toBe(7);
});

it("says what it cannot play", () => {
  stage();
  fireEvent.error(film());
  expect(screen.getByRole("status").textContent).toContain("The film cannot be played here");
});

it("shows the page of a site that plays its films in a frame", () => {
  stage({ src: "https://www.youtube.com/embed/BHACKCNDMW8", is_frame: true, alt: "A talk" });
  const frame = screen.getByTestId<HTMLIFrameElement>("stVideo");
  expect([frame.tagName, frame.title, frame.getAttribute("referrerpolicy")]).toEqual([
    "IFRAME",
    "A talk",
    "strict-origin-when-cross-origin",
  ]);
});
