import { render, screen } from "@testing-library/react";
import axe from "axe-core";
import { expect, test } from "vitest";
import widget from "./placeholder";
import { componentOf } from "../../test/stage";

const Placeholder = componentOf(widget);
const sentence = "st.radio is not available in Ostinato yet; st.selectbox is the nearest";

test("a placeholder names what is not there, and shows what it was to say", async () => {
  const { container } = render(
    <main>
      <Placeholder props={{ kind: "placeholder", label: "*Color*", sentence }} />
    </main>,
  );
  expect(screen.getByRole("note").textContent).toBe(`Color${sentence}`);
  expect(container.querySelector("code")!.textContent).toBe("st.radio");
  const { violations } = await axe.run(container, {
    rules: { "color-contrast": { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("without a label there is the sentence alone", () => {
  render(<Placeholder props={{ kind: "placeholder", label: "", sentence }} />);
  expect(screen.getByRole("note").textContent).toBe(sentence);
});
