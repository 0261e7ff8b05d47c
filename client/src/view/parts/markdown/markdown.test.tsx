import { render, screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { InlineMarkdown, Markdown } from ".";
import { insideOf } from "../../../../test/html";

/** Draw a text and give the HTML of the page, without what frames and anchors add. */
function html(source: string): string {
  const { container } = render(<Markdown source={source} anchors={false} />);
  return insideOf(container.firstElementChild!).replace(/ data-heading-text=""| id="_r_\w+_"/g, "");
}

function inline(source: string): string {
  return insideOf(render(<InlineMarkdown source={source} />).container.firstElementChild!);
}

const out = ' target="_blank" rel="noopener noreferrer"';

describe("CommonMark and tables", () => {
  test.each([
    ["plain words, 5 of them.", "<p>plain words, 5 of them.</p>"],
    ["a **b** *c* ~~d~~ `e`", "<p>a <strong>b</strong> <em>c</em> <del>d</del> <code>e</code></p>"],
    ["one\ntwo  \nthree\\\nfour", "<p>one\ntwo<br>three<br>four</p>"],
    ["one\n\ntwo", "<p>one</p><p>two</p>"],
    ["my_name_here and 2*3*4", "<p>my_name_here and 2<em>3</em>4</p>"],
    ["\\*no\\* \\:smile:", "<p>*no* :smile:</p>"],
    ["&copy; &#65; &lt;b&gt; &bogus;", "<p>© A &lt;b&gt; &amp;bogus;</p>"],
    ["&amp;lt; `&lt;`", "<p>&amp;lt; <code>&amp;lt;</code></p>"],
    ["- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"],
    ["3. x\n4. y", '<ol start="3"><li>x</li><li>y</li></ol>'],
    ["- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"],
    ["> q", "<blockquote><p>q</p></blockquote>"],
    ["---", "<hr>"],
    [
      "| a | b |\n|:-:|--:|\n| 1 | **2** |",
      '<div class="st-table"><table><thead><tr><th style="text-align: center;">a</th>' +
        '<th style="text-align: right;">b</th></tr></thead><tbody><tr>' +
        '<td style="text-align: center;">1</td><td style="text-align: right;">' +
        "<strong>2</strong></td></tr></tbody></table></div>",
    ],
    ["![alt](https://a.b/x.png 't')", '<p><img alt="alt" title="t" src="https://a.b/x.png"></p>'],
  ])("%j", (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  test("task lists are boxes that cannot be ticked", () => {
    render(<Markdown source={"- [ ] a\n- [x] b"} />);
    const [todo, done] = screen.getAllByRole<HTMLInputElement>("checkbox");
    expect([todo?.checked, todo?.disabled, done?.checked]).toEqual([false, true, true]);
  });

  test("code in a fence is a code block", () => {
    render(<Markdown source={"```python\nprint(1)\n```"} />);
    const block = screen.getByTestId("stMarkdownPre");
    expect(block.querySelector("code.language-python")!.textContent).toBe("print(1)");
  });
});

describe("links", () => {
  test.each([
    ["[l](https://a.b)", `<p><a href="https://a.b"${out}>l</a></p>`],
    ["[l](/x)", `<p><a href="/x"${out}>l</a></p>`],
    ["[l](#my-title)", '<p><a href="#my-title">l</a></p>'],
    ["[l](mailto:a@b)", `<p><a href="mailto:a@b"${out}>l</a></p>`],
    ["<https://a.b>", `<p><a href="https://a.b"${out}>https://a.b</a></p>`],
    ["www.a.com", `<p><a href="http://www.a.com"${out}>www.a.com</a></p>`],
    ["me@b.com.", `<p><a href="mailto:me@b.com"${out}>me@b.com</a>.</p>`],
    ["[x]: http://foo\n[x]", `<p><a href="http://foo"${out}>x</a></p>`],
    ["[l](http://a.b?x=1&amp;y=2)", `<p><a href="http://a.b?x=1&amp;y=2"${out}>l</a></p>`],
  ])("%j", (source, expected) => {
    expect(html(source)).toBe(expected);
  });
});

describe("colours, signs and formulas", () => {
  test.each([
    [":red[r]", '<p><span class="stMarkdownColoredText" data-color="red">r</span></p>'],
    [":grey[g]", '<p><span class="stMarkdownColoredText" data-color="gray">g</span></p>'],
    ["a:blue[b]c", '<p>a<span class="stMarkdownColoredText" data-color="blue">b</span>c</p>'],
    [
      ":blue-background[**b** [c]]",
      '<p><span class="stMarkdownColoredBackground" data-color="blue"><strong>b</strong> [c]</span></p>',
    ],
    [":red-badge[x]", '<p><span class="stMarkdownBadge" data-color="red">x</span></p>'],
    [
      ":red[a **b :blue[c]**]",
      '<p><span class="stMarkdownColoredText" data-color="red">a <strong>b ' +
        '<span class="stMarkdownColoredText" data-color="blue">c</span></strong></span></p>',
    ],
    [":small[s]", '<p><span class="st-small">s</span></p>'],
    [":red[open :unknown[x] :Red[x]", "<p>:red[open :unknown[x] :Red[x]</p>"],
    ["`:red[x]`", "<p><code>:red[x]</code></p>"],
    ["a -> b <- c <-> d", "<p>a → b ← c ↔ d</p>"],
    ["x -- y >= z <= w ~= v", "<p>x — y ≥ z ≤ w ≈ v</p>"],
    ["a->b a--b (->) --- `->`", "<p>a-&gt;b a--b (-&gt;) --- <code>-&gt;</code></p>"],
    ["**->** --", "<p><strong>→</strong> —</p>"],
    ["so $x^2$ is", "<p>so <code>x^2</code> is</p>"],
    ["$5 and $6", "<p>$5 and $6</p>"],
    ["\\$x$ $ y $", "<p>$x$ $ y $</p>"],
    ["$$\nx^2\n$$", '<pre class="st-maths"><code>x^2</code></pre>'],
    ["at 12:30:45, a:b:c", "<p>at 12:30:45, a:b:c</p>"],
  ])("%j", (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  test("emoji are shown by name, unknown names as they are", async () => {
    const { container } = render(<Markdown source=":smile::tada: :+1: :nothing: :smile:x" />);
    await waitFor(() => expect(container.textContent).toBe("😄🎉 👍 :nothing: :smile:x"));
  });
});

describe("icons", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("a symbol is one path, fetched by name", async () => {
    const fetch = vi.fn(async () => new Response('<svg><path d="M1-2h3z"/></svg>'));
    vi.stubGlobal("fetch", fetch);
    render(<Markdown source=":material/home: and :material/home:" />);
    await waitFor(() => {
      for (const icon of screen.getAllByRole("img", { name: "home icon" })) {
        expect(icon.querySelector("path")!.getAttribute("d")).toBe("M1-2h3z");
      }
    });
    expect(fetch.mock.calls.map((call) => String((call as unknown[])[0]))).toEqual([
      "http://localhost:3000/_stcore/icons/home.svg",
    ]);
  });

  test("a symbol that does not exist shows its name", async () => {
    vi.stubGlobal("fetch", async () => new Response("", { status: 404 }));
    const { container } = render(<Markdown source=":material/no_such:" />);
    await waitFor(() => expect(container.textContent).toBe("no_such"));
  });
});

describe("headings", () => {
  test.each([
    ["# My Title", "my-title"],
    ["# A & B", "a-and-b"],
    ["# C++ / C#", "c-c"],
    ["# hello_world", "hello-world"],
    ["# Ça été ñ", "ca-ete-n"],
    ["# Ärger Öl Straße", "aerger-oel-strasse"],
    ["# foo.bar-baz", "foo-bar-baz"],
    ["# camelCase", "camel-case"],
    ["# emoji 🎉 here", "emoji-here"],
    ["# h :material/home: icon", "h-home-icon"],
    ["# x with *emph* & `code`", "x-with-emph-and-code"],
    ["# -> head", "head"],
    ["# !!!", "302ac251"],
    ["# 日本語", "aece7aad"],
    ["term\n===", "term"],
  ])("%j is called %s in the address", (source, anchor) => {
    render(<Markdown source={source} />);
    expect(screen.getByRole("heading", { level: 1 }).id).toBe(anchor);
    expect(screen.getByRole("link", { name: "Link to heading" })).toHaveProperty("hash", `#${anchor}`);
  });

  test("the link is not part of the heading's name", () => {
    render(<Markdown source="## Some *words*" />);
    screen.getByRole("heading", { level: 2, name: "Some words" });
  });

  test("anchors can be left out", () => {
    render(<Markdown source="# a" anchors={false} />);
    expect(screen.queryByRole("link")).toBeNull();
    expect(screen.getByRole("heading").id).toBe("");
  });
});

describe("labels", () => {
  test.each([
    ["plain", "<p>plain</p>"],
    ["# h", "<p># h</p>"],
    ["- item", "<p>- item</p>"],
    ["1. item", "<p>1. item</p>"],
    ["> q\n\nsecond", "<p>&gt; q</p><p>second</p>"],
    ["**b** :red[r]", '<p><strong>b</strong> <span class="stMarkdownColoredText" data-color="red">r</span></p>'],
    ["<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"],
  ])("%j", (source, expected) => {
    expect(inline(source)).toBe(expected);
  });

  test("in a button a link is only its text", () => {
    render(<InlineMarkdown source="a [b](http://c)" links={false} />);
    expect(insideOf(screen.getByTestId("stMarkdownContainer"))).toBe("<p>a b</p>");
  });
});

test("axe finds nothing in a text with everything", async () => {
  const source =
    "# H\n\na **b** [l](http://a.b) `c` :red[r] :smile:\n\n- [ ] x\n\n1. y\n\n> q\n\n" +
    "| a |\n|-|\n| b |\n\n```python\nx = 1\n```\n\n![alt](http://a.b/c.png)\n\n---\n\n$$\nx\n$$";
  const { container } = render(<main><Markdown source={source} /></main>);
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
