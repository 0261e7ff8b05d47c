/** Layers of cells, tiles and ways on the earth. */

export {
  A5Layer,
  GeohashLayer,
  GreatCircleLayer,
  H3ClusterLayer,
  H3HexagonLayer,
  MVTLayer,
  QuadkeyLayer,
  S2Layer,
  TerrainLayer,
  Tile3DLayer,
  TileLayer,
  TripsLayer,
  _WMSLayer,
  _WMSLayer as WMSLayer,
} from "@deck.gl/geo-layers";
