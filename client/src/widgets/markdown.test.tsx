import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import widget from "./markdown";
import { componentOf } from "../../test/stage";
import { insideOf } from "../../test/html";

const Markdown = componentOf(widget);

test("markdown is drawn in Streamlit's structure", () => {
  render(<Markdown props={{ kind: "markdown", body: "a **b**" }} />);
  const element = screen.getByTestId("stMarkdown");
  expect(element.className).toBe("stMarkdown");
  expect(insideOf(screen.getByTestId("stMarkdownContainer"))).toBe("<p>a <strong>b</strong></p>");
});

test("HTML is text unless the script allows it", () => {
  render(<Markdown props={{ kind: "markdown", body: "<b>x</b>" }} />);
  expect(screen.getByTestId("stMarkdownContainer").textContent).toBe("<b>x</b>");
});

test("the help sign follows the last word", () => {
  render(<Markdown props={{ kind: "markdown", body: "- one\n- two", help: "More" }} />);
  const sign = screen.getByRole("button", { name: /help/i });
  expect(sign.closest("li")!.textContent).toMatch(/^two /);
});

test("help is shown even beside nothing", () => {
  render(<Markdown props={{ kind: "markdown", body: "", help: "More" }} />);
  screen.getByRole("button", { name: /help/i });
});
