import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import widget from "./caption";
import { componentOf } from "../../test/stage";
import { insideOf } from "../../test/html";

const Caption = componentOf(widget);

test("a caption is Markdown in a container of its own name", () => {
  render(<Caption props={{ kind: "caption", body: "a *b* <i>c</i>" }} />);
  screen.getByTestId("stMarkdown");
  expect(insideOf(screen.getByTestId("stCaptionContainer"))).toBe(
    "<p>a <em>b</em> &lt;i&gt;c&lt;/i&gt;</p>",
  );
});
