/** Walk: the objects of a deck one after the other, and where each of them is. */

/** A layer of deck.gl, as far as it says what it is drawn of. */
export interface Walked {
  readonly id: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** One object of a layer. */
export interface Found {
  readonly layer: Walked;
  readonly index: number;
  readonly object: object;
}

/** Layers whose objects are sums of what their data has: they are not known before they are seen. */
const SUMS = /^(Hexagon|Grid|ScreenGrid|Heatmap|Contour)Layer$/;

/** How much of a shape is looked at for its middle. */
const MOST = 10_000;

/** Return how many objects of these layers one can point at. */
export function countOf(layers: readonly Walked[]): number {
  return layers.reduce((sum, layer) => sum + objectsOf(layer).length, 0);
}

/** Return the one at a place. */
export function foundAt(layers: readonly Walked[], place: number): Found | null {
  let before = 0;
  for (const layer of layers) {
    const objects = objectsOf(layer);
    const object = objects[place - before];
    if (place < before + objects.length)
      return typeof object === "object" && object !== null
        ? { layer, index: place - before, object }
        : null;
    before += objects.length;
  }
  return null;
}

function objectsOf(layer: Walked): readonly unknown[] {
  const { props } = layer;
  const { layerName } = layer.constructor as { layerName?: string };
  if (!props.pickable || props.visible === false || SUMS.test(layerName ?? "")) return [];
  const { data } = props;
  const features = (data as { features?: unknown } | null)?.features;
  return Array.isArray(features) ? features : Array.isArray(data) ? data : [];
}

/** Return about where an object is, in the coordinates of its layer; null if only deck.gl knows. */
export function placeOf({ layer, index, object }: Found): readonly number[] | null {
  const read = (name: string): unknown => {
    const accessor = layer.props[name];
    if (typeof accessor !== "function") return accessor;
    try {
      return accessor(object, { index, data: layer.props.data, target: [] }) as unknown;
    } catch {
      return null;
    }
  };
  const geometry = (object as { geometry?: { coordinates?: unknown } | null }).geometry;
  if ("getSourcePosition" in layer.props)
    return middleOf([read("getSourcePosition"), read("getTargetPosition")]);
  for (const name of ["getPosition", "getPath", "getPolygon"])
    if (name in layer.props) return middleOf(read(name));
  return middleOf(geometry?.coordinates);
}

/** Return the middle of all places in lists of them. */
function middleOf(places: unknown): readonly number[] | null {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  let seen = 0;
  let height = 0;
  const look = (part: unknown): void => {
    if (!isList(part) || seen > MOST) return;
    if (typeof part[0] !== "number") return void Array.from(part).forEach(look);
    seen += 1;
    height = typeof part[2] === "number" ? part[2] : height;
    for (const axis of [0, 1]) {
      low[axis] = Math.min(low[axis]!, Number(part[axis]));
      high[axis] = Math.max(high[axis]!, Number(part[axis]));
    }
  };
  look(places);
  const middle = [0, 1].map((axis) => (low[axis]! + high[axis]!) / 2);
  return middle.every(Number.isFinite) ? [...middle, height] : null;
}

function isList(part: unknown): part is ArrayLike<unknown> {
  return Array.isArray(part) || ArrayBuffer.isView(part);
}
