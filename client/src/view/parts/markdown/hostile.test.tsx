/** No text may run a script, or take time out of proportion to its length. */

import { render, screen, waitFor } from "@testing-library/react";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { Markdown } from ".";
import { lexBlocks } from "./lex";
import { insideOf } from "../../../../test/html";

const ATTACKS = [
  "<script>pwned()</script>",
  "a <img src=x onerror=pwned()> b",
  "<svg onload=pwned()><script>pwned()</script></svg>",
  "<iframe src=javascript:pwned()></iframe>",
  "<iframe srcdoc='<script>parent.pwned()</script>'></iframe>",
  "<iframe src='/'></iframe>",
  "<a href='javascript:pwned()'>x</a>",
  "<a href='java\tscript:pwned()'>x</a>",
  "<details open ontoggle=pwned()>x</details>",
  "<div style='background:url(javascript:pwned())'>x</div>",
  "<math><mtext><table><mglyph><style><img src=x onerror=pwned()>",
  "<form action='javascript:pwned()'><button>x</button></form>",
  "<object data='javascript:pwned()'></object><embed src='javascript:pwned()'>",
  "<base href='https://evil.example/'><meta http-equiv=refresh content='0;javascript:pwned()'>",
  "[x](javascript:pwned())",
  "[x](JaVaScRiPt:pwned())",
  "[x](&#106;avascript:pwned())",
  "[x](java&Tab;script:pwned())",
  "[x](<java script:pwned()>)",
  "[x](\u0001javascript:pwned())",
  "[x](data:text/html,<script>pwned()</script>)",
  "[x](vbscript:pwned())",
  "![x](javascript:pwned())",
  "![x](data:text/html,<script>pwned()</script>)",
  '[x](http://a.b "onmouseover=pwned()")',
  "<javascript:pwned()>",
  ":red[<img src=x onerror=pwned()>]",
  "# <img src=x onerror=pwned()>",
  "| <script>pwned()</script> |\n|-|\n| <img src=x onerror=pwned()> |",
  "```<img/src=x/onerror=pwned()>\nx\n```",
  "<p data-token='0' onclick=pwned()>x</p>",
];

const pwned = vi.fn();

beforeEach(() => {
  pwned.mockClear();
  vi.stubGlobal("pwned", pwned);
});

/** Names what could act in a page: elements, attributes and addresses. */
function dangers(root: Element): string[] {
  return [...root.querySelectorAll("*")].flatMap((element) => [
    ...(element.matches("script, object, embed, base, meta, link") ? [element.localName] : []),
    ...(element.matches("iframe") ? [`iframe ${element.getAttribute("src")}`] : []),
    ...[...element.attributes]
      .filter(({ name, value }) => {
        const isCode = /^\s*(?:javascript|vbscript|data:text)/i.test(
          value.replace(/[\0-\x20]/g, ""),
        );
        return name.startsWith("on") || name === "srcdoc" || isCode;
      })
      .map(({ name, value }) => `${name}=${value}`),
  ]);
}

describe("as text", () => {
  test.each(ATTACKS)("%s", (attack) => {
    const { container } = render(<Markdown source={`${attack}\n\nend`} />);
    expect(dangers(container)).toEqual([]);
    const tags = [...container.querySelectorAll("img, iframe, svg:not([viewBox]), form, details")];
    expect(tags).toEqual([]);
    expect(pwned).not.toHaveBeenCalled();
  });
});

describe("as HTML, when the script allows it", () => {
  test.each(ATTACKS)("%s", async (attack) => {
    const { container } = render(<Markdown source={`<b>start</b> ${attack}\n\n${attack}`} html />);
    await waitFor(() => expect(container.textContent).toContain("start"));
    expect(dangers(container)).toEqual([]);
    expect(pwned).not.toHaveBeenCalled();
  });
});

describe("HTML that is allowed", () => {
  async function draw(source: string): Promise<string> {
    const { container } = render(
      <Markdown source={`${source}\n\n<u>end</u>`} html anchors={false} />,
    );
    await screen.findByText("end");
    return insideOf(container.firstElementChild!).replace(/\s*<p><u>end<\/u><\/p>\s*$/, "");
  }

  test.each([
    ["a <b>c *d*</b>", "<p>a <b>c <em>d</em></b></p>"],
    [
      "<div class='k' id='i' style='color: red'>x</div>",
      '<div class="k" id="i" style="color: red;">x</div>',
    ],
    [
      ":red[<i>x</i>]",
      '<p><span class="stMarkdownColoredText" data-color="red"><i>x</i></span></p>',
    ],
    ["<a href='#x'>y</a>", '<p><a href="#x">y</a></p>'],
    [
      "<a href='http://x.y'>y</a>",
      `<p><a href="http://x.y" target="_blank" rel="noopener noreferrer">y</a></p>`,
    ],
    [
      "<details open><summary>s</summary>\n\n**t**\n\n</details>",
      '<details open=""><summary>s</summary>\n<p><strong>t</strong></p>\n</details>',
    ],
    [
      "| a |\n|-|\n| <u>b</u> |",
      "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><u>b</u></td></tr></tbody></table>",
    ],
    [
      "<iframe src='https://other.example/v'></iframe>",
      '<iframe src="https://other.example/v"></iframe>',
    ],
  ])("%s", async (source, expected) => {
    expect((await draw(source)).trim()).toBe(expected);
  });

  test("a style sheet applies while it is drawn", async () => {
    const replaced: string[] = [];
    class Sheet {
      replaceSync(text: string) {
        replaced.push(text);
      }
    }
    vi.stubGlobal("CSSStyleSheet", Sheet);
    document.adoptedStyleSheets = [];
    const { unmount } = render(
      <Markdown source={"<style>.k { color: red }</style>\n\n<b>end</b>"} html />,
    );
    await screen.findByText("end");
    expect(replaced).toEqual([".k { color: red }"]);
    expect(document.adoptedStyleSheets).toHaveLength(1);
    unmount();
    expect(document.adoptedStyleSheets).toHaveLength(0);
    vi.unstubAllGlobals();
  });
});

describe("time and depth", () => {
  const parts = [
    "[",
    "![",
    "*",
    "**a*b",
    "*a_",
    "_a_b",
    "`",
    "``a ",
    "<",
    "<a ",
    "<!--",
    "> ",
    "- ",
    "1. ",
    "> - ",
    "|",
    "|-|\n",
    "\\[",
    "[a](",
    "[[a](b)",
    ":red[",
    ":a:",
    "$a",
    "$$",
    "$a\\$",
    "$a$5 ",
    "$$\na\n",
    "a\n$$\n",
    "$\\$ ",
    "a@",
    "http://a.b/(",
    "  \n",
    "&#",
    "~a",
    "a\n=\n",
    "[^a]: b\n",
    "[^a] ",
    "a\n[^a]: ",
    "a\n \n",
    "[^a]: [^b]: ",
  ];

  /** Milliseconds of work, which unlike the clock do not count what else the machine does. */
  function workOf(task: () => void): number {
    const before = process.cpuUsage();
    task();
    return process.cpuUsage(before).user / 1000;
  }

  test.each(parts)("30 kB of %j", (part) => {
    const source = part.repeat(30_000 / part.length);
    expect(workOf(() => lexBlocks(source))).toBeLessThan(2000);
  });

  test("1 MB of prose", () => {
    const sentence = "Some **bold** words, a [link](http://a.b/c), :red[colour] and `code`. ";
    const source = (sentence.repeat(8) + "\n\n").repeat(1_000_000 / (sentence.length * 8));
    expect(workOf(() => lexBlocks(source))).toBeLessThan(4000);
  });

  test.each(["[", "*a_"])(
    "800 kB of %j in one line",
    (part) => {
      const source = part.repeat(800_000 / part.length);
      expect(workOf(() => lexBlocks(source))).toBeLessThan(4000);
    },
    60_000,
  );

  beforeAll(async () => {
    const { unmount } = render(<Markdown source={"a[^1]\n\n[^1]: n"} />);
    await screen.findByText("Footnotes"); // the list has a file of its own
    unmount();
  });

  test("20,000 more references in a paragraph, as issue 8 has them", () => {
    const text = (count: number) => `${"a[^1] ".repeat(count)}\n\n[^1]: n`;
    const grown = (count: number) => {
      const { container, rerender, unmount } = render(<Markdown source={text(1)} />);
      const work = workOf(() => rerender(<Markdown source={text(count)} />));
      expect(container.getElementsByTagName("p")[0]!.children).toHaveLength(count);
      unmount();
      return work;
    };
    // Four times as many: what grows with the square of their number takes sixteen times as long.
    expect(grown(20_000)).toBeLessThan(8 * grown(5_000));
  }, 60_000);

  test.each([
    [">", ""],
    ["- ", ""],
    [":red[", "]"],
    ["[", "](b)"],
    ["**a *b ", "*c**"],
  ])("%j nested 1,500 times is still drawn", (open, close) => {
    const source = `${open.repeat(1500)} deep ${close.repeat(1500)}`;
    const { container } = render(<Markdown source={source} />);
    expect(container.textContent).toContain("deep");
  });
});
