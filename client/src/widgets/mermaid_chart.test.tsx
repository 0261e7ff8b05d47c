import { act, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { MermaidChart } from "../core/wire.gen";
import { Markdown } from "../view/parts/markdown";
import mermaidChart from "./mermaid_chart";

// It measures what it draws, which jsdom cannot: here it draws the first line of the text.
const library = vi.hoisted(() => ({ initialize: vi.fn(), render: vi.fn() }));
vi.mock("mermaid", () => ({ default: { ...library, mermaidAPI: library } }));

const stage = (props: Partial<MermaidChart> = {}) =>
  stageWidget(mermaidChart, { kind: "mermaid_chart", body: "flowchart LR", ...props }, null);

const drawn = (text: string) =>
  waitFor(() => {
    const picture = screen.getByRole("img");
    expect(picture.shadowRoot!.querySelector("text")!.textContent).toBe(text);
    return picture;
  });

function svgOf(text: string): Element {
  const [title, description] = [/accTitle: (.*)/, /accDescr: (.*)/].map((each) => each.exec(text));
  const html = `<svg viewBox="0 0 200 100"><title>${title?.[1] ?? ""}</title>
    <desc>${description?.[1] ?? ""}</desc>
    <a href="javascript:pwned()"><text onclick="pwned()">${text.split("\n")[0]}</text></a>
    <g><desc>A part</desc></g><foreignObject><img src="x" onerror="pwned()"></foreignObject><script>pwned()</script></svg>`;
  return new DOMParser().parseFromString(html, "text/html").querySelector("svg")!;
}

let isDark: boolean;
let tell: (() => void)[];

beforeEach(() => {
  isDark = false;
  tell = [];
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: query.includes("dark") && isDark,
    addEventListener: (_: string, listener: () => void) => tell.push(listener),
    removeEventListener: () => {},
  }));
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      replaceSync() {}
    },
  );
  document.adoptedStyleSheets = [];
  library.render.mockImplementation((_: string, text: string) =>
    text.startsWith("bad")
      ? Promise.reject(new Error("Parse error on line 1:\nbad\n---^"))
      : Promise.resolve({ svg: svgOf(text), diagramType: "flowchart-v2" }),
  );
});

afterEach(() => {
  vi.clearAllMocks();
});

it("shows a skeleton, and then the picture, with buttons for it", async () => {
  stage();
  expect(screen.queryByTestId("stSkeleton")).not.toBeNull();
  const picture = await drawn("flowchart LR");
  expect(screen.queryByTestId("stSkeleton")).toBeNull();
  expect(screen.getByTestId("stMermaidChart").contains(picture)).toBe(true);
  expect(within(screen.getByTestId("stElementToolbar")).getAllByRole("button").length).toBe(3);
  expect(document.querySelector(".st-diagram-stage")).toBeNull();
  expect(await flaws()).toEqual([]);
});

it("keeps its text where it is if nothing is to be taken away", async () => {
  stage({ can_export: false });
  await drawn("flowchart LR");
  expect(screen.getByRole("button", { name: /^Fullscreen/ })).not.toBeNull();
  expect(screen.queryByRole("button", { name: /^Copy/ })).toBeNull();
});

it("lets nothing of a text run, and leads nowhere", async () => {
  stage();
  const root = (await drawn("flowchart LR")).shadowRoot!;
  expect(root.querySelector("a, script, foreignObject, img, [onclick]")).toBeNull();
  const config = library.initialize.mock.calls[0]![0] as Record<string, unknown>;
  expect(config).toMatchObject({ securityLevel: "strict", htmlLabels: false });
  expect(config["secure"]).toEqual(expect.arrayContaining(["securityLevel", "htmlLabels"]));
});

it.each([
  [null, "flowchart LR\naccTitle: Ways\naccDescr: From A to B", "Ways: From A to B"],
  [null, "flowchart LR\naccTitle: Ways", "Ways"],
  ["Mine", "flowchart LR\naccTitle: Ways", "Mine"],
  ["", "flowchart LR", "Mermaid flowchart"],
])("with alt %j, a text of %j is called %j", async (alt, body, name) => {
  stage({ alt, body });
  const picture = await drawn("flowchart LR");
  expect(picture.getAttribute("aria-label")).toBe(name);
  const suffix = alt ? `: ${alt}` : "";
  screen.getByRole("button", { name: `Copy to clipboard${suffix}` });
  screen.getByRole("button", { name: `Download as PNG${suffix}` });
});

it("follows the script, and keeps the last picture until the next is there", async () => {
  const { rerun } = stage();
  const picture = await drawn("flowchart LR");
  rerun({ body: "flowchart TD" });
  expect(picture.shadowRoot!.querySelector("text")!.textContent).toBe("flowchart LR");
  expect(await drawn("flowchart TD")).toBe(picture);
});

it("says what is wrong once the text stands still", async () => {
  const { rerun } = stage();
  await drawn("flowchart LR");
  vi.useFakeTimers();
  try {
    rerun({ body: "bad" });
    await act(() => vi.advanceTimersByTimeAsync(400));
    rerun({ body: "bad again" });
    await act(() => vi.advanceTimersByTimeAsync(400));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.queryByRole("img")).not.toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(200));
  } finally {
    vi.useRealTimers();
  }
  const message = screen.getByRole("alert");
  expect(message).toBe(screen.getByTestId("stMermaidError"));
  expect(message.textContent).toBe("Mermaid diagram error: Parse error on line 1:\nbad\n---^");
  expect(await flaws()).toEqual([]);
  rerun({ body: "pie" });
  await drawn("pie");
  expect(screen.queryByRole("alert")).toBeNull();
});

it("says that a text is too long", async () => {
  stage({ body: "x".repeat(50_001) });
  await waitFor(() => screen.getByText(/at most 50000 characters, got 50001/));
  expect(library.render).not.toHaveBeenCalled();
});

it.each(["a picture", "a font"])(
  "waits for %s only so long, and the next is drawn",
  async (what) => {
    if (what === "a picture") library.render.mockReturnValueOnce(new Promise(() => {}));
    else Object.assign(document, { fonts: { ready: new Promise(() => {}) } });
    vi.useFakeTimers();
    try {
      stage();
      await act(() => vi.advanceTimersByTimeAsync(20_000));
      Object.assign(document, { fonts: undefined });
      stage({ body: "pie" });
      await act(() => vi.advanceTimersByTimeAsync(1000));
    } finally {
      vi.useRealTimers();
    }
    expect(screen.getByRole("alert").textContent).toMatch(
      /error: it has to be drawn within 20 sec/,
    );
    await drawn("pie");
    expect(document.querySelector(".st-diagram-stage")).toBeNull();
  },
);

it("is drawn anew in other colours", async () => {
  stage();
  await drawn("flowchart LR");
  isDark = true;
  act(() => tell[0]!());
  await waitFor(() => expect(library.render).toHaveBeenCalledTimes(2));
  act(() => document.documentElement.setAttribute("data-theme", "light"));
  await waitFor(() => expect(library.render).toHaveBeenCalledTimes(3));
  act(() => document.documentElement.removeAttribute("data-theme"));
});

it("is saved with its styles, and with what it says of its parts", async () => {
  const images: { src: string }[] = [];
  class FakeImage {
    src = "";
    constructor() {
      images.push(this);
    }
    decode = () => new Promise(() => {});
  }
  vi.stubGlobal("Image", FakeImage);
  const { user } = stage();
  await drawn("flowchart LR");
  await user.click(screen.getByRole("button", { name: "Download as PNG" }));
  await waitFor(() => expect(images.length).toBe(1));
  const [head, text] = images[0]!.src.split(",");
  expect(head).toBe("data:image/svg+xml;charset=utf-8");
  const root = new DOMParser().parseFromString(decodeURIComponent(text!), "image/svg+xml");
  expect([...root.querySelectorAll("desc")].map((each) => each.textContent)).toEqual(["A part"]);
  const styles = [...root.querySelectorAll("style")].map((each) => each.textContent);
  expect(styles).toEqual([expect.stringContaining("--st-font")]);
});

it("is seen on the whole page, by keyboard, until that is closed", async () => {
  const { user } = stage({ alt: "Mine" });
  await drawn("flowchart LR");
  for (let count = 0; count < 3; count++) await user.tab();
  await user.keyboard("{Enter}");
  const whole = within(await screen.findByRole("dialog", { name: "Mine" }));
  whole.getByRole("img", { name: "Mine" });
  expect(await flaws()).toEqual([]);
  await user.click(whole.getByRole("button", { name: "Close fullscreen" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("is drawn from a block of Markdown, which is code until then", async () => {
  render(<Markdown source={"```mermaid\nflowchart LR\n```\n\n```text\nas it is\n```"} />);
  expect(screen.getAllByTestId("stCode").length).toBe(2);
  const picture = await drawn("flowchart LR");
  expect(screen.getAllByTestId("stCode").length).toBe(1);
  expect(screen.getAllByTestId("stMarkdownPre")[0]!.contains(picture)).toBe(true);
});
