import { expect, it } from "vitest";

import { spaceLabels } from "./space_labels";

it.each([
  ["stands above its spot", [[50, 20]], [40]],
  ["stays inside at the left", [[0, 20]], [0]],
  ["stays inside at the right", [[100, 20]], [80]],
  [
    "leaves another in peace",
    [
      [20, 20],
      [80, 20],
    ],
    [10, 70],
  ],
  [
    "moves apart from another",
    [
      [50, 20],
      [54, 20],
    ],
    [30, 54],
  ],
  [
    "moves apart inside at the left",
    [
      [0, 20],
      [4, 20],
    ],
    [0, 24],
  ],
  [
    "moves apart inside at the right",
    [
      [98, 20],
      [100, 20],
    ],
    [56, 80],
  ],
])("a label %s", (_claim, spots, lefts) => {
  const given = spots.map(([centre, width]) => ({ centre: centre!, width: width! }));
  expect(spaceLabels(given, 100, 4)).toEqual(lefts);
});
