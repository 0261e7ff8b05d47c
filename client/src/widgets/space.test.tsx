import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { componentOf } from "../../test/stage";
import type { Space as Props } from "../core/wire.gen";
import space from "./space";

const Space = componentOf(space);

it.each([
  ["small", "0 0 0.75rem"],
  ["xxlarge", "0 0 8rem"],
  [20, "0 0 20px"],
  ["stretch", "1 1 0%"],
] as [Props["size"], string][])(
  "of size %j takes its room along the way of elements",
  (size, flex) => {
    render(<Space props={{ kind: "space", size }} />);
    expect(screen.getByTestId("stElementContainer").style.flex).toBe(flex);
    expect(screen.getByTestId("stSpace").textContent).toBe("");
  },
);
