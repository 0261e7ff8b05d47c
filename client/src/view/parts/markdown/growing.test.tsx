import { render } from "@testing-library/react";
import type { Tokens } from "marked";
import { expect, it, test } from "vitest";

import { Markdown } from ".";
import { GrowingLexer, lexBlocks, wordsAndCode } from "./lex";

const PARTS = [
  "# Title\n\nSome **bold** text, `code` and [a link](https://a.b) :smile: :green[x].\n\n",
  "1. one\n2. two\n   - inner\n   - more\n\n3. three\n\n- [ ] a\n- [x] b\n\n\n* other\n",
  "```python\ndef f():\n\n    return 1\n```\n\n    indented\n\n    more\n\n~~~\nopen\n\n# no\n~~~\n",
  "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |\n\n> quoted\nlazy\n\n> more\n\nTitle\n===\n\n---\n",
  "<div>\n\n**in**\n\n</div>\n\n<pre>\n\nx\n</pre>\n\n$$\nx^2\n\ny\n$$\n\nend\n\n",
];
const FILLING = "A paragraph that goes on for a while.\n\n".repeat(30);
const FORMULAS =
  "From $5 to $10, and $ x $ as it is.\n\n1\n\n2\n\n3\n\nThen $y$ holds, and $ z $.\n\nOne $a\nb$ more.\n\n" +
  "A formula\n$$\na\n\nb\n\nc\n\nd\n$$\nand\n\n$$\n\ne\n\nf\n\ng\n\n$$\n\n$$h\ni$$\n\nend\n";
const REFERENCES = "[one] and[^1] *two*\n\n[one]: https://a.b\n\n[^1]: a note\n\nlast\n";

test.each([
  ["of all kinds", FILLING + PARTS.join("") + [...PARTS].reverse().join("")],
  ["in one list", FILLING + "- a\n\n  b\n".repeat(30)],
  ["with formulas", FILLING + FORMULAS + PARTS.join("")],
  ["with references", FILLING + REFERENCES + PARTS.join("")],
  ["with other line ends", (FILLING + PARTS.join("")).replaceAll("\n", "\r\n")],
])("a text %s that grows is parsed as if it came at once", (_, source) => {
  for (const size of [1, 61]) {
    const lexer = new GrowingLexer();
    for (let end = size; end < source.length + size; end += size) {
      const text = source.slice(0, end);
      if (end < FILLING.length) lexer.lex(text);
      else expect(lexer.lex(text)).toEqual([...lexBlocks(text)]);
    }
  }
});

it("parses another text from its start", () => {
  const lexer = new GrowingLexer();
  lexer.lex(FILLING + "one");
  for (const text of ["other\n\n" + FILLING, FILLING + "# two", "short", ""])
    expect(lexer.lex(text)).toEqual([...lexBlocks(text)]);
});

it("keeps the elements of blocks that are as they were, and their looks", () => {
  const { container, rerender } = render(<Markdown source={FILLING + "# one"} />);
  const before = [...container.querySelectorAll("p")];
  rerender(<Markdown source={FILLING + "# one\n\ntwo"} tail="?" />);
  const after = [...container.querySelectorAll("p")];
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.at(-1)!.textContent).toBe("two ?");
  expect(container.querySelector("h1 a")).not.toBeNull();
  rerender(<Markdown source={FILLING + "# one\n\ntwo\n\nthree"} anchors={false} />);
  expect(container.querySelector("h1 a")).toBeNull();
  expect(container.textContent).not.toContain("?");
});

test("a line of words and code is what the parser makes of it, whatever the line is", () => {
  const signs = [
    ..."aé1 .-:&`` *_#|$~<>[]()!@/=+w\\",
    "`x`",
    "`1` ",
    "www.",
    " `a b` and",
    ":red",
    "--",
  ];
  let random = 1;
  const next = (below: number) => (random = (random * 48271) % 2147483647) % below;
  let found = 0;
  const check = (line: string) => {
    const pieces = wordsAndCode(line);
    if (!pieces || pieces.length === 1) return;
    found += 1;
    const [block, ...more] = lexBlocks(line) as Tokens.Paragraph[];
    expect([block!.type, more.length], line).toEqual(["paragraph", 0]);
    const shown = pieces.map((each, at) => (at % 2 ? `code ${each.slice(1, -1)}` : each));
    const parsed = block!.tokens.map(({ type, text }: Tokens.Generic) =>
      type === "codespan" ? `code ${text}` : type === "text" ? text : type,
    );
    expect(shown.filter(Boolean), line).toEqual(parsed);
  };
  for (let round = 0; round < 30_000; round++)
    check(Array.from({ length: 1 + next(7) }, () => signs[next(signs.length)]).join(""));
  expect(found).toBeGreaterThan(500);
  check(`${"word ".repeat(150)}\`code\` end`);
});
