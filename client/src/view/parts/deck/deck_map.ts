/** Deck map: what deck.gl draws, on a map or in a space of its own. */

import { Deck, log, type DeckProps, type Layer, type PickingInfo } from "@deck.gl/core";
import { JSONConverter } from "@deck.gl/json";
import { MapboxOverlay } from "@deck.gl/mapbox";
import { log as lumaLog } from "@luma.gl/core";

import type { PydeckChart } from "../../../core/wire.gen";
import { wordsOf } from "../../../lib/words";
import { insist } from "../../registry";
import type { MapState } from "../map/frame";
import { Ground, NoDrawing } from "../map/ground";
import { Keys } from "../map/keys";
import { Tip, wordsIn } from "../map/tip";
import { clicked, isEmpty, NOTHING, type Choice } from "./choice";
import { classesOf, ENUMERATIONS, typesIn, type Classes } from "./classes";
import { dimmed, renamed, type Kind } from "./dimming";
import { rowsOf } from "./rows";
import { dress, prepare, tipOf, type TipOptions } from "./tips";
import { countOf, foundAt, placeOf, type Found } from "./walk";

// What is wrong is said in place of the chart; of what is old the author is not in the browser.
log.enable(false);
lumaLog.enable(false);

type Json = Record<string, unknown>;

/** How large the ring around an object is, in pixels. */
const RING = 10;

/** What is drawn on: a map below, or a view of its own. */
interface Stage {
  readonly box: HTMLElement;
  readonly ground: Ground | null;
  draw(props: Json): void;
  canvas(): HTMLCanvasElement | null;
  /** What has the focus while keys are pressed. */
  readonly target: HTMLElement;
  setLabel(label: string): void;
  /** Have a place in sight, and return where it is in the box. */
  see(place: readonly number[]): { x: number; y: number } | null;
  remove(): void;
}

export class DeckMap {
  #props: PydeckChart | null = null;
  #choice: Choice = NOTHING;
  #spec: Json = {};
  #rows = new Map<string, unknown>();
  #classes: Classes = {};
  #stage: Stage | null = null;
  #tip: Tip | null = null;
  #keys: Keys | null = null;
  #layers: readonly Layer[] = [];
  /** What the keys have come to. */
  #found: Found | null = null;
  #shown = "";
  #control = new AbortController();

  constructor(
    private readonly host: HTMLElement,
    private readonly tell: (state: MapState) => void,
    private readonly choose: (choice: Choice) => void,
  ) {}

  /** Show what the script says now. */
  update(props: PydeckChart): void {
    const before = this.#props;
    this.#props = props;
    const isSame =
      before?.spec === props.spec &&
      keysOf(before).join() === keysOf(props).join() &&
      JSON.stringify(before.tooltip) === JSON.stringify(props.tooltip);
    if (isSame) {
      if (this.#stage) this.#draw();
      return;
    }
    this.#control.abort();
    this.#control = new AbortController();
    const { signal } = this.#control;
    const spec = JSON.parse(props.spec) as Json;
    const types = typesIn(spec);
    const load = () =>
      Promise.all([
        classesOf(types),
        Promise.all(props.data.map((each) => rowsOf(each, signal))),
        prepare(props.tooltip as TipOptions),
      ] as const);
    const take = ([classes, rows]: Awaited<ReturnType<typeof load>>) => {
      const missing = [...types].filter((type) => !classes[type]);
      if (missing.length > 0) return this.#fail(unknown(missing));
      this.#take(spec, classes, rows);
    };
    const stop = insist(load, take, (error) => this.#fail(error));
    signal.addEventListener("abort", stop);
  }

  /** Show what is selected. */
  select(choice: Choice): void {
    const isNew = JSON.stringify(choice.indices) !== JSON.stringify(this.#choice.indices);
    this.#choice = choice;
    if (isNew && this.#stage) this.#draw();
  }

  /** Take the colours of the page as they are now. */
  recolor(): void {
    this.#stage?.ground?.recolor();
    this.#base();
  }

  async picture(): Promise<HTMLCanvasElement | null> {
    const stage = this.#stage;
    const canvas = stage?.canvas() ?? null;
    return stage?.ground ? stage.ground.picture(() => (canvas ? [canvas] : [])) : canvas;
  }

  remove(): void {
    this.#control.abort();
    this.#stage?.remove();
    this.#stage = null;
  }

  /** Show what has come. */
  #take(spec: Json, classes: Classes, rows: readonly unknown[]): void {
    const props = this.#props!;
    const layers = (spec.layers ?? []) as Json[];
    this.#spec = spec;
    this.#classes = classes;
    this.#rows = new Map(
      props.data.map(({ place }, number) => [String(layers[place]?.id), rows[number]]),
    );
    try {
      this.#draw();
    } catch (error) {
      return this.#fail(error);
    }
    this.tell({ label: labelOf(props, layers), isReady: true, problem: null });
  }

  #draw(): void {
    const props = this.#props!;
    const { views, layers, initialViewState, ...rest } = this.#converted();
    const view = JSON.stringify([this.#spec.views, this.#spec.initialViewState]);
    const isMap = isOnMap(this.#spec);
    if (this.#stage && (this.#stage.ground !== null) !== isMap) {
      this.#stage.remove();
      this.#stage = null;
    }
    if (!this.#stage) {
      this.#stage = isMap
        ? onGround(this.host, props.has_ground)
        : alone(this.host, { views, initialViewState });
      this.#tip = new Tip(this.#stage.box);
      this.#keys = new Keys(this.#stage.target, this.#stage.box, {
        count: () => countOf(this.#layers),
        go: (place) => this.#go(place),
        select: () => this.#found && this.#select(this.#found),
        leave: (clears) => this.#leave(clears),
      });
      this.#shown = isMap ? "" : view;
    }
    if (view !== this.#shown) {
      this.#shown = view;
      if (isMap) look(this.#stage.ground!, (initialViewState ?? {}) as Json);
      else this.#stage.draw({ views, initialViewState });
    }
    this.#base();
    this.#layers = (layers ?? []) as Layer[];
    this.#stage.setLabel(props.alt ?? labelOf(props, (this.#spec.layers ?? []) as Json[]));
    this.#stage.draw({
      ...rest,
      layers,
      onHover: (info: PickingInfo) => this.#hover(info),
      onClick: (info: PickingInfo) => this.#click(info),
      onError: (error: Error, layer?: Layer) => this.#fail(error, layer),
    });
  }

  #converted(): Json {
    const converter = new JSONConverter({
      configuration: {
        classes: this.#classes,
        enumerations: ENUMERATIONS,
        preProcessClassProps: (kind: unknown, props: Json) => {
          const id = String(props.id);
          const own = renamed(kind as Kind, props);
          const whole = this.#rows.has(id) ? { ...own, data: this.#rows.get(id) } : own;
          const isChoosable = this.#props!.mode !== null && props.pickable === true;
          const shown = isChoosable ? dimmed(kind as Kind, whole, this.#choice) : whole;
          return this.#found?.layer.id === id
            ? { ...shown, highlightedObjectIndex: this.#found.index }
            : shown;
        },
      },
      onJSONChange: () => {},
    });
    return converter.convert(this.#spec) as Json;
  }

  #base(): void {
    const ground = this.#stage?.ground;
    const styles = this.#props?.styles;
    if (!ground || !styles) return;
    const isFixed = styles[0] === styles[1] && styles[0] !== "" && !styles[0].startsWith("{");
    ground.setScheme(isFixed ? (/dark/i.test(styles[0]) ? "dark" : "light") : null);
    const style = styles[ground.palette.isDark ? 1 : 0];
    ground.showBase(style || null);
  }

  #hover({ object, layer, x, y }: PickingInfo): void {
    const tip = this.#tip;
    const options = this.#props?.tooltip as TipOptions;
    if (!tip) return;
    const canvas = this.#stage?.ground?.map.getCanvas();
    if (canvas) canvas.style.cursor = object ? "pointer" : "";
    const parts = object && layer ? tipOf(options, object as object) : [];
    if (parts.length === 0) return tip.hide();
    dress(tip.box, options);
    tip.show(parts, x, y);
  }

  #click({ index, object, layer }: PickingInfo): void {
    // Of a layer of several parts the outermost is what the script has named.
    const outer = layer && outermost(layer);
    this.#select(outer && index >= 0 ? { layer: outer, index, object: object as object } : null);
  }

  #select(found: Found | null): void {
    const mode = this.#props?.mode;
    if (!mode) return;
    const next = found
      ? clicked(this.#choice, found.layer.id, found.index, found.object, mode === "single-object")
      : NOTHING;
    if (isEmpty(next) && isEmpty(this.#choice)) return;
    this.select(next);
    this.choose(next);
  }

  /** Go to an object by keys. */
  #go(place: number): void {
    const found = foundAt(this.#layers, place);
    const [stage, tip, keys] = [this.#stage, this.#tip, this.#keys];
    if (!found || !stage || !tip || !keys) return;
    const where = placeOf(found);
    const at = where && stage.see(where);
    this.#found = found;
    this.#draw();
    keys.ring(at, RING);
    const options = this.#props?.tooltip as TipOptions;
    const parts = tipOf(options, found.object);
    dress(tip.box, options);
    const { clientWidth, clientHeight } = stage.box;
    tip.show(parts, at?.x ?? clientWidth / 2, at?.y ?? clientHeight / 2);
    keys.say(wordsIn(parts.length > 0 ? parts : tipOf(true, found.object)));
  }

  #leave(clears: boolean): boolean {
    const wasChosen = !isEmpty(this.#choice);
    const hadFound = this.#found !== null;
    this.#found = null;
    this.#tip?.hide();
    if (clears) this.#select(null);
    if (hadFound && this.#stage) this.#draw();
    return wasChosen;
  }

  #fail(error: unknown, layer?: Layer): void {
    const state = { label: "Map", isReady: false, problem: null };
    if (error instanceof NoDrawing) return this.tell({ ...state, isBlind: true });
    const words = wordsOf(error);
    const problem = layer ? `${layer.id}: ${words}` : words;
    this.tell({ ...state, problem: `The chart cannot be drawn: ${problem}` });
  }
}

function unknown(types: readonly string[]): Error {
  return new Error(`deck.gl has no ${types.join(" and no ")}: correct the type of the layer`);
}

function isOnMap(spec: Json): boolean {
  const views = [(spec.views ?? []) as Json | Json[]].flat();
  return views.length === 0 || views[0]?.["@@type"] === "MapView";
}

function onGround(host: HTMLElement, hasLines: boolean): Stage {
  const ground = new Ground(host, "Map", { isFlat: false, hasLines, center: [0, 20], zoom: 0.5 });
  const overlay = new MapboxOverlay({ interleaved: false, layers: [] });
  ground.map.addControl(overlay as never);
  // What hears keys is the map below it.
  ground.box.querySelector<HTMLElement>("#deckgl-overlay")?.setAttribute("tabindex", "-1");
  return {
    box: ground.box,
    ground,
    draw: (props) => overlay.setProps(props as never),
    canvas: () => {
      const deck = (overlay as unknown as { _deck?: Deck })._deck;
      deck?.redraw("picture");
      return overlay.getCanvas();
    },
    target: ground.map.getCanvas(),
    setLabel: (label) => ground.setLabel(label),
    see: ([longitude = 0, latitude = 0]) => ground.see(longitude, latitude),
    remove: () => ground.remove(),
  };
}

function alone(host: HTMLElement, props: Json): Stage {
  const box = document.createElement("div");
  box.className = "st-map";
  const view = document.createElement("div");
  view.className = "st-deck-view";
  box.append(view);
  host.append(box);
  // A page is to be scrolled over it, as over a map.
  box.addEventListener("wheel", (event) => event.ctrlKey || event.stopImmediatePropagation(), {
    capture: true,
  });
  if (!document.createElement("canvas").getContext("webgl2")) {
    box.remove();
    throw new NoDrawing("there is no WebGL");
  }
  const deck = new Deck({
    ...(props as Partial<DeckProps>),
    parent: view as HTMLDivElement,
    controller: true,
  });
  return {
    box,
    ground: null,
    draw: (next) => deck.setProps(next as Partial<DeckProps>),
    canvas: () => {
      deck.redraw("picture");
      return deck.getCanvas();
    },
    target: view,
    setLabel: (label) => view.setAttribute("aria-label", label),
    see: (place) => {
      const [x, y] = deck.getViewports()[0]?.project([...place]) ?? [];
      return x === undefined || y === undefined ? null : { x, y };
    },
    remove: () => {
      deck.finalize();
      box.remove();
    },
  };
}

/** Look at where the script says. */
function look({ map }: Ground, view: Json): void {
  const number = (name: string, usual: number) =>
    Number.isFinite(view[name]) ? (view[name] as number) : usual;
  if (view.minZoom != null) map.setMinZoom(number("minZoom", 0));
  if (view.maxZoom != null) map.setMaxZoom(number("maxZoom", 22));
  map.jumpTo({
    center: [number("longitude", 0), number("latitude", 20)],
    zoom: number("zoom", 0.5),
    pitch: number("pitch", 0),
    bearing: number("bearing", 0),
  });
}

function outermost(layer: Layer): Layer {
  return layer.parent ? outermost(layer.parent as unknown as Layer) : layer;
}

function labelOf({ alt }: PydeckChart, layers: readonly Json[]): string {
  if (alt) return alt;
  const kinds = layers.map((layer) => String(layer["@@type"] ?? "layer"));
  if (kinds.length === 0) return "Map without layers";
  return `Map with ${kinds.length === 1 ? "a layer" : `${kinds.length} layers`}: ${kinds.join(", ")}`;
}

function keysOf(props: PydeckChart | null): unknown[] {
  return (props?.data ?? []).map(
    ({ frame, json, file }) => file ?? json ?? frame?.file ?? hashOf(frame?.data),
  );
}

const hashes = new WeakMap<Uint8Array, number>();
let count = 0;

/** Return a number for bytes that are the same object. */
function hashOf(bytes: Uint8Array | null | undefined): number {
  if (!bytes) return 0;
  if (!hashes.has(bytes)) hashes.set(bytes, (count += 1));
  return hashes.get(bytes)!;
}
