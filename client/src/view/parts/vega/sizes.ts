/** Sizes: how large a chart is, before and after it is drawn. */

import { isObject, isSingle, inputsOf, listOf, type Json } from "./spec";
import type { View } from "./vega_library";

/** How large a picture is to be, in pixels. */
export interface Size {
  /** Whether it is one view, whose size can be set; others are as large as their views make them. */
  readonly isSingle: boolean;
  readonly fitsWidth: boolean;
  readonly width: number;
  /** Null if it is as high as what it shows. */
  readonly height: number | null;
}

/** The height of one view whose description says none. */
export const USUAL = 350;

/** A line with an input. */
export const INPUT = 36;

/** Return the size that a chart is to have. */
export function sizeOf(
  spec: Json,
  width: string | number,
  height: string | number,
  box: { readonly width: number; readonly height: number },
): Size {
  const single = isSingle(spec);
  const fitsWidth = width !== "content";
  const own = heightIn(spec);
  const inputs = inputsOf(spec) * INPUT;
  const fixed = height === "content" ? own : Math.max(box.height - inputs, 0);
  return { isSingle: single, fitsWidth, width: box.width, height: single ? fixed : null };
}

/** Return the height that one view says it has; null if that follows from what it shows. */
function heightIn({ height }: Json): number | null {
  if (typeof height === "number") return height;
  return isObject(height) ? null : USUAL;
}

/** Put a size into a description. */
export function fitted(spec: Json, { isSingle: single, fitsWidth, width, height }: Size): Json {
  if (!single) {
    for (const part of listOf(spec.vconcat))
      if (isObject(part) && fitsWidth) fitWithin(part, width);
    return spec;
  }
  if (fitsWidth) spec.width = Math.max(width, 1);
  else if (spec.width === "container") delete spec.width;
  if (height !== null) spec.height = Math.max(height, 1);
  else if (spec.height === "container") spec.height = USUAL;
  const type = fitsWidth ? (height === null ? "fit-x" : "fit") : height === null ? "pad" : "fit-y";
  spec.autosize ??= { type, contains: "padding" };
  return spec;
}

/** Views above one another begin as wide as the box: what is beside them is taken off later. */
function fitWithin(part: Json, width: number): void {
  if (isSingle(part)) part.width = Math.max(width, 1);
}

/** Tell whether a view of one size can be brought to another. */
export function isWithin(before: Size, now: Size): boolean {
  return (
    before.isSingle === now.isSingle &&
    before.fitsWidth === now.fitsWidth &&
    (before.height === null) === (now.height === null)
  );
}

/** Return how large the picture in a box is. */
export function measured(stage: HTMLElement): [number, number] {
  const picture = stage.querySelector("svg.marks, canvas.marks");
  const inputs = stage.querySelector<HTMLElement>(".st-vega-inputs");
  const { width = 0, height = 0 } = picture?.getBoundingClientRect() ?? {};
  return [Math.round(width), Math.round(height) + (inputs?.offsetHeight ?? 0)];
}

/** Make all views of a composed chart as much wider or narrower as its box asks for. */
export async function widened(view: View, stage: HTMLElement, target: number): Promise<void> {
  const signals = view.getState({
    signals: (name) => /^(child|concat_\d+_|.*_)?[wW]idth$/.test(name ?? ""),
  }).signals as Record<string, unknown>;
  const names = Object.keys(signals).filter((name) => typeof signals[name] === "number");
  if (names.length === 0) return;
  let growth = 0;
  for (let round = 0; round < 4; round++) {
    const [width] = measured(stage);
    const missing = target - width;
    if (Math.abs(missing) <= 1) return;
    const step = growth === 0 ? missing / 2 : missing / growth;
    for (const name of names) view.signal(name, Math.max(Number(view.signal(name)) + step, 20));
    await view.runAsync();
    const [now] = measured(stage);
    growth = (now - width) / step || 1;
  }
}
