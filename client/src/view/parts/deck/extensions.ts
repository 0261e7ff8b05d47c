/** What layers can do beside what they are. */

export {
  BrushingExtension,
  ClipExtension,
  CollisionFilterExtension,
  DataFilterExtension,
  FillStyleExtension,
  Fp64Extension,
  MaskExtension,
  PathStyleExtension,
  _TerrainExtension,
  _TerrainExtension as TerrainExtension,
} from "@deck.gl/extensions";
