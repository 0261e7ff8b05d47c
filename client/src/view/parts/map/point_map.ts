/** Point map: the points of a table on a map, whatever of it has come. */

import type { Map as MapProps } from "../../../core/wire.gen";
import { wordsOf } from "../../../lib/words";
import { insist } from "../../registry";
import { partsOf, withColors } from "../colors";
import { boundsOf, saying, type Bounds } from "./bounds";
import { Rows } from "./facts";
import { pointAt, radiusOf } from "./finding";
import type { MapState } from "./frame";
import { Ground, NoDrawing } from "./ground";
import { loadPoints, type Points } from "./points";
import { PointsLayer, tintOf, USUAL } from "./points_layer";
import { Keys } from "./keys";
import { listOf, Tip, wordsIn } from "./tip";

/** The colors that follow the theme, in the order of their numbers: the last is "grey". */
const NAMES = ["red", "orange", "yellow", "green", "blue", "violet", "gray", "gray"];

/** How see-through a point of the usual colour is. */
const ALPHA = 0.6;

/** No closer than this of its own accord: one point alone says nothing of what is near. */
const CLOSEST = 13;

/** Make one; null if this browser cannot draw it. */
export function makePointMap(host: HTMLElement, tell: (state: MapState) => void): PointMap | null {
  try {
    return new PointMap(host, tell);
  } catch (error) {
    if (!(error instanceof NoDrawing)) throw error;
    tell({ label: "Map", isReady: false, problem: null, isBlind: true });
    return null;
  }
}

export class PointMap {
  readonly #ground: Ground;
  readonly #layer = new PointsLayer();
  readonly #tip: Tip;
  #props: MapProps | null = null;
  #points: Points | null = null;
  #bounds: Bounds | null = null;
  #rows: Rows | null = null;
  #control = new AbortController();
  /** Whether somebody has moved the map, which then stays where it is. */
  #isMoved = false;
  #pointed = -1;
  readonly #keys: Keys;

  constructor(
    host: HTMLElement,
    private readonly tell: (state: MapState) => void,
  ) {
    this.#ground = new Ground(host, "Map", { isFlat: true, center: [0, 20], zoom: 0.5 });
    const { map, box } = this.#ground;
    this.#tip = new Tip(box);
    this.#keys = new Keys(map.getCanvas(), box, {
      count: () => this.#points?.count ?? 0,
      go: (place) => this.#go(place),
      leave: () => {
        this.#unpoint();
        return false;
      },
    });
    map.on("load", () => map.addLayer(this.#layer));
    map.on("movestart", (event) => {
      if ("originalEvent" in event && event.originalEvent) this.#isMoved = true;
      this.#unpoint();
    });
    map.on("resize", () => this.#isMoved || this.#fit());
    map.on("mousemove", ({ point, lngLat }) => this.#point(point, lngLat));
    map.on("mouseout", () => this.#unpoint());
  }

  /** Show what the script says now. */
  update(props: MapProps): void {
    const before = this.#props;
    this.#props = props;
    this.#recolor();
    if (before && before.zoom !== props.zoom) {
      this.#isMoved = false;
      this.#fit();
    }
    if (keyOf(before?.data) !== keyOf(props.data)) {
      this.#rows?.close();
      this.#rows = new Rows(props.data);
    }
    if (keyOf(before?.points) !== keyOf(props.points)) this.#load(props);
    else if (this.#points) this.#say();
  }

  /** Take the colours of the page as they are now. */
  recolor(): void {
    this.#ground.recolor();
    this.#recolor();
  }

  /** Show all points again. */
  showAll(): void {
    this.#isMoved = false;
    this.#fit();
  }

  picture(): Promise<HTMLCanvasElement> {
    return this.#ground.picture();
  }

  remove(): void {
    this.#control.abort();
    this.#rows?.close();
    this.#ground.remove();
  }

  #recolor(): void {
    const { size, color, styles } = this.#props!;
    const { primary, isDark, isForced } = this.#ground.palette;
    const alpha = isForced ? 1 : ALPHA;
    const named = withColors(this.#ground.box, (token) =>
      NAMES.map((name) => packed(token(name), alpha)),
    );
    const usual = color === null ? packed(primary, alpha) : tintOf(color, named);
    this.#layer.size = size ?? USUAL;
    this.#layer.color = [0, 8, 16, 24].map((shift) => ((usual >>> shift) & 255) / 255);
    this.#layer.rename(named);
    this.#ground.showBase(styles[isDark ? 1 : 0] || null);
    this.#ground.map.triggerRepaint();
  }

  #load(props: MapProps): void {
    this.#control.abort();
    this.#control = new AbortController();
    const { signal } = this.#control;
    const stop = insist(
      () => loadPoints(props.points, props.has_sizes, props.has_colors, signal),
      (points) => this.#take(points),
      (error) => this.tell({ label: "Map", isReady: false, problem: wordsOf(error) }),
    );
    signal.addEventListener("abort", stop);
  }

  #take(points: Points): void {
    this.#points = points;
    this.#bounds = boundsOf(points.longitudes, points.latitudes);
    this.#layer.show(points);
    if (!this.#isMoved) this.#fit();
    const { map } = this.#ground;
    if (map.getLayer("points")) map.once("render", () => this.#say());
    else map.once("load", () => this.#say());
    map.triggerRepaint();
  }

  #say(): void {
    const label = this.#props?.alt ?? saying(this.#points?.count ?? 0, this.#bounds);
    this.#ground.setLabel(label);
    this.tell({ label, isReady: true, problem: null });
  }

  #fit(): void {
    const { map } = this.#ground;
    const { clientWidth, clientHeight } = map.getContainer();
    if (!this.#bounds || clientWidth === 0) return;
    const { west, east, south, north } = this.#bounds;
    const zoom = this.#props?.zoom ?? null;
    if (zoom !== null) {
      map.jumpTo({ center: [(west + east) / 2, (south + north) / 2], zoom });
      return;
    }
    map.fitBounds(
      [
        [west, south],
        [east, north],
      ],
      {
        padding: Math.min(40, clientWidth / 8, clientHeight / 8),
        animate: false,
        maxZoom: CLOSEST,
      },
    );
  }

  #point({ x, y }: { x: number; y: number }, at: { lng: number; lat: number }): void {
    const { map } = this.#ground;
    if (!this.#points || map.isMoving()) return;
    const size = this.#layer.size;
    const found = pointAt(this.#points, size, at.lng, at.lat, map.getZoom());
    if (found === this.#pointed) return;
    this.#unpoint();
    if (found < 0) return;
    map.getCanvas().style.cursor = "default";
    this.#tell(found, x, y);
  }

  /** Go to a point by keys. */
  #go(point: number): void {
    const { map } = this.#ground;
    const points = this.#points!;
    this.#isMoved = true;
    const [longitude, latitude] = [points.longitudes[point]!, points.latitudes[point]!];
    const { x, y } = this.#ground.see(longitude, latitude);
    this.#unpoint();
    this.#keys.ring({ x, y }, radiusOf(points, point, this.#layer.size, map.getZoom()));
    this.#tell(point, x, y, (words) => this.#keys.say(words));
  }

  #tell(point: number, x: number, y: number, say?: (words: string) => void): void {
    this.#pointed = point;
    this.#rows?.factsOf(this.#points!.rowOf(point)).then(
      (facts) => {
        if (this.#pointed !== point) return;
        const parts = [listOf(facts)];
        this.#tip.show(parts, x, y);
        say?.(wordsIn(parts));
      },
      () => {}, // it is only a tip
    );
  }

  #unpoint(): void {
    if (this.#pointed < 0) return;
    this.#keys.ring(null);
    this.#pointed = -1;
    this.#tip.hide();
    this.#ground.map.getCanvas().style.cursor = "";
  }
}

/** Return what another frame of the same bytes has, too. */
function keyOf(frame: MapProps["points"] | undefined): unknown {
  return frame && (frame.file ?? frame.data ?? frame.rows);
}

/** Return a computed color as one number, as points have it. */
function packed(color: string, alpha: number): number {
  const [red = 0, green = 0, blue = 0] = partsOf(color);
  return (red | (green << 8) | (blue << 16) | (Math.round(alpha * 255) << 24)) >>> 0;
}
