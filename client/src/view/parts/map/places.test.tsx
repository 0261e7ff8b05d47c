import { expect, it } from "vitest";

import { boundsOf, saying } from "./bounds";
import { putCredits } from "./credits";
import { across, down, latitudeText, longitudeText, turned } from "./degrees";
import { pointAt } from "./finding";
import { pointsOf } from "./points";
import { scaleAt } from "./scale";
import { covers, padded, seen, type Reach } from "./seen";

const floats = (...values: number[]) => Float64Array.from(values);

it("counts longitudes from -180, however far around they are", () => {
  expect([-180, 179.5, 180, 190, 360, -190, 540].map(turned)).toEqual([
    -180, 179.5, -180, -170, 0, 170, -180,
  ]);
  expect([across(-180), across(0), down(0)]).toEqual([0, 0.5, 0.5]);
  expect(down(90)).toBeCloseTo(0);
  expect(down(-90)).toBeCloseTo(1);
});

it("writes degrees with their side, and nothing on the line between", () => {
  expect(latitudeText(48.856)).toBe("48.86° N");
  expect(latitudeText(-0.001)).toBe("0.00°");
  expect(longitudeText(-2.35, 1)).toBe("2.4° W");
  expect(longitudeText(190, 0)).toBe("170° W");
  expect(longitudeText(180, 0)).toBe("180°");
});

it.each([
  [[2, 13], [48, 52], { west: 2, east: 13, south: 48, north: 52 }],
  [[179, -179, 178], [-17, -18, -16], { west: 178, east: 181, south: -18, north: -16 }],
  [[5], [5], { west: 5, east: 5, south: 5, north: 5 }],
  [[-170, -60, 60, 170], [0, 0, 0, 0], { west: 60, east: 300, south: 0, north: 0 }],
])("finds the smallest box around %j", (longitudes, latitudes, box) => {
  expect(boundsOf(floats(...longitudes), floats(...latitudes))).toEqual(box);
});

it("says how many points there are, and where", () => {
  expect(saying(0, null)).toBe("Map without points");
  const box = { west: 2, east: 13, south: 48, north: 52 };
  expect(saying(1200, box)).toBe(
    "Map of 1,200 points between 48.00° N, 2.00° E and 52.00° N, 13.00° E",
  );
  expect(saying(1, { west: 2, east: 2, south: 1, north: 1 })).toBe(
    "Map of 1 point at 1.00° N, 2.00° E",
  );
});

it("leaves out points that have no place, and knows the rows of the others", () => {
  const points = pointsOf([floats(1, NaN, 3, 4), floats(1, 2, NaN, 190)], floats(7, 8, 9, 10));
  expect(points.count).toBe(2);
  expect([...points.longitudes]).toEqual([1, -170]);
  expect([...points.sizes!]).toEqual([7, 10]);
  expect([0, 1].map(points.rowOf)).toEqual([0, 3]);
});

it("finds the topmost point where one points at, by its size too", () => {
  const points = pointsOf([floats(0, 0, 10), floats(0, 0, 10)]);
  expect(pointAt(points, 100, 0.001, 0, 3)).toBe(1);
  expect(pointAt(points, 100, 5, 5, 3)).toBe(-1);
  expect(pointAt(points, 1e6, 15, 12, 3)).toBe(2);
  const beside = pointsOf([floats(0), floats(179.99)]);
  expect(pointAt(beside, 100, -179.99, 0, 3)).toBe(0);
});

const placesOf = (...spots: [number, number][]) =>
  Float32Array.from(spots.flatMap(([x, y]) => [x, y, 0, 0]));
const view: Reach = { left: 0.4, right: 0.6, top: 0.4, bottom: 0.6, zoom: 4 };

it("draws few of many points on one spot, the topmost, and none out of sight", () => {
  const same = Array.from({ length: 50 }, () => [0.5, 0.5] as [number, number]);
  expect([...seen(placesOf(...same), view, null)]).toEqual([47, 48, 49]);
  expect([...seen(placesOf([0.1, 0.5], [0.5, 0.5], [0.5, 0.9]), view, null)]).toEqual([1]);
  expect(seen(placesOf(...same), view, () => true)).toHaveLength(50);
});

it("draws what lies across the edge of the world", () => {
  const edge = { ...view, left: 0.9, right: 1.1 };
  expect([...seen(placesOf([0.05, 0.5], [0.95, 0.5], [0.5, 0.5]), edge, null)]).toEqual([0, 1]);
});

it("chooses anew only when one looks elsewhere", () => {
  const chosen = padded(view);
  expect(covers(chosen, view)).toBe(true);
  expect(covers(chosen, { ...view, zoom: 5 })).toBe(false);
  expect(covers(chosen, { ...view, left: 0.1, right: 0.3 })).toBe(false);
  expect(covers(null, view)).toBe(false);
});

it("has a bar of a round length", () => {
  expect(scaleAt(0, 0)).toEqual({ pixels: expect.closeTo(63.9, 1), text: "5,000 km" });
  expect(scaleAt(60, 14).text).toBe("200 m");
});

it("takes text and links of who made the map, and nothing that runs", () => {
  const box = document.createElement("div");
  putCredits(box, [
    '<a href="https://a.example" onclick="x()">© A</a> <img src=x onerror=x()>',
    '<a href="javascript:x()">B</a><script>x()</script>',
  ]);
  expect(box.outerHTML.slice(5, -6)).toBe(
    '<a href="https://a.example/" target="_blank" rel="noopener noreferrer">© A</a>  | B',
  );
});
