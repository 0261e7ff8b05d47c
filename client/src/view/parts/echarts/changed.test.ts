import { expect, test } from "vitest";

import { changed } from "./changed";

test("only what is another than before is set", () => {
  const values = new Float64Array([1, 2]);
  const last = { xAxis: { min: 0 }, series: [{ data: values }] };
  expect(changed(last, { xAxis: { min: 0 }, series: [{ data: values }] })).toBeNull();
  expect(changed(last, { xAxis: { min: 1 }, series: [{ data: values }] })).toEqual({
    xAxis: { min: 1 },
  });
});

test("arrays of numbers are told apart without a look at what they hold", () => {
  const option = (data: Float64Array) => ({ series: [{ data }] });
  expect(changed(option(new Float64Array([1])), option(new Float64Array([1])))).not.toBeNull();
});

test("functions that were made again are others", () => {
  const option = () => ({ tooltip: { formatter: () => "" } });
  expect(changed(option(), option())).toHaveProperty("tooltip");
});
