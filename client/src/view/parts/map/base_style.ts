/** Base style: the map below the points, which comes when it comes, and is tried for again. */

import type { LayerSpecification, Map as MapLibre, StyleSpecification } from "maplibre-gl";

/** How long to wait before the next try, in seconds; the last for all that follow. */
const PAUSES = [4, 15, 60, 300];

const PREFIX = "base:";

/** The sources and layers of a style, below all that is on the map. */
export class BaseStyle {
  #address: string | null = null;
  #tries = 0;
  #timer = 0;
  #control = new AbortController();
  #parts: { layers: string[]; sources: string[] } = { layers: [], sources: [] };
  #isLoaded = false;

  constructor(
    private readonly map: MapLibre,
    /** Told whether there is a base map, and whom it is of, in HTML. */
    private readonly tell: (isThere: boolean, credits: readonly string[]) => void,
  ) {
    map.on("sourcedata", ({ sourceId, isSourceLoaded }) => {
      if (!this.#parts.sources.includes(sourceId)) return;
      if (isSourceLoaded || map.getSource(sourceId)?.loaded()) this.#note();
    });
    map.on("error", (event) => {
      const { sourceId = "" } = event as { sourceId?: string };
      const isOurs = sourceId === "" || this.#parts.sources.includes(sourceId);
      // A tile may be missing; if there is nothing at all, another try is due.
      if (isOurs && this.#parts.sources.length > 0 && !this.#isLoaded) this.#fail();
    });
    addEventListener("online", this.#retry);
  }

  /** Show this style: an address, a style itself as JSON, or none. */
  show(style: string | null): void {
    if (style === this.#address) return;
    this.#address = style;
    this.#tries = 0;
    this.#load();
  }

  /** Let go of it all. */
  close(): void {
    removeEventListener("online", this.#retry);
    clearTimeout(this.#timer);
    this.#control.abort();
  }

  readonly #retry = () => {
    if (this.#isLoaded || !this.#address) return;
    this.#tries = 0;
    this.#load();
  };

  #load(): void {
    clearTimeout(this.#timer);
    this.#control.abort();
    this.#control = new AbortController();
    const address = this.#address;
    if (!address) return this.#clear();
    const { signal } = this.#control;
    fetched(address, signal).then(
      (style) => !signal.aborted && this.#put(style as StyleSpecification),
      () => !signal.aborted && this.#fail(),
    );
  }

  #fail(): void {
    clearTimeout(this.#timer);
    this.#clear();
    const pause = PAUSES[Math.min(this.#tries++, PAUSES.length - 1)]!;
    this.#timer = window.setTimeout(() => this.#load(), pause * 1000);
  }

  #clear(): void {
    const { layers, sources } = this.#parts;
    this.#parts = { layers: [], sources: [] };
    this.#isLoaded = false;
    for (const id of layers) if (this.map.getLayer(id)) this.map.removeLayer(id);
    for (const id of sources) if (this.map.getSource(id)) this.map.removeSource(id);
    this.tell(false, []);
  }

  #put(style: StyleSpecification): void {
    this.#clear();
    const { map } = this;
    const above = map.getStyle().layers[0]?.id ?? map.getLayersOrder()[0];
    try {
      if (style.glyphs) map.setGlyphs(style.glyphs);
      if (typeof style.sprite === "string") map.setSprite(style.sprite);
      else for (const { id, url } of style.sprite ?? []) map.addSprite(id, url);
      for (const [name, source] of Object.entries(style.sources ?? {})) {
        this.#parts.sources.push(PREFIX + name);
        map.addSource(PREFIX + name, source);
      }
      for (const layer of style.layers ?? []) {
        const own = { ...layer, id: PREFIX + layer.id } as LayerSpecification & { source?: string };
        if (own.source) own.source = PREFIX + own.source;
        this.#parts.layers.push(own.id);
        map.addLayer(own, above);
      }
    } catch {
      return this.#fail();
    }
    // One of plain colours has no sources to wait for.
    if (this.#parts.sources.length === 0 && this.#parts.layers.length > 0) this.#note();
  }

  #note(): void {
    this.#isLoaded = true;
    this.#tries = 0;
    const credits = this.#parts.sources.map((id) => {
      const source = this.map.getSource(id) as { attribution?: string } | undefined;
      return source?.attribution ?? "";
    });
    this.tell(true, [...new Set(credits.filter(Boolean))]);
  }
}

async function fetched(address: string, signal: AbortSignal): Promise<object> {
  if (address.startsWith("{")) return JSON.parse(address) as object;
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`the base map cannot be loaded: ${response.status}`);
  const style = (await response.json()) as StyleSpecification;
  // What it names may be relative to where it is.
  const whole = (part: unknown) =>
    typeof part === "string" && part ? resolved(part, response.url) : part;
  const sources = Object.entries(style.sources ?? {}).map(([name, source]) => {
    const { url, tiles } = source as { url?: string; tiles?: string[] };
    const own = { ...source } as Record<string, unknown>;
    if (url) own.url = whole(url);
    if (tiles) own.tiles = tiles.map(whole);
    return [name, own];
  });
  return {
    ...style,
    sources: Object.fromEntries(sources),
    glyphs: whole(style.glyphs),
    sprite: whole(style.sprite),
  };
}

/** Return a whole address; the names in braces that it has stay as they are. */
function resolved(address: string, base: string): string {
  return new URL(address, base).href.replaceAll("%7B", "{").replaceAll("%7D", "}");
}
