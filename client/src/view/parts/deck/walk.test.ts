import { expect, it } from "vitest";

import { countOf, foundAt, placeOf, type Walked } from "./walk";

class ScatterplotLayer implements Walked {
  static layerName = "ScatterplotLayer";
  readonly props: Readonly<Record<string, unknown>>;
  constructor(
    readonly id: string,
    props: Record<string, unknown>,
  ) {
    this.props = { pickable: true, ...props };
  }
}

class HexagonLayer extends ScatterplotLayer {
  static override layerName = "HexagonLayer";
}

const [one, two, three] = [{ at: [1, 2] }, { at: [3, 4, 5] }, { at: null }];
const at = (object: { at: unknown }) => object.at;

it("goes through the objects of all layers that can be picked", () => {
  const layers = [
    new ScatterplotLayer("still", { pickable: false, data: [one] }),
    new ScatterplotLayer("points", { data: [one, two] }),
    new ScatterplotLayer("away", { visible: false, data: [one] }),
    new HexagonLayer("sums", { data: [one] }),
    new ScatterplotLayer("shapes", { data: { type: "FeatureCollection", features: [three] } }),
    new ScatterplotLayer("loading", { data: "https://example.com" }),
  ];
  expect(countOf(layers)).toBe(3);
  expect([0, 1, 2].map((place) => foundAt(layers, place)!.object)).toEqual([one, two, three]);
  expect(foundAt(layers, 1)).toMatchObject({ index: 1, layer: { id: "points" } });
  expect(foundAt(layers, 2)).toMatchObject({ index: 0, layer: { id: "shapes" } });
  expect(foundAt(layers, 3)).toBe(null);
});

const line = [
  [0, 0],
  [2, 8],
];

it.each([
  [{ getPosition: at }, one, [1, 2, 0]],
  [{ getPosition: at }, two, [3, 4, 5]],
  [{ getPosition: at }, three, null],
  [{ getSourcePosition: () => [0, 0], getTargetPosition: () => [4, 2] }, one, [2, 1, 0]],
  [{ getPath: () => line }, one, [1, 4, 0]],
  [{ getPolygon: () => [line] }, one, [1, 4, 0]],
  [{}, { geometry: { type: "MultiPolygon", coordinates: [[line]] } }, [1, 4, 0]],
  [{ getHexagon: () => "88" }, one, null],
  [{ getPosition: (row: { no: { at: unknown } }) => row.no.at }, one, null],
])("finds where an object of %o is", (props, object, place) => {
  const layer = new ScatterplotLayer("layer", { ...props, data: [object] });
  expect(placeOf({ layer, index: 0, object })).toEqual(place);
});
