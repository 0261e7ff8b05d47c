import { render, screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { InlineMarkdown, Markdown } from ".";
import { insideOf } from "../../../../test/html";

/** Draw text and return the HTML of the page, without what frames and anchors add. */
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
    ["one\n\ntwo", "<p>one</p>\n<p>two</p>"],
    ["my_name_here and 2*3*4", "<p>my_name_here and 2<em>3</em>4</p>"],
    ["\\*no\\* \\:smile:", "<p>*no* :smile:</p>"],
    ["&copy; &#65; &lt;b&gt; &bogus;", "<p>© A &lt;b&gt; &amp;bogus;</p>"],
    ["&amp;lt; `&lt;`", "<p>&amp;lt; <code>&amp;lt;</code></p>"],
    ["- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>"],
    ["3. x\n4. y", '<ol start="3">\n<li>x</li>\n<li>y</li>\n</ol>'],
    ["- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"],
    ["> q", "<blockquote>\n<p>q</p>\n</blockquote>"],
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

  test.each([
    [
      "one\n\ntwo\n\n- a\n- b\n\n> q\n> r\n\n```\nc\n```\n\n1. x\n\n|a|\n|-|\n|1|\n\nend",
      "one\ntwo\n\na\nb\n\n\nq\nr\n\nc\n\nx\n\na1\nend",
    ],
    ["# h\np", "h\np"],
    ["- [x] done\n- last", "\n done\nlast\n"],
  ])(
    "the text of the page has a line break between blocks, as Streamlit's: %j",
    async (source, text) => {
      expect(render(<Markdown source={source} />).container.textContent).toBe(text);
      const { container } = render(<Markdown source={source} html />);
      await waitFor(() => expect(container.textContent).toBe(text));
    },
  );

  test("code in a fence is read at once, and then a code block as any other", async () => {
    render(<Markdown source={"```python\nprint(1)\n```"} />);
    const block = screen.getByTestId("stMarkdownPre");
    const code = () => insideOf(block.querySelector(".stCode pre")!).replace(/<\/?span.*?>/g, "");
    expect(code()).toBe('<code class="language-python">print(1)</code>');
    await screen.findByRole("button", { name: "Copy to clipboard" });
    expect(code()).toBe('<code class="language-python">print(1)</code>');
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

describe("colours and signs", () => {
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
    expect(screen.getByRole("link", { name: "Link to heading" })).toHaveProperty(
      "hash",
      `#${anchor}`,
    );
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

describe("footnotes", () => {
  const source =
    "a[^1] b[^Note] c[^1] d[^zz]\n[^1]: The *first*\ngoes on.\n[^note]: N[^3]\n\n    more\n[^3]: x\n[^4]: unused\n\nafter";

  beforeAll(async () => {
    const { unmount } = render(<Markdown source={source} />);
    await screen.findByText("Footnotes"); // the list has a file of its own
    unmount();
  });

  test("references are numbered in their order, and lead to the notes and back", () => {
    render(<Markdown source={source} />);
    const refs = screen.getAllByRole("link").filter((link) => link.dataset["footnoteRef"]);
    expect(refs.map(({ textContent }) => textContent)).toEqual(["1", "2", "1", "3"]);
    const notes = screen.getAllByRole("listitem");
    expect(notes.map((note) => `#${note.id}`)).toEqual(
      [refs[0]!, refs[1]!, refs[3]!].map((ref) => ref.getAttribute("href")),
    );
    const back = screen.getByRole("link", { name: "Back to reference 1-2" });
    expect(back.getAttribute("href")).toBe(`#${refs[2]!.id}`);
  });

  test("the text is that of Streamlit's", async () => {
    const text =
      "a1 b2 c1 d[^zz]\nafter\nFootnotes\n\n\nThe first\ngoes on. ↩ ↩2\n\n\nN3\nmore ↩\n\n\nx ↩\n\n\n";
    expect(render(<Markdown source={source} />).container.textContent).toBe(text);
    const { container } = render(<Markdown source={source} html />);
    await waitFor(() => expect(container.textContent).toBe(text));
  });

  test("a table may refer to a note", () => {
    expect(
      render(<Markdown source={"|a[^1]|\n|-|\n|b[^1]|\n\n[^1]: n"} />).container.textContent,
    ).toContain("a1b1\nFootnotes");
  });

  test("where HTML is allowed it is in notes too, with the way back behind the last word", async () => {
    const { container } = render(
      <Markdown source={"a[^1]\n\n[^1]: the <i>note</i>\n\n    <b>more</b>"} html />,
    );
    await screen.findByText("note");
    const [first, last] = container.querySelectorAll("li p");
    expect(insideOf(first!)).toBe("the <i>note</i>");
    expect(insideOf(last!)).toMatch(/^<b>more<\/b> <a .*↩<\/a>$/);
  });

  test.each([false, true])(
    "in a link a reference is no link of its own, with HTML: %s",
    async (html) => {
      const { container } = render(
        <Markdown source={"[a[^1]](http://x.y)\n\n[^1]: n"} html={html} />,
      );
      const link = await screen.findByRole("link", { name: "a1" });
      expect(link.querySelector("a")).toBeNull();
      const back = screen.getByRole("link", { name: "Back to reference 1" });
      expect(
        container.querySelector(`[id="${back.getAttribute("href")!.slice(1)}"]`)?.textContent,
      ).toBe("1");
    },
  );

  test("two texts of a page do not share their notes", () => {
    const { container } = render(
      [1, 2].map((key) => <Markdown key={key} source={"a[^1]\n\n[^1]: n"} />),
    );
    const ids = [...container.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    ["a[^1]", "<p>a[^1]</p>"],
    ["[^1]: nobody refers to it", ""],
    ["`[^1]`\n\n[^1]: n", "<p><code>[^1]</code></p>"],
    ["[^1](http://a)\n\n[^1]: n", `<p><a href="http://a"${out}>^1</a></p>`],
  ])("%j has none", (text, expected) => {
    expect(html(text)).toBe(expected);
  });
});

test(":streamlit: is a logo that has a name", async () => {
  render(<Markdown source="x :streamlit: y" />);
  await screen.findByRole("img", { name: "Ostinato logo" });
  expect(screen.getByTestId("stMarkdownContainer").textContent).toBe("x  y");
});

describe("labels", () => {
  test.each([
    ["plain", "<p>plain</p>"],
    ["# h", "<p># h</p>"],
    ["- item", "<p>- item</p>"],
    ["1. item", "<p>1. item</p>"],
    ["> q\n\nsecond", "<p>&gt; q</p>\n<p>second</p>"],
    [
      "**b** :red[r]",
      '<p><strong>b</strong> <span class="stMarkdownColoredText" data-color="red">r</span></p>',
    ],
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
    "# H\n\na **b**[^1] :streamlit: [l](http://a.b) `c` :red[r] :smile:\n\n- [ ] x\n\n1. y\n\n> q\n\n" +
    "| a |\n|-|\n| b |\n\n```python\nx = 1\n```\n\n![alt](http://a.b/c.png)\n\n---\n\n$$\nx\n$$\n\n[^1]: n";
  const { container } = render(
    <main>
      <Markdown source={source} />
    </main>,
  );
  const { violations } = await axe.run(container, {
    rules: { "color-contrast": { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
