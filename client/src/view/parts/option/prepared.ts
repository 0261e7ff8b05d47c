/** Prepared: what ECharts is to draw, made of what a script has said. */

import { setAxes } from "./axes";
import { setMany } from "./many";
import { allOf, isObject, objects, partsOf, readOption, type Said } from "./parts";
import type { Source } from "./tables";
import { setTooltips } from "./tooltips";

export interface Wish {
  readonly spec: string;
  readonly sources: readonly Source[];
  readonly hasTheme: boolean;
  readonly selects: boolean;
  readonly alt: string | null;
  /** The colour of the page's text. */
  readonly text: string;
  /** Whether the system's colours stand for all others. */
  readonly isForced: boolean;
}

/** What lines are told apart by where colours do not. */
const DASHES = ["solid", "dashed", "dotted", [12, 4, 2, 4]];

/** Return an option object to draw; another one each time. */
export function prepared(wish: Wish): Said {
  const { spec, sources, hasTheme, selects, alt, text, isForced } = wish;
  const option = readOption(spec);
  for (const source of sources) putSource(option, source);
  setAria(option, alt);
  setTooltips(option, hasTheme);
  setMany(option, selects);
  setBrush(option);
  if (hasTheme) {
    setAxes(option);
    if (isForced) for (const part of partsOf(option)) setDashes(objects(part.series));
    for (const graphic of allOf(option, "graphic")) setInk(graphic, text);
  }
  if (!selects) setCursor(option);
  return option;
}

function putSource(option: Said, { path, names, rows }: Source): void {
  let at: unknown = option;
  for (const step of path) at = (at as Record<string | number, unknown>)[step];
  const dataset = at as Said;
  dataset.source = rows;
  dataset.sourceHeader = false;
  if (dataset.seriesLayoutBy !== "row") dataset.dimensions ??= names;
}

/** A chart has a name for who cannot see it, unless its specification says otherwise. */
function setAria(option: Said, alt: string | null): void {
  const part = isObject(option.baseOption) ? option.baseOption : option;
  const said = isObject(part.aria) ? part.aria : {};
  const label = { enabled: true, ...(isObject(said.label) ? said.label : {}) };
  const enabled = said.enabled ?? said.show ?? true;
  part.aria = {
    ...said,
    enabled,
    label: alt ? { ...label, enabled: true, description: alt } : label,
  };
}

/** No throttling: what lies in an area has to be known in the task in which it was drawn. */
function setBrush(option: Said): void {
  for (const brush of allOf(option, "brush")) {
    delete brush.throttleType;
    delete brush.throttleDelay;
  }
}

function setDashes(series: readonly Said[]): void {
  series
    .filter(({ type }) => type === "line")
    .forEach((each, place) => {
      const said = isObject(each.lineStyle) ? each.lineStyle : {};
      each.lineStyle = { type: DASHES[place % DASHES.length], ...said };
    });
}

/** Texts that are drawn anywhere take no colour from a theme. */
function setInk(graphic: Said, color: string): void {
  for (const each of [...objects(graphic.elements), ...objects(graphic.children)])
    setInk(each, color);
  if (graphic.type !== "text") return;
  if (graphic.style === undefined) graphic.style = {};
  if (isObject(graphic.style)) graphic.style.fill ??= color;
}

/** What cannot be clicked does not look as if it could. */
function setCursor(option: Said): void {
  for (const part of partsOf(option))
    for (const series of objects(part.series)) series.cursor ??= "default";
}
