import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { openPage, openPageAs } from "../../test/page";
import { stubMedia } from "../../test/screen";
import { flaws } from "../../test/stage";
import type { DownloadButton, Edit } from "../core/wire.gen";

/** The files of the server, and whether it is there. */
let files: Record<string, string>;
let isAway = false;
let saved: [name: string, content: string][] = [];
let blobs: Map<string, Blob>;

beforeEach(() => {
  stubMedia();
  [files, isAway, saved, blobs] = [{}, false, [], new Map()];
  vi.stubGlobal("fetch", async (url: string) => {
    if (isAway) throw new TypeError("network");
    return url in files
      ? new Response(files[url], { headers: { "content-length": `${files[url]!.length}` } })
      : new Response("", { status: 404 });
  });
  URL.createObjectURL = (blob: Blob) => {
    const address = `blob:${blobs.size}`;
    blobs.set(address, blob);
    return address;
  };
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = blobs.get(this.href);
    if (blob) void blob.text().then((content) => saved.push([this.download, content]));
    else saved.push([this.download, this.getAttribute("href")!]);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const MEDIA = "_stcore/media/1f";
const draw = (props: Partial<DownloadButton>): Edit => [
  "insert",
  "b",
  "main",
  "",
  { kind: "download_button", label: "Save", ...props } as DownloadButton,
  null,
];
const press = () => fireEvent.click(screen.getByRole("button", { name: "Save" }));
const makes = (page: ReturnType<typeof openPage>) =>
  page.here().sent.filter(([tag]) => tag === "make");
/** Let time pass until it is so, with false timers. */
async function passes(check: () => void) {
  for (let left = 100; left > 0; left--) {
    await act(() => vi.advanceTimersByTimeAsync(50));
    try {
      return check();
    } catch (problem) {
      if (left === 1) throw problem;
    }
  }
}
const alert = () => screen.getByRole("alert").textContent;
const drawn = () => screen.findByRole("button", { name: "Save" });
const effect = (number: number, fields: object) =>
  [
    "effect",
    `download-b-${number}`,
    { kind: "download", button: "b", press: number, ...fields },
  ] as never;

describe("a file that is there", () => {
  it("is saved under its name, and the press is an event", async () => {
    files[`${MEDIA}/n%C3%A4me.txt`] = "hello";
    const page = openPage(draw({ url: `${MEDIA}/n%C3%A4me.txt` }));
    await drawn();
    press();
    await waitFor(() => expect(saved).toEqual([["näme.txt", "hello"]]));
    expect(page.here().sent.at(-1)).toEqual(["event", 1, {}, "b"]);
  });

  it("is saved in silence if nobody has to hear of the press", async () => {
    files[`${MEDIA}/a.txt`] = "a";
    const page = openPage(draw({ url: `${MEDIA}/a.txt`, is_silent: true }));
    await drawn();
    press();
    await waitFor(() => expect(saved).toEqual([["a.txt", "a"]]));
    expect(page.here().sent.filter(([tag]) => tag === "event")).toEqual([]);
  });

  it("is asked for while the page may be about to show another", async () => {
    files[`${MEDIA}/new.txt`] = "new";
    const page = openPage(draw({ url: `${MEDIA}/old.txt`, is_silent: true }));
    await drawn();
    act(() => page.session.inputs.set("other", 1));
    press();
    expect(page.here().sent.at(-1)).toEqual(["make", "b", 2]);
    page.says(effect(2, { url: `${MEDIA}/new.txt` }));
    await waitFor(() => expect(saved).toEqual([["new.txt", "new"]]));
  });

  it("is asked for of the session if it is not there, and said to be gone if it is", async () => {
    isAway = true;
    const page = openPage(draw({ url: `${MEDIA}/a.txt`, is_silent: true }));
    await drawn();
    vi.useFakeTimers();
    press();
    isAway = false;
    for (let asked = 1; asked <= 3; asked++) {
      await passes(() => expect(makes(page)).toHaveLength(asked));
      expect(makes(page).at(-1)).toEqual(["make", "b", 1]);
      page.says(effect(1, { url: `${MEDIA}/a.txt` }));
    }
    await passes(() => expect(alert()).toBe("The file is not there any more."));
    vi.useRealTimers();
    files[`${MEDIA}/a.txt`] = "a";
    press();
    await waitFor(() => expect(saved).toEqual([["a.txt", "a"]]));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("is left to the browser if it is large", async () => {
    const headers = { "content-length": "99999999999" };
    vi.stubGlobal("fetch", async () => new Response("", { headers }));
    openPage(draw({ url: `${MEDIA}/large.bin` }));
    await drawn();
    press();
    await waitFor(() => expect(saved).toEqual([["large.bin", `${MEDIA}/large.bin`]]));
  });
});

describe("a file that is made", () => {
  it("is asked for before the event of the press, shown to be on its way, and saved once", async () => {
    const page = openPage(draw({ is_made: true }));
    await drawn();
    press();
    const sent = page.here().sent.filter(([tag]) => tag === "make" || tag === "event");
    expect(sent.slice(0, 2)).toEqual([
      ["make", "b", 1],
      ["event", 1, {}, "b"],
    ]);
    expect(screen.getByRole("button", { name: "Save" }).getAttribute("aria-busy")).toBe("true");
    press(); // It is under way.
    expect(page.session.inputs.next).toBe(2);
    files[`${MEDIA}/made.csv`] = "1,2";
    page.says(effect(1, { url: `${MEDIA}/made.csv` }));
    await waitFor(() => expect(saved).toEqual([["made.csv", "1,2"]]));
    await waitFor(() => expect(page.session.effects.current.get()).toEqual([]));
    expect(screen.getByRole("button", { name: "Save" }).getAttribute("aria-busy")).toBeNull();
    page.says(effect(1, { url: `${MEDIA}/made.csv` }));
    await waitFor(() => expect(page.session.effects.current.get()).toEqual([]));
    expect(saved).toHaveLength(1);
  });

  it("is asked for again by whoever is connected anew", async () => {
    const page = openPage(draw({ is_made: true }));
    await drawn();
    press();
    act(() => page.here().breaks());
    act(() => page.clock.pass(1000));
    act(() => page.here().opens());
    page.says(["welcome", "s1", true, 1, 1, true, false, false, 1000, "My app", "1.0", ""]);
    await waitFor(() => expect(page.here().sent).toContainEqual(["make", "b", 1]));
  });

  it("is asked for again by a page that was loaded anew", async () => {
    const view = { "b/download": 7 };
    const rest = { session: "s1", how: "resume", next: 8, events: [], drafts: {} } as const;
    const page = openPageAs({ saved: { ...rest, view } as never }, draw({ is_made: true }));
    await waitFor(() => expect(page.here().sent).toContainEqual(["make", "b", 7]));
    files[`${MEDIA}/made.csv`] = "1,2";
    page.says(effect(7, { url: `${MEDIA}/made.csv` }));
    await waitFor(() => expect(saved).toEqual([["made.csv", "1,2"]]));
    expect(page.session.view.get("b/download")).toBeUndefined();
  });

  it("is made anew if it is gone when it is fetched, and not for ever", async () => {
    const page = openPage(draw({ is_made: true }));
    await drawn();
    vi.useFakeTimers();
    press();
    for (let lost = 1; lost <= 3; lost++) {
      page.says(effect(1, { url: `${MEDIA}/lost.csv` }));
      await passes(() => expect(makes(page)).toHaveLength(1 + lost));
    }
    expect(screen.getByRole("button", { name: "Save" }).getAttribute("aria-busy")).toBe("true");
    page.says(effect(1, { url: `${MEDIA}/lost.csv` }));
    await passes(() => expect(alert()).toBe("The file is not there any more."));
    press();
    page.says(effect(2, { url: `${MEDIA}/lost.csv` }));
    await passes(() => expect(makes(page)).toHaveLength(6));
    vi.useRealTimers();
    files[`${MEDIA}/made.csv`] = "1,2";
    page.says(effect(2, { url: `${MEDIA}/made.csv` }));
    await waitFor(() => expect(saved).toEqual([["made.csv", "1,2"]]));
    expect(page.session.view.get("b/download")).toBeUndefined();
  });

  it("is waited for as long as only the process has it that made it (J02)", async () => {
    const page = openPage(draw({ is_made: true }));
    await drawn();
    vi.useFakeTimers();
    press();
    for (let asked = 2; asked <= 20; asked++) {
      page.says(effect(1, { url: `${MEDIA}/made.csv`, unstored: true }));
      await passes(() => expect(makes(page)).toHaveLength(asked));
    }
    vi.useRealTimers();
    files[`${MEDIA}/made.csv`] = "1,2";
    page.says(effect(1, { url: `${MEDIA}/made.csv` }));
    await waitFor(() => expect(saved).toEqual([["made.csv", "1,2"]]));
    expect(page.session.view.get("b/download")).toBeUndefined();
  });

  it("says below the button what keeps it from being made, until the next press", async () => {
    const page = openPage(draw({ is_made: true }));
    await drawn();
    press();
    page.says(effect(1, { problem: "ValueError: no" }));
    expect((await screen.findByRole("alert")).textContent).toBe("ValueError: no");
    expect(await flaws()).toEqual([]);
    press();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(page.session.inputs.next).toBe(3);
  });
});
