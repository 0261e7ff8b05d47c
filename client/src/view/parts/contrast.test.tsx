/** Text can be read on every background that it is shown on, in both themes (WCAG AA). */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("src/view/theme.css", "utf8");
const COLORS = ["red", "orange", "yellow", "green", "blue", "violet", "gray"];

const pairs: [string, string][] = [
  ["--st-text-color", "--st-background-color"],
  ["--st-text-color", "--st-secondary-background-color"],
  ["--st-text-color", "--st-code-background-color"],
  ["--st-muted-text-color", "--st-background-color"],
  ["--st-muted-text-color", "--st-secondary-background-color"],
  ["--st-muted-text-color", "--st-code-background-color"],
  ["--st-link-color", "--st-background-color"],
  ["--st-code-text-color", "--st-code-background-color"],
  ["--st-primary-color", "--st-background-color"],
  ["--st-primary-color", "--st-primary-background-color"],
  ...COLORS.flatMap((color): [string, string][] => [
    [`--st-${color}-text-color`, "--st-background-color"],
    [`--st-${color}-text-color`, "--st-code-background-color"],
    [`--st-${color}-text-color`, `--st-${color}-background-color`],
    ["--st-text-color", `--st-${color}-background-color`],
  ]),
];

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("%s", (_, theme) => {
  test.each(pairs)("%s on %s", (text, background) => {
    expect(contrast(token(text, theme), token(background, theme))).toBeGreaterThanOrEqual(4.5);
  });
});

function token(name: string, theme: 0 | 1): string {
  const both = new RegExp(`\\s${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  return both![theme + 1]!;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
