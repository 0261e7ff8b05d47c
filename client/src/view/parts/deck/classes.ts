/** Classes: what a deck may name, each family loaded when one of it is named. */

import {
  COORDINATE_SYSTEM,
  FirstPersonView,
  MapView,
  OrbitView,
  OrthographicView,
  _GlobeView as GlobeView,
  AmbientLight,
  DirectionalLight,
  LightingEffect,
  PointLight,
} from "@deck.gl/core";
import * as common from "@deck.gl/layers";

export type Classes = Record<string, new (props: Record<string, unknown>) => unknown>;

const VIEWS = {
  MapView,
  FirstPersonView,
  OrbitView,
  OrthographicView,
  GlobeView,
  _GlobeView: GlobeView,
};

const EFFECTS = { AmbientLight, DirectionalLight, LightingEffect, PointLight };

/** Families by the names that lead to them, and their older names. */
const FAMILIES: readonly [names: RegExp, load: () => Promise<object>][] = [
  [
    /^(Hexagon|Grid|CPUGrid|GPUGrid|ScreenGrid|Heatmap|Contour)Layer$/,
    async () => {
      const all = await import("./aggregation");
      return { ...all, CPUGridLayer: all.GridLayer, GPUGridLayer: all.GridLayer };
    },
  ],
  [
    /^(GreatCircle|S2|Quadkey|Geohash|Tile|Trips|H3Cluster|H3Hexagon|Tile3D|Terrain|MVT|_?WMS|A5)Layer$/,
    () => import("./geo"),
  ],
  [/^(SimpleMesh|Scenegraph)Layer$/, () => import("./mesh")],
  [/Extension$/, () => import("./extensions")],
];

export const ENUMERATIONS = { COORDINATE_SYSTEM };

/** Return the classes of these names; the answer has no entry for what there is not. */
export async function classesOf(names: ReadonlySet<string>): Promise<Classes> {
  const needed = FAMILIES.filter(([pattern]) => [...names].some((name) => pattern.test(name)));
  const families = await Promise.all(needed.map(([, load]) => load()));
  const all = Object.assign({}, common, VIEWS, EFFECTS, ...families) as Classes;
  return Object.fromEntries([...names].filter((name) => all[name]).map((n) => [n, all[n]!]));
}

/** Return the types that a specification names. */
export function typesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) typesIn(each, found);
  else if (value && typeof value === "object")
    for (const [key, each] of Object.entries(value)) {
      if (key === "@@type" && typeof each === "string") found.add(each);
      else typesIn(each, found);
    }
  return found;
}
