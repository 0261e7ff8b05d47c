import type { Plugin } from "vite";

/** What deck.gl has that the page's policy forbids: to compile WebAssembly, which one layer asks for. */
export const deck: Plugin = {
  name: "deck",
  transform(_, id) {
    if (!/node_modules\/meshoptimizer\/.*decoder/.test(id)) return null;
    // As it says itself where there is none.
    return { code: "export const MeshoptDecoder = { supported: false };", map: null };
  },
};
