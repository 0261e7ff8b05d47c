import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import widget from "./exception";
import { componentOf } from "../../test/stage";

const Exception = componentOf(widget);

const trace = [
  '  File "app.py", line 2, in <module>\n    f()\n',
  '  File "app.py", line 1, in f\n    1 / 0\n',
];

afterEach(() => vi.unstubAllGlobals());

test("an exception shows type, message and the frames that failed", () => {
  render(
    <Exception
      props={{ kind: "exception", type: "ValueError", message: "bad **thing**\nhere", trace }}
    />,
  );
  expect(screen.getByRole("alert").parentElement).toBe(screen.getByTestId("stException"));
  expect(screen.getByTestId("stExceptionMessage").textContent).toBe(
    "ValueError: bad **thing**\nhere",
  );
  const rows = screen.getAllByTestId("stExceptionTraceRow").map((row) => row.textContent);
  expect(rows).toEqual([
    'File "app.py", line 2, in <module>\n    f()',
    'File "app.py", line 1, in f\n    1 / 0',
  ]);
});

test("a hint stands below the message, and is not copied with the error", () => {
  render(
    <Exception
      props={{ kind: "exception", type: "NameError", hint: "add: import streamlit as st" }}
    />,
  );
  expect(screen.getByTestId("stExceptionHint").textContent).toBe(
    "Hint: add: import streamlit as st",
  );
  expect(screen.getByTestId("stExceptionMessage").textContent).toBe("NameError");
});

test("without frames there is nothing to unfold", () => {
  const { container } = render(<Exception props={{ kind: "exception", type: "KeyError" }} />);
  expect(screen.getByTestId("stExceptionMessage").textContent).toBe("KeyError");
  expect(container.querySelector("details")).toBeNull();
});

test("a message may be Markdown", () => {
  render(
    <Exception
      props={{ kind: "exception", type: "E", message: "use `key=`", is_markdown: true }}
    />,
  );
  expect(screen.getByTestId("stExceptionMessage").querySelector("code")!.textContent).toBe("key=");
});

test("the button copies what Python would print", async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  render(
    <Exception props={{ kind: "exception", type: "ZeroDivisionError", message: "no", trace }} />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Copy to clipboard" }));
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("Copied"));
  expect(writeText.mock.calls).toEqual([
    [`Traceback (most recent call last):\n${trace.join("")}ZeroDivisionError: no`],
  ]);
});
