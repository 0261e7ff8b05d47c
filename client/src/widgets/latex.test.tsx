import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Latex } from "../core/wire.gen";
import latex from "./latex";

const stage = (props: Partial<Latex>) =>
  stageWidget(latex, { kind: "latex", body: "\\frac{1}{2}", ...props }, null);

it("draws a formula on a line of its own, where st.markdown draws text", async () => {
  const { container } = stage({});
  await waitFor(() => expect(container.querySelector(".katex-display math")).not.toBeNull());
  expect(screen.getByTestId("stMarkdown").contains(container.querySelector(".katex"))).toBe(true);
});

it("follows the script", async () => {
  const { container, rerun } = stage({});
  await waitFor(() => expect(container.querySelector(".katex")).not.toBeNull());
  rerun({ body: "x^2" });
  expect(container.querySelector("annotation")!.textContent).toBe("x^2");
  rerun({ body: "\\frac{" });
  expect(container.textContent).toBe("\\frac{");
  rerun({ body: "y" });
  expect(container.querySelector("annotation")!.textContent).toBe("y");
});

it("has help that the keyboard reaches", async () => {
  const { user } = stage({ help: "Half of *one*" });
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Help for Formula" }));
  expect(await flaws()).toEqual([]);
});
