/** Layers of bodies. */

export { ScenegraphLayer, SimpleMeshLayer } from "@deck.gl/mesh-layers";
