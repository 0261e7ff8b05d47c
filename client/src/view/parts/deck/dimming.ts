/** Dimming: what is not selected steps back, by the colours that a layer is given. */

import { _parseExpressionString } from "@deck.gl/json";

import type { Choice } from "./choice";

/** How much of its opacity is left to what is not selected. */
const LEFT = 0.35;

const COLORS = ["getFillColor", "getColor", "getLineColor", "getSourceColor", "getTargetColor"];

type Props = Record<string, unknown>;
/** A class of layers, as far as it says which colours it has. */
export interface Kind {
  readonly defaultProps?: Readonly<
    Record<string, { value?: unknown; deprecatedFor?: string | string[] } | undefined>
  >;
}
type Color = readonly number[];
type Accessor = (object: unknown, info: { index: number }) => Color;

/** Return props that have the names of today: those of long ago are warned of, and count last. */
export function renamed(kind: Kind, props: Props): Props {
  const { getColor, ...rest } = props;
  const names = kind.defaultProps?.getColor?.deprecatedFor;
  if (getColor === undefined || !names) return props;
  return { ...Object.fromEntries([names].flat().map((name) => [name, getColor])), ...rest };
}

/** Return the props of a layer that show what of it is selected; none of what adds up. */
export function dimmed(kind: Kind, props: Props, choice: Choice): Props {
  const chosen = new Set(choice.indices[String(props.id)] ?? []);
  const isAny = Object.keys(choice.indices).length > 0;
  const mark = isAny ? [...chosen].join() : "none";
  const changed: Props = {};
  for (const name of COLORS) {
    const usual = accessorOf(props[name] ?? kind.defaultProps?.[name]?.value);
    if (!usual) continue;
    changed[name] = (object: unknown, info: { index: number }) => {
      const color = typeof usual === "function" ? usual(object, info) : usual;
      if (!isAny || chosen.has(info.index) || !color) return color;
      const [red = 0, green = 0, blue = 0, alpha = 255] = color;
      return [red, green, blue, alpha * LEFT];
    };
  }
  const names = Object.keys(changed);
  const [first = -1] = chosen;
  return {
    ...props,
    ...changed,
    ...(names.length === 0 && isAny ? { highlightedObjectIndex: first } : {}),
    updateTriggers: Object.fromEntries(names.map((name) => [name, mark])),
  };
}

function accessorOf(value: unknown): Color | Accessor | null {
  if (typeof value === "string" && value.startsWith("@@="))
    return _parseExpressionString(value.slice(3), null as never) as Accessor;
  return Array.isArray(value) || typeof value === "function" ? (value as Color | Accessor) : null;
}
