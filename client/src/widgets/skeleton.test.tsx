import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { componentOf, flaws } from "../../test/stage";
import skeleton from "./skeleton";

const Skeleton = componentOf(skeleton);
const drawn = () => screen.getByTestId("stSkeletonElement");
const frame = () => screen.getByTestId("stElementContainer");

it("has the size that is asked for, and is nothing to those who do not see it", async () => {
  const { rerender } = render(<Skeleton props={{ kind: "skeleton", height: 50, width: 100 }} />);
  expect(drawn().style.height).toBe("50px");
  expect(frame().style.width).toBe("100px");
  expect(drawn().hasAttribute("data-waits")).toBe(false);
  rerender(<Skeleton props={{ kind: "skeleton", height: "stretch", waits: true }} />);
  expect(frame().className).toContain("st-height-stretch");
  expect(drawn().hasAttribute("data-waits")).toBe(true);
  expect(screen.queryByRole("status")).toBeNull();
  expect(await flaws()).toEqual([]);
});
