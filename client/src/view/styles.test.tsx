/** What all style sheets keep to, and no browser would complain about. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const names = readdirSync("src", { recursive: true, encoding: "utf8" });
/** All style sheets by their paths, without their comments. */
const SHEETS = new Map(
  names
    .filter((name) => name.endsWith(".css"))
    .sort()
    .map((name) => [name, readFileSync(`src/${name}`, "utf8").replace(/\/\*[^]*?\*\//g, "")]),
);

test("what fades out at its sides does so only where browsers can tell how far it is scrolled", () => {
  const blocks = SHEETS.get("view/parts/fading.css")!.split(/(?<=^\})\n/m);
  const guarded = blocks.filter((block) => /(mask|animation|animation-timeline):/.test(block));
  expect(guarded).toEqual([expect.stringContaining("@supports (animation-timeline: scroll())")]);
});

/** Pictures that fly over the page for a moment, which are no part of the look. */
const PICTURES = ["widgets/balloons.css", "widgets/snow.css"];

interface Declaration {
  sheet: string;
  /** The selectors and conditions around it, from the inside. */
  within: string[];
  property: string;
  value: string;
}

/** Where tokens are defined. */
const THEMES = ["view/theme.css", "view/parts/chart/colors.css"];
const ALL = [...SHEETS].flatMap(([sheet, css]) => declarationsOf(sheet, css));
const LOOK = ALL.filter(({ sheet }) => !THEMES.includes(sheet) && !PICTURES.includes(sheet));

describe("a style sheet makes up", () => {
  const said = ({ sheet, property, value }: Declaration) => `${sheet}: ${property}: ${value}`;
  const bad = (property: RegExp, isFine: (value: string) => boolean) =>
    LOOK.filter((each) => property.test(each.property) && !isFine(each.value)).map(said);

  test("no colour", () => {
    const isFine = (value: string) =>
      !/#[\da-f]{3,8}\b|\b(rgba?|hsla?|oklch|light-dark)\(|\b(white|black)\b/i.test(value);
    // Of a mask only its shade counts.
    expect(bad(/^(?!.*mask)/, isFine)).toEqual([]);
  });

  test("no size of letters", () => {
    // In "em" it goes with the text around it.
    const isFine = (value: string) => /var\(--st-|^inherit$|^[\d.]+em$/.test(value);
    expect(bad(/^font-size$/, isFine)).toEqual([]);
    expect(bad(/^font$/, (value) => value === "inherit")).toEqual([]);
  });

  test("no radius", () => {
    const isFine = (value: string) =>
      value.split(/ (?![^(]*\))/).every((each) => /var\(--st-radius|^(0|50%|inherit)$/.test(each));
    expect(bad(/radius$/, isFine)).toEqual([]);
  });

  test("no duration", () => {
    expect(bad(/^(transition|animation)/, (value) => !/\b[\d.]+m?s\b/.test(value))).toEqual([]);
  });
});

test("only one of them lays a native field bare", () => {
  const bare = LOOK.filter(
    ({ within: [selector], property, value }) =>
      /(input|textarea)\)?:focus-visible$/.test(selector!) &&
      property === "outline" &&
      value === "none",
  );
  expect(bare.map(({ sheet }) => sheet)).toEqual(["view/parts/bare_field.css"]);
});

test("one of them raises all popups above the page, and one tooltips", () => {
  const raised = LOOK.filter(({ property, value }) => property === "z-index" && value === "1000");
  expect(raised.map(({ sheet }) => sheet)).toEqual(["view/parts/help.css", "view/parts/popup.css"]);
});

/** What a component may use: each option of Streamlit's themes, and what it makes of others. */
const FOR_COMPONENTS = new Set([
  ...(JSON.parse(readFileSync("../tests/config/streamlit.json", "utf8")) as string[])
    .filter((name) => /^theme\.\w+$/.test(name))
    .map((name) => name.slice("theme.".length).replace(/[A-Z]/g, (letter) => `-${letter}`))
    .map((name) => `--st-${name.toLowerCase()}`),
  "--st-heading-color",
  "--st-border-color-light",
  "--st-widget-border-color",
]);

test("tokens are defined, and used", () => {
  const scripts = names
    .filter((name) => /(?<!test)\.tsx?$/.test(name))
    .map((name) => readFileSync(`src/${name}`, "utf8"))
    .join();
  const namesIn = (text: string) => new Set(text.match(/--st-[\w-]*\w/g));
  const used = namesIn(ALL.map(({ value }) => value).join() + scripts);
  const defined = namesIn(ALL.map(({ property }) => property).join());
  // Those of charts are asked for by their number, and those of options by components.
  const isUsed = (name: string) =>
    used.has(name) || FOR_COMPONENTS.has(name) || /^--st-chart-\d+-color$/.test(name);
  expect([...defined].filter((name) => !isUsed(name))).toEqual([]);
  expect([...used].filter((name) => !defined.has(name) && !scripts.includes(name))).toEqual([]);
});

test("what is disabled looks so by one recipe", () => {
  const fine: Record<string, string[]> = {
    color: ["var(--st-disabled-text-color)", "inherit"],
    background: ["var(--st-disabled-background-color)", "none", "var(--st-disabled-text-color)"],
    "border-color": ["var(--st-border-color)", "transparent", "var(--st-disabled-text-color)"],
    fill: ["currentColor"],
    stroke: ["currentColor"],
    cursor: ["not-allowed"],
    "box-shadow": ["none", "inset 0 0 0 1px var(--st-border-color)"],
    "-webkit-text-fill-color": ["currentColor"],
  };
  const rules = LOOK.filter(({ within: [selector] }) =>
    /disabled/.test(selector!.replace(/:not\(.*?\)/g, "")),
  ).filter(({ within }) => !within.some((each) => each.includes("forced-colors")));
  const others = rules.filter(({ property, value }) => !fine[property]?.includes(value));
  expect(others).toEqual([
    // There the colour is what other inputs have as text.
    expect.objectContaining({ within: [".st-swatch:disabled > .st-swatch-color"] }),
  ]);
});

/** Return what a style sheet declares; it is one that the formatter has written. */
function declarationsOf(sheet: string, css: string): Declaration[] {
  const found: Declaration[] = [];
  const open: string[] = [];
  for (const [, head, property, value] of css.matchAll(
    /([^{};]+)\{|(?<![\w-])([\w-]+)\s*:\s*([^;{}]+);|\}/g,
  )) {
    if (head !== undefined) open.unshift(squeeze(head));
    else if (property === undefined) open.shift();
    else found.push({ sheet, within: [...open], property, value: squeeze(value!) });
  }
  return found;
}

function squeeze(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
