import { expect, it } from "vitest";

import { clockOf } from "./times";

it.each([null, "UTC", "+05:30", "America/New_York", "Europe/Berlin", "Asia/Tokyo"])(
  "there and back again is the same moment: %s",
  (zone) => {
    const clock = clockOf(zone);
    // All hours of two weeks around the change of clocks.
    for (let hour = 0; hour < 336; hour += 5) {
      const at = Date.UTC(2024, 10, 4) + hour * 3_600_000;
      expect(clock.told(clock.shown(at))).toBe(at);
    }
  },
);
