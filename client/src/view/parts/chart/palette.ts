/** The colours of a chart: those of the page, as libraries that draw compute with them. */

import { luminance, partsOf, withColors } from "../colors";

/** How many colours tell things apart, where a theme does not say it: --st-chart-1-color and so on. */
const CATEGORIES = 10;
/** How many colours a theme gives for a scale: --st-chart-sequential-1-color and so on. */
const RAMP = 10;

/** How strong the steps of an ordered scale are, in percent of its colour over the ground. */
const STEPS = [12, 22, 33, 45, 58, 71, 84, 100];

/** The same of lines behind what is drawn, where the system has but two colours. */
const FAINT = 25;

export interface Palette {
  readonly isDark: boolean;
  /** Whether the system's colours stand for all others: lines and areas are told apart by shape. */
  readonly isForced: boolean;
  readonly font: string;
  readonly background: string;
  readonly raised: string;
  readonly text: string;
  readonly muted: string;
  readonly border: string;
  /** Lines behind what is drawn, which are to stay behind it. */
  readonly grid: string;
  readonly primary: string;
  /** What is told apart by colour, in this order. */
  readonly categories: readonly string[];
  /** From little to much. */
  readonly scale: readonly string[];
  /** The same for marks, which must not vanish in the ground: all that a theme has said. */
  readonly ramp: readonly string[];
  /** From less over nothing to more. */
  readonly diverging: readonly string[];
}

/** Return the colours as they are now where `box` is: an element of a chart's frame. */
export function paletteAt(box: Element): Palette {
  return withColors(box, (token, computed, isForced) => {
    const background = token("background");
    const text = token("text");
    const own = (name: string) => getComputedStyle(box).getPropertyValue(name);
    const count = Number(own("--st-chart-count")) || CATEGORIES;
    // Some are asked for by their place: then they begin again.
    const length = count * Math.ceil(CATEGORIES / count);
    const categories = Array.from({ length }, (_, place) =>
      isForced ? text : computed(`var(--st-chart-${(place % count) + 1}-color)`),
    );
    const given = (kind: string) =>
      isForced || !own(`--st-chart-${kind}-1-color`)
        ? null
        : Array.from({ length: RAMP }, (_, place) =>
            computed(`var(--st-chart-${kind}-${place + 1}-color)`),
          );
    const mixed = (color: string, share: number) =>
      isForced
        ? between(text, background, share)
        : computed(`color-mix(in srgb, ${color} ${share}%, ${background})`);
    const scale = STEPS.map((share) => mixed(categories[0]!, share));
    const less = STEPS.map((share) => mixed(categories[1]!, share)).reverse();
    const sequential = given("sequential");
    return {
      isDark: luminance(background) < luminance(text),
      isForced,
      font: getComputedStyle(box).fontFamily,
      background,
      raised: token("raised-background"),
      text,
      muted: token("muted-text"),
      border: token("border"),
      grid: isForced ? between(text, background, FAINT) : token("border"),
      primary: token("primary"),
      categories,
      scale: sequential ?? scale,
      ramp: sequential ?? scale.slice(1),
      diverging: given("diverging") ?? [...less, ...scale],
    };
  });
}

/** Return a computed color that has so many percent of one, and else of another. */
export function between(one: string, other: string, share: number): string {
  const [front, back] = [partsOf(one), partsOf(other)];
  const part = (at: number) =>
    Math.round(((front[at] ?? 0) * share + (back[at] ?? 0) * (100 - share)) / 100);
  return `rgb(${part(0)}, ${part(1)}, ${part(2)})`;
}
