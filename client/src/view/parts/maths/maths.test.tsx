// Alone: a formula is text only before what draws it was loaded.

import { render, screen, waitFor } from "@testing-library/react";
import { beforeAll, describe, expect, test } from "vitest";

import { flaws } from "../../../../test/stage";
import { InlineMarkdown, Markdown } from "../markdown";

/** Draw text, and return it with its formulas in double brackets, or in angle ones if set apart. */
function read(source: string, Drawn: typeof Markdown | typeof InlineMarkdown = Markdown): string {
  const { container } = render(<Drawn source={source} />);
  for (const formula of container.querySelectorAll(".katex")) {
    const text = formula.querySelector("annotation")!.textContent;
    const isApart = formula.parentElement!.classList.contains("katex-display");
    formula.replaceWith(isApart ? `<${text}>` : `[[${text}]]`);
  }
  return container.textContent;
}

test("a formula is text until what draws it has come", async () => {
  const { container } = render(<Markdown source="so $x^2$ is" />);
  expect(container.textContent).toBe("so x^2 is");
  await waitFor(() => expect(container.querySelector(".katex")).not.toBeNull());
});

describe("once it is there", () => {
  beforeAll(async () => {
    const { container, unmount } = render(<Markdown source="$x$" />);
    await waitFor(() => expect(container.querySelector(".katex")).not.toBeNull());
    unmount();
  });

  test.each([
    ["so $x^2$ is", "so [[x^2]] is"],
    ["$$x$$ and $$ y $$", "[[x]] and [[y]]"],
    ["**$x$** `$x$` ($x$)s", "[[x]] $x$ ([[x]])s"],
    ["$a*b$ and *c*, $a_b c_d$", "[[a*b]] and c, [[a_b c_d]]"],
    ["$x<y$ $a[b](c)$ $:smile:$", "[[x<y]] [[a[b](c)]] [[:smile:]]"],
    ["$\\$5$ of \\$x\\$", "[[\\$5]] of $x$"],
    ["- $a$\n\n| $b$ |\n|-|", "\n[[a]]\n\n[[b]]"],
    ["# $x$ of $5 and $10", "[[x]] of $5 and $10"],
  ])("%j has formulas", (source, text) => {
    expect(read(source)).toBe(text);
  });

  test.each([
    ["$5 and $10"],
    ["It costs $5, $6.50 or $10"],
    ["US$20,000 and US$30,000"],
    ["between $5-$10"],
    ["**$5** and **$10**"],
    ["$ x $"],
    ["$x\ny$"],
    ["$$"],
    ["$$\nx"],
  ])("%j has none", (source) => {
    expect(read(source)).toBe(source.replaceAll("*", ""));
  });

  test.each([
    ["costs $5 or $10, and $y$ holds", "costs $5 or $10, and [[y]] holds"],
    ["$y$ holds, for $5 or $10", "[[y]] holds, for $5 or $10"],
    ["$5 and $10\n\nthen $y$", "$5 and $10\nthen [[y]]"],
  ])("prices beside formulas stay text: %j", (source, text) => {
    expect(read(source)).toBe(text);
    expect(read(source.replace("\n\n", " "), InlineMarkdown)).toBe(text.replace("\n", " "));
  });

  test.each([
    ["$ x $ and $y$", "[[x]] and [[y]]"],
    ["$a\n= b$ and $y$", "[[a\n= b]] and [[y]]"],
  ])(
    "a text that has formulas may write them with space around or on two lines: %j",
    (source, text) => {
      expect(read(source)).toBe(text);
    },
  );

  test.each([
    ["$$\nx^2\n$$", "<x^2>"],
    ["a\n$$\nx\n\ny\n$$\nb", "a\n<x\n\ny>\nb"],
    ["> $$\n> x\n> $$", "\n<x>\n"],
    ["$$\\begin{aligned}\nx\\\\\ny\\end{aligned}$$", "<\\begin{aligned}\nx\\\\\ny\\end{aligned}>"],
  ])("%j stands on lines of its own", (source, text) => {
    expect(read(source)).toBe(text);
  });

  test("what is no formula is shown as it is written, with the reason", () => {
    const { container } = render(<Markdown source={"a $\\frac{$ b"} />);
    expect(container.textContent).toBe("a \\frac{ b");
    expect(screen.getByText("\\frac{").title).toContain("Unexpected end of input");
  });

  test("a command that there is not is shown among the rest", () => {
    const { container } = render(<Markdown source={"$\\foo + x$"} />);
    expect(container.querySelector(".katex-error")).toBeNull();
    expect(container.querySelector<HTMLElement>(".katex-html [style*=color]")!.textContent).toBe(
      "\\foo",
    );
  });

  test.each([
    ["nested", `${"{".repeat(4000)}x${"}".repeat(4000)}`],
    ["long", "x".repeat(20_000)],
    ["endless", "\\def\\a{\\a\\a}\\a"],
  ])("a %s formula holds nothing up", (_, source) => {
    const { container } = render(<Markdown source={`$$\n${source}\n$$`} />);
    expect(container.textContent).toBe(source);
  });

  test.each([
    "\\href{javascript:alert(1)}{x}",
    "\\includegraphics{http://a.b/c}",
    "\\htmlStyle{color:red}{x}",
  ])("%s leads nowhere", (source) => {
    const { container } = render(<Markdown source={`$${source}$`} />);
    expect(container.querySelector("a, img")).toBeNull();
  });

  test("a screen reader finds MathML, and no boxes", async () => {
    const { container } = render(<Markdown source={"# $\\frac{1}{2}$\n\n$$\nx\n$$"} />);
    expect(container.querySelector("math mfrac")).not.toBeNull();
    expect(container.querySelector(".katex-html")!.getAttribute("aria-hidden")).toBe("true");
    expect(await flaws()).toEqual([]);
  });
});
