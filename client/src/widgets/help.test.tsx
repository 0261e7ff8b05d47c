import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import widget from "./help";
import { componentOf } from "../../test/stage";

const Help = componentOf(widget);

test("an object is told by name, type, signature, docstring and members", () => {
  render(
    <Help
      props={{
        kind: "help",
        name: "app.Thing",
        type: "type",
        value: "Thing(x)",
        doc: "One thing.\n\n  <b>indented</b>",
        members: [
          { name: "go", type: "function", doc: "Go there." },
          { name: "x", type: "int" },
        ],
      }}
    />,
  );
  expect(screen.getByTestId("stHelpName").textContent).toBe("app.Thing");
  expect(screen.getByTestId("stHelpType").textContent).toBe("type");
  expect(screen.getByTestId("stHelpValue").textContent).toBe("Thing(x)");
  expect(screen.getByTestId("stHelpDoc").textContent).toBe("One thing.\n\n  <b>indented</b>");
  const rows = screen.getAllByTestId("stHelpMember").map((row) => row.textContent);
  expect(rows).toEqual(["go functionGo there.", "x int"]);
});

test("what an object lacks is left out", () => {
  render(<Help props={{ kind: "help", name: null, type: "int", value: "3" }} />);
  expect(screen.queryByTestId("stHelpName")).toBeNull();
  expect(screen.getByTestId("stHelpDoc").textContent).toBe("No docs available");
  expect(screen.queryByTestId("stHelpMembersTable")).toBeNull();
});
