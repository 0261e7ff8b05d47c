import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import widget from "./code";
import { componentOf } from "../../test/stage";
import { insideOf } from "../../test/html";

const Code = componentOf(widget);

afterEach(() => vi.unstubAllGlobals());

function code(): HTMLElement {
  return screen.getByTestId("stCode").querySelector("code")!;
}

test("code is plain at first and then in colours, with the same text", async () => {
  const body = 'def f(x):\n    return "<&>" # é';
  render(<Code props={{ kind: "code", body, language: "python" }} />);
  expect(insideOf(code())).not.toContain("span");
  expect(code().textContent).toBe(body);
  await waitFor(() => expect(code().querySelector(".st-code-keyword")!.textContent).toBe("def"));
  expect(code().querySelector(".st-code-string")!.textContent).toBe('"<&>"');
  expect(code().textContent).toBe(body);
});

test.each([[null], ["no-such-language"], ["constructor"]])(
  "language %s is plain text",
  async (language) => {
    render(<Code props={{ kind: "code", body: "if (x) {}", language }} />);
    const { highlight } = await import("../view/parts/code/highlight");
    if (language) await highlight("if (x) {}", language);
    expect(insideOf(code())).toBe("if (x) {}");
  },
);

test("a language may go by another name", async () => {
  render(<Code props={{ kind: "code", body: "const x = 1", language: "JS" }} />);
  await waitFor(() => expect(code().querySelector(".st-code-keyword")!.textContent).toBe("const"));
});

test("lines are numbered beside the text, not in it", () => {
  render(<Code props={{ kind: "code", body: "a\n\nb\n", line_numbers: true }} />);
  const lines = [...code().querySelectorAll<HTMLElement>(".st-code-line")];
  expect(lines.map((line) => [line.dataset["line"], line.textContent])).toEqual([
    ["1", "a\n"],
    ["2", "\n"],
    ["3", "b\n"],
  ]);
});

test("a line that wraps may break between what has colours of its own", async () => {
  render(<Code props={{ kind: "code", body: 'f("a")', language: "python", wrap_lines: true }} />);
  await waitFor(() => expect(code().querySelector(".st-code-string")).not.toBeNull());
  expect(
    code().querySelector("wbr + span, :has(> wbr:last-child) + .st-code-string"),
  ).not.toBeNull();
});

test("lines that wrap go on further in than they began, and break where one would break them", () => {
  const body = 'if x:\n    a("b").c(d, e)\n\ty';
  render(<Code props={{ kind: "code", body, wrap_lines: true }} />);
  const lines = [...code().querySelectorAll<HTMLElement>(".st-code-line")];
  expect(lines.map((line) => line.style.getPropertyValue("--st-code-indent"))).toEqual([
    "0",
    "4",
    "4",
  ]);
  expect(insideOf(lines[1]!)).toContain('a(<wbr>"b")<wbr>.c(<wbr>d, e)');
  expect(lines.map((line) => line.textContent).join("")).toBe(`${body}\n`);
});

test("the button copies the whole text and says so", async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  render(<Code props={{ kind: "code", body: "a\nb", line_numbers: true }} />);
  fireEvent.click(screen.getByRole("button", { name: "Copy to clipboard" }));
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("Copied"));
  expect(writeText).toHaveBeenCalledWith("a\nb");
});
