import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { componentOf, flaws } from "../../test/stage";
import metric from "./metric";

const Metric = componentOf(metric);
const text = (id: string) => screen.queryByTestId(id)?.textContent;

it("is a group by the name of its label, with its value, its change and help", async () => {
  const props = {
    label: "**Sales**",
    value: "12",
    delta: "-3",
    arrow: "down",
    color: "red",
  } as const;
  render(
    <Metric props={{ kind: "metric", ...props, help: "In *May*", delta_description: "a year" }} />,
  );
  expect(screen.getByRole("group", { name: "Sales" }).dataset.color).toBe("red");
  expect(text("stMetricValue")).toBe("12");
  expect(text("stMetricDelta")).toBe("-3");
  expect(text("stMetricDeltaDescription")).toBe("a year");
  expect(screen.getByRole("img", { name: "down" }).dataset.testid).toBe("stMetricDeltaIcon-Down");
  expect(screen.getByRole("button", { name: "Help for **Sales**" })).toBeTruthy();
  expect(await flaws()).toEqual([]);
});

it("keeps the name of one whose label is not shown, and shows neither icon nor help", () => {
  const props = {
    label: "Sales",
    value: "12",
    icon: "🔥",
    help: "x",
    label_visibility: "hidden",
  } as const;
  render(<Metric props={{ kind: "metric", ...props }} />);
  expect(screen.getByRole("group", { name: "Sales" })).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.queryByTestId("stMetricIcon")).toBeNull();
});

it.each([
  ["1234.567", "dollar", "$1,234.57"],
  ["-1234567.891", "accounting", "(1,234,567.89)"],
  ["1234.5", "%,d", "1,234"],
  ["70 °F", "dollar", "70 °F"],
  ["", "dollar", ""],
  ["1234.567", null, "1234.567"],
])("writes %j by %j as %j", (value, format, shown) => {
  render(<Metric props={{ kind: "metric", label: "a", value, format }} />);
  expect(text("stMetricValue")).toBe(shown);
});

it("draws a chart with gaps, and says what it shows", async () => {
  const chart_data = [1, 3, null, 2];
  const { rerender } = render(
    <Metric props={{ kind: "metric", label: "Rain", value: "2", chart_data }} />,
  );
  const chart = () => screen.getByRole("img", { name: "Rain: from 1 to 2, lowest 1, highest 3" });
  expect(chart().querySelectorAll(".st-sparkline-line")).toHaveLength(2);
  rerender(
    <Metric props={{ kind: "metric", label: "Rain", value: "2", chart_data, chart_type: "bar" }} />,
  );
  expect(chart().querySelectorAll("rect")).toHaveLength(3);
  expect(await flaws()).toEqual([]);
});

it("tells the number of a chart that is pointed at, as it is written", () => {
  const props = { label: "Rain", value: "2", chart_data: [10, 20, 30], format: "euro" };
  render(<Metric props={{ kind: "metric", ...props }} />);
  const chart = document.querySelector<HTMLElement>(".st-sparkline")!;
  chart.getBoundingClientRect = () => ({ left: 100, width: 200 }) as DOMRect;
  fireEvent.pointerMove(chart, { clientX: 190 });
  expect(document.querySelector(".st-sparkline-value")?.textContent).toBe("€20.00");
  fireEvent.pointerMove(chart, { clientX: 999 });
  expect(document.querySelector(".st-sparkline-value")?.textContent).toBe("€30.00");
  fireEvent.pointerLeave(chart);
  expect(document.querySelector(".st-sparkline-value")).toBeNull();
});
