import { expect, it } from "vitest";

import { formatNumber } from "./numbers";

it.each([
  ["plain", 1234.5678, "1234.5678"],
  ["plain", 0.00012345, "0.00012345"],
  ["localized", 1234.5678, "1,234.568"],
  ["percent", 0.5, "50%"],
  ["percent", 1234.5678, "123,456.78%"],
  ["dollar", -1234.5678, "-$1,234.57"],
  ["euro", 0, "€0.00"],
  ["yen", 1234.5678, "¥1,235"],
  ["accounting", 1234.5678, "1,234.57"],
  ["accounting", -1234.5678, "(1,234.57)"],
  ["bytes", 0, "0B"],
  ["bytes", 1234.5678, "1.2KB"],
  ["bytes", -1234567, "-1.2MB"],
  ["bytes", 5e9, "5GB"],
  ["compact", 1234.5678, "1.2K"],
  ["compact", 1234567, "1.2M"],
  ["scientific", 1234.5678, "1.235E3"],
  ["scientific", 0.5, "5E-1"],
  ["engineering", 0.00012345, "123.45E-6"],
  ["engineering", 1234567, "1.235E6"],
  ["%.1f km", 3.14, "3.1 km"],
])("%s of %d is %s", (format, value, text) => {
  expect(formatNumber(value, format, "en-US")).toBe(text);
});

it("follows the reader's language", () => {
  expect(formatNumber(1234.5, "localized", "de-DE")).toBe("1.234,5");
});
