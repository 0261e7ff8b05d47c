import { expect, it } from "vitest";

import { between } from "./palette";

it("mixes two colors where the system has no others", () => {
  expect(between("rgb(0, 0, 0)", "rgb(255, 255, 255)", 25)).toBe("rgb(191, 191, 191)");
  expect(between("rgb(255, 255, 0)", "rgb(0, 0, 0)", 100)).toBe("rgb(255, 255, 0)");
});
