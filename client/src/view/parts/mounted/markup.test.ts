import { expect, it } from "vitest";

import { insideOf } from "../../../../test/html";
import { parse } from "./markup";

function htmlOf(html: string): string {
  const box = document.createElement("div");
  box.append(parse(html).content);
  return insideOf(box);
}

it.each([
  ["<p style='color: red' class=a>x</p>", '<p class="a" style="color: red;">x</p>'],
  ['<p title="a style=b" STYLE="top: 0">x</p>', '<p title="a style=b" style="top: 0px;">x</p>'],
  ["<p data-style='a'>style=b</p>", '<p data-style="a">style=b</p>'],
  ["<!-- <p style='top: 0'> -->", "<!-- <p style='top: 0'> -->"],
  ["<textarea><p style='top: 0'></textarea>", "<textarea>&lt;p style='top: 0'&gt;</textarea>"],
  ["a &amp; <b>c</b>", "a &amp; <b>c</b>"],
])("h08: %s is as it is", (html, same) => {
  expect(htmlOf(html)).toBe(same);
});

it("h08: style elements are told apart", () => {
  const { content, styles } = parse("<style>b > i { top: 0 }</style><b>x</b>");
  expect(styles.map(({ textContent }) => textContent)).toEqual(["b > i { top: 0 }"]);
  expect(content.textContent).toBe("x");
});
