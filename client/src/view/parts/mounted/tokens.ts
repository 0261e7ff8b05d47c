/** Tokens: the theme, by the names that components know it by. */

import "../chart/colors.css";
import "./tokens.css";

import { paletteAt } from "../chart/palette";

/** Colours, which a component may also read: they are computed where they are used. */
const COLORS = [
  "primary",
  "background",
  "secondary-background",
  "text",
  "link",
  "border",
  "border-light",
  "widget-border",
  "heading",
  "code-text",
  "code-background",
  "dataframe-border",
  "dataframe-header-background",
  "dataframe-header-text",
  ...["red", "orange", "yellow", "blue", "green", "violet", "gray"].flatMap((color) => [
    color,
    `${color}-background`,
    `${color}-text`,
  ]),
];

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];

let isRegistered = false;

/** Have colours be computed for whoever reads them: `light-dark()` is nothing that a canvas knows. */
function register(): void {
  if (isRegistered || !globalThis.CSS?.registerProperty) return;
  isRegistered = true;
  for (const name of COLORS) {
    const property = { name: nameOf(name), syntax: "<color>", inherits: true };
    CSS.registerProperty({ ...property, initialValue: "transparent" });
  }
}

function nameOf(color: string): string {
  return color === "border-light" ? "--st-border-color-light" : `--st-${color}-color`;
}

/** Set what follows from the look of the page, as it is where `box` is. */
export function setTokens(box: HTMLElement): void {
  register();
  const probe = document.createElement("div");
  probe.className = "st-chart st-mounted-probe";
  const heading = document.createElement("div");
  heading.className = "st-heading";
  heading.append(...HEADINGS.map((each) => document.createElement(each)));
  probe.append(heading);
  box.append(probe);
  const set = (name: string, value: string) => box.style.setProperty(`--st-${name}`, value);
  const { categories, scale, diverging } = paletteAt(probe);
  set("chart-categorical-colors", categories.join(","));
  set("chart-sequential-colors", scale.join(","));
  set("chart-diverging-colors", diverging.join(","));
  const headings = [...heading.children].map((each) => getComputedStyle(each));
  headings.forEach(({ fontSize, fontWeight }, at) => {
    set(`heading-font-size-${at + 1}`, fontSize);
    set(`heading-font-weight-${at + 1}`, fontWeight);
  });
  set("heading-font-sizes", headings.map(({ fontSize }) => fontSize).join(","));
  set("heading-font-weights", headings.map(({ fontWeight }) => fontWeight).join(","));
  set("base-font-size", getComputedStyle(document.documentElement).fontSize);
  set("base-font-weight", getComputedStyle(box).fontWeight);
  probe.remove();
}
