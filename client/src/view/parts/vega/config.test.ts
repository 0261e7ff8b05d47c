import { expect, it } from "vitest";

import type { Palette } from "../chart/palette";
import { configOf } from "./config";
import { compiled } from "./vega_library";

const PALETTE: Palette = {
  isDark: true,
  isForced: false,
  font: "serif",
  background: "black",
  raised: "black",
  text: "white",
  muted: "gray",
  border: "gray",
  grid: "gray",
  primary: "blue",
  categories: ["blue"],
  scale: ["black", "gray", "white"],
  ramp: ["black", "white"],
  diverging: ["black", "gray", "white"],
};

it("draws a legend of sizes in a colour that can be seen on any ground", () => {
  const spec = {
    data: { values: [{ a: 1, b: "x" }] },
    mark: "circle",
    encoding: {
      size: { field: "a", type: "quantitative" },
      color: { field: "b", type: "nominal" },
    },
  };
  const { legends } = compiled(spec, configOf(PALETTE, "transparent")) as {
    legends: { size?: string; encode?: { symbols: { update: { fill: object } } } }[];
  };
  const sizes = legends.find(({ size }) => size !== undefined);
  expect(sizes?.encode?.symbols.update.fill).toEqual({ value: "gray" });
});
