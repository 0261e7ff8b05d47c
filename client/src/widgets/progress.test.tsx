import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { componentOf, flaws } from "../../test/stage";
import progress from "./progress";

const Progress = componentOf(progress);
const bar = (name: string) => screen.getByRole("progressbar", { name });

it("says how far it is, by the name of its text", async () => {
  const { rerender } = render(
    <Progress props={{ kind: "progress", value: 30, text: "**Three** of ten" }} />,
  );
  expect(bar("Three of ten").getAttribute("aria-valuenow")).toBe("30");
  expect(bar("Three of ten").getAttribute("aria-valuetext")).toBe("30%");
  expect(document.querySelector<HTMLElement>(".st-progress-bar")!.style.width).toBe("30%");
  expect(await flaws()).toEqual([]);
  rerender(<Progress props={{ kind: "progress", value: 100 }} />);
  expect(bar("progress").getAttribute("aria-valuenow")).toBe("100");
  expect(await flaws()).toEqual([]);
});
