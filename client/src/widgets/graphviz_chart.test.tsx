import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";

import { asked, FakeWorker, staged } from "../../test/graphviz";
import { flaws, stageWidget } from "../../test/stage";
import type { GraphvizChart } from "../core/wire.gen";
import graphvizChart from "./graphviz_chart";

const stage = (source: string, props: Partial<GraphvizChart> = {}) =>
  stageWidget(graphvizChart, { kind: "graphviz_chart", source, ...props }, null);

/** Wait for a figure of this name, and return what is drawn in it. */
async function drawn(name: string): Promise<ShadowRoot> {
  const figure = await screen.findByRole("figure", { name });
  return figure.querySelector(".st-diagram-picture")!.shadowRoot!;
}

/** Return the group of a node or edge by what Graphviz calls it. */
function part(root: ShadowRoot, title: string): Element {
  const titles = [...root.querySelectorAll("g > title")];
  return titles.find((each) => each.textContent === title)!.parentElement!;
}

const inkOf = (group: Element) => ({
  line: group.querySelector("ellipse, polygon, path")!.getAttribute("stroke"),
  fill: group.querySelector("ellipse, polygon, path")!.getAttribute("fill"),
  text: group.querySelector("text")?.getAttribute("fill"),
});

beforeEach(() => {
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      replaceSync() {}
    },
  );
  Object.assign(asked, { jobs: [], started: 0, ended: 0 });
  staged.answers = [];
});

it("shows a skeleton, and then the graph, by its name, size and data (Y03)", async () => {
  const { user } = stage('digraph Flow { a -> b [label=yes]; "x->y" -> a:port; c [label=Sea] }');
  expect(screen.queryByTestId("stSkeleton")).not.toBeNull();
  const root = await drawn("Graph “Flow”: 4 nodes, 2 edges");
  expect(screen.queryByTestId("stSkeleton")).toBeNull();
  expect(root.querySelectorAll("ellipse").length).toBe(4);
  expect(root.querySelector("svg")!.getAttribute("aria-hidden")).toBe("true");
  expect(await flaws()).toEqual([]);
  await user.click(screen.getByRole("button", { name: /^Show data/ }));
  const rows = within(await screen.findByRole("table")).getAllByRole("row");
  const cells = rows.map((row) => [...row.children].map((each) => each.textContent));
  expect(cells.slice(1)).toEqual([
    ["Node", "a", "", ""],
    ["Node", "b", "", ""],
    ["Node", "x->y", "", ""],
    ["Node", "c", "", "Sea"],
    ["Edge", "a", "b", "yes"],
    ["Edge", "x->y", "a", ""],
  ]);
  expect(await flaws()).toEqual([]);
});

it("keeps its data where they are if nothing is to be taken away (Y03)", async () => {
  const { user } = stage("graph { a -- b }", { can_export: false });
  await drawn("Graph: 2 nodes, 1 edge");
  expect(screen.queryByRole("button", { name: /^Copy/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: /^Show data/ }));
  await screen.findByRole("table");
  expect(screen.queryByRole("button", { name: "Download as CSV" })).toBeNull();
});

it.each([
  ["graph { a }", "Graph: 1 node, 0 edges"],
  ['graph { label="All of it"; a -- b }', "Graph “All of it”: 2 nodes, 1 edge"],
  ["graph { }", "Graph: 0 nodes, 0 edges"],
])("calls %s %s", async (source, name) => {
  stage(source);
  await drawn(name);
});

it("is called as the script says, and laid out by the engine that it names", async () => {
  stage("graph { a -- b }", { alt: "Two towns", engine: "neato" });
  await drawn("Two towns");
  expect(asked.jobs).toEqual([{ source: "graph { a -- b }", engine: "neato" }]);
  screen.getByRole("button", { name: "Download as SVG: Two towns" });
});

it("has the colours of the page where it names none (Y05)", async () => {
  stage(`digraph {
    a; b [style=filled]; c [style=filled fillcolor=gold]; d [color=red fontcolor=blue]
    subgraph cluster_0 { style=filled fillcolor=lightyellow label=in; e; f; e -> f }
    a -> b; a -> e }`);
  const root = await drawn("Graph: 6 nodes, 3 edges");
  const page = { line: "currentColor", fill: "none", text: "currentColor" };
  expect(inkOf(part(root, "a"))).toEqual(page);
  const ground = "var(--st-secondary-background-color)";
  expect(inkOf(part(root, "b"))).toEqual({ ...page, fill: ground });
  expect(inkOf(part(root, "c"))).toMatchObject({ fill: "gold", text: "black" });
  expect(inkOf(part(root, "d"))).toEqual({ line: "red", fill: "none", text: "blue" });
  expect(inkOf(part(root, "cluster_0"))).toMatchObject({ fill: "lightyellow", text: "black" });
  expect(inkOf(part(root, "e"))).toEqual({ line: "black", fill: "none", text: "black" });
  expect(inkOf(part(root, "e->f")).line).toBe("black");
  expect(inkOf(part(root, "a->b")).line).toBe("currentColor");
  expect(inkOf(part(root, "a->e")).line).toBe("gray"); // from one ground to the other
  expect(root.querySelector("text")!.getAttribute("font-family")).toBe("var(--st-font)");
  expect(root.querySelector('[fill="white"]')).toBeNull();
});

it("keeps a ground of its own, and is black on it (Y05)", async () => {
  stage("graph { bgcolor=lightblue; a; b [fontname=Courier] }");
  const root = await drawn("Graph: 2 nodes, 0 edges");
  expect(root.querySelector('polygon[fill="lightblue"]')).not.toBeNull();
  expect(inkOf(part(root, "a"))).toEqual({ line: "black", fill: "none", text: "black" });
  expect(part(root, "b").querySelector("text")!.getAttribute("font-family")).toMatch(/^Courier/);
});

it("lets nothing run, and leads to pages only, in a tab of their own (Y04)", async () => {
  stage(`digraph {
    a [URL="javascript:pwned()" tooltip=hm]; b [URL="https://x.org/?a=1&b=2"]
    c [label="<script>pwned()</script>" id="x\\" onclick=\\"pwned()"]; d [image="http://x.org/a.png"]
    e [style=filled fillcolor="red:blue"] }`);
  const root = await drawn("Graph: 5 nodes, 0 edges");
  expect(root.querySelector("script, image, [onclick], [style], foreignObject")).toBeNull();
  const links = [...root.querySelectorAll("a[href], a[*|href]")];
  expect(links.map((each) => each.getAttribute("href"))).toEqual(["https://x.org/?a=1&b=2"]);
  expect(links[0]!.getAttribute("target")).toBe("_blank");
  expect(links[0]!.getAttribute("rel")).toBe("noopener noreferrer");
  expect(root.querySelector("svg")!.getAttribute("aria-hidden")).toBeNull(); // links are to be read
  const stops = [...root.querySelectorAll("stop")];
  expect(stops.map((each) => each.getAttribute("stop-color"))).toEqual(["red", "blue"]);
});

it.each([
  [
    "digraph {\n  a -> b\n  b -> -> c\n}",
    /^Graphviz: syntax error in line 3 near '->':\nb -> -> c$/,
  ],
  ["", /^Graphviz: the text is empty: write a graph/],
  ["graph { a", /^Graphviz: syntax error in line 1/],
])("says what is wrong with %j (Y03)", async (source, message) => {
  stage(source);
  const card = await screen.findByRole("alert");
  expect(card).toBe(screen.getByTestId("stGraphVizError"));
  expect(card.textContent).toMatch(message);
  expect(await flaws()).toEqual([]);
});

it("follows the script, and keeps the last picture until the next is there", async () => {
  const { rerun } = stage("graph { a }");
  const root = await drawn("Graph: 1 node, 0 edges");
  rerun({ source: "graph { a; b }" });
  expect(root.querySelectorAll("ellipse").length).toBe(1);
  await waitFor(() => expect(root.querySelectorAll("ellipse").length).toBe(2));
  rerun({ source: "graph {" });
  await screen.findByRole("alert");
  rerun({ source: "graph { c }" });
  await drawn("Graph: 1 node, 0 edges");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(asked.started).toBeLessThanOrEqual(1);
});

it("leaves out what was replaced before its turn", async () => {
  const { rerun } = stage("graph { a }");
  for (let n = 0; n < 20; n++) rerun({ source: `graph { a; n${n} }` });
  await drawn("Graph: 2 nodes, 0 edges");
  expect(asked.jobs.length).toBeLessThan(3);
  expect(asked.jobs.at(-1)!.source).toBe("graph { a; n19 }");
});

it("gives a layout its time and no more, and the next is drawn (Y04)", async () => {
  staged.answers = [null];
  vi.useFakeTimers();
  try {
    stage("graph { endless }");
    await act(() => vi.advanceTimersByTimeAsync(14_000));
    expect(screen.queryByRole("alert")).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(2000));
  } finally {
    vi.useRealTimers();
  }
  expect(screen.getByRole("alert").textContent).toMatch(/laid out within 15 seconds: leave out/);
  expect(asked.ended).toBe(1);
  stage("graph { a }");
  await drawn("Graph: 1 node, 0 edges");
});

it.each([
  [{ problem: "RuntimeError: memory access out of bounds", isBroken: true }, /memory access/],
  [{ svg: `<svg>${"x".repeat(6_000_000)}</svg>` }, /too large to be shown/],
])("says what came of it", async (answer, message) => {
  staged.answers = [answer];
  stage("graph { a }");
  expect((await screen.findByRole("alert")).textContent).toMatch(message);
});

it("is as high as the script says, also before it is there", async () => {
  stage("graph { a }", { height: 300 });
  expect(screen.getByTestId("stSkeleton").style.height).toBe("300px");
  await drawn("Graph: 1 node, 0 edges");
  expect(screen.getByTestId("stGraphVizChart").style.height).toBe("300px");
});

it("is seen on the whole page, as close as one likes", async () => {
  const { user } = stage("graph { a }", { alt: "Mine" });
  await drawn("Mine");
  await user.click(screen.getByRole("button", { name: "Fullscreen: Mine" }));
  const whole = within(await screen.findByRole("dialog", { name: "Mine" }));
  const zoomed = () => document.querySelector<HTMLElement>(".st-diagram-zoomed")!.style.width;
  expect(zoomed()).toBe("100%");
  await user.click(whole.getByRole("button", { name: "Zoom in" }));
  expect(zoomed()).toBe("150%");
  await user.click(whole.getByRole("button", { name: "Zoom out" }));
  expect(zoomed()).toBe("100%");
  expect(await flaws()).toEqual([]);
  await user.click(whole.getByRole("button", { name: "Close fullscreen" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});
