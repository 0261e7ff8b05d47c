/** Selections: what is selected in a chart, as a script is told of it, and back again. */

import { isObject, listOf, selectionsOf, viewsOf, type Json } from "./spec";
import type { Clock } from "./times";

/** Points, each with its fields; ranges by field; or an empty object. */
export type Selected = readonly Json[] | Json;

/** What is selected, by the names of the selections. */
export type Selections = Readonly<Record<string, Selected>>;

export const NOTHING: Json = {};

/** How close numbers are that are the same: scales give back nearly what they were given. */
const CLOSE = 1e-9;

type Clocks = (field: string) => Clock | null;

/** Return the clock of a field, which may be a unit of time of a column: "yearmonth_day". */
export function clocksOf(columns: Iterable<ReadonlyMap<string, Clock>>): Clocks {
  const all = [...columns].flatMap((each) => [...each]);
  return (field) => all.find(([name]) => field === name || field.endsWith(`_${name}`))?.[1] ?? null;
}

/** Return what the signal of a selection says. */
export function selectedOf(signal: unknown, clocks: Clocks): Selected {
  if (!isObject(signal)) return NOTHING;
  const told = (field: string, value: unknown) => plain(value, clocks(field));
  if (isObject(signal.vlPoint))
    return listOf(signal.vlPoint.or).map((point) => changed(point as Json, told));
  return changed(signal, told);
}

function changed(fields: Json, change: (field: string, value: unknown) => unknown): Json {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, change(field, value)]),
  );
}

function plain(value: unknown, clock: Clock | null): unknown {
  if (value instanceof Date) return plain(value.getTime(), clock);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return null;
    return clock ? clock.told(value) : value;
  }
  if (value instanceof Set) return plain([...value], clock);
  if (Array.isArray(value)) return value.map((each) => plain(each, clock));
  if (isObject(value)) return changed(value, (_, each) => plain(each, null));
  return value ?? null;
}

/** Put selections into a description, for the chart to begin with. */
export function withSelections(spec: Json, compiled: Json, selections: Selections, clocks: Clocks) {
  for (const param of selectionsOf(spec)) {
    const name = String(param.name);
    const selected = selections[name];
    if (selected === undefined) continue;
    const shown = (field: string, value: unknown) => moved(value, clocks(field));
    if (Array.isArray(selected))
      param.value = selected.map((point) => changed(point as Json, shown));
    else {
      const channels = channelsOf(compiled, name);
      const ranges = Object.entries(selected).flatMap(([field, range]) => {
        const channel = channels.get(field);
        return channel ? [[channel, ends(shown(field, range))]] : [];
      });
      if (ranges.length > 0) param.value = Object.fromEntries(ranges);
      else delete param.value;
    }
  }
}

/** Of names in a row, a range has the first and the last. */
function ends(range: unknown): unknown {
  const all = listOf(range);
  return all.length === 1 ? [all[0], all[0]] : all;
}

function moved(value: unknown, clock: Clock | null): unknown {
  if (Array.isArray(value)) return value.map((each) => moved(each, clock));
  return clock && typeof value === "number" ? clock.shown(value) : value;
}

/** Find out which field each channel of a selection has. */
function channelsOf(compiled: Json, name: string): Map<string, string> {
  const found = new Map<string, string>();
  const look = (part: Json): void => {
    for (const signal of listOf(part.signals)) {
      if (!isObject(signal) || signal.name !== `${name}_tuple_fields`) continue;
      for (const each of listOf(signal.value))
        if (isObject(each)) found.set(String(each.field), String(each.channel));
    }
    for (const mark of listOf(part.marks)) if (isObject(mark)) look(mark);
  };
  look(compiled);
  return found;
}

/** Have ranges of names reach to the end of the last one: Vega-Lite draws them to its beginning. */
export function withWholeNames(compiled: Json, names: readonly string[]): void {
  const look = (part: Json): void => {
    for (const signal of listOf(part.signals)) {
      if (!isObject(signal) || typeof signal.init !== "string") continue;
      const isRange = names.some(
        (name) => signal.name === `${name}_x` || signal.name === `${name}_y`,
      );
      const last = isRange ? RANGE.exec(signal.init) : null;
      if (last) signal.init = `[${last[1]}, ${last[2]} + bandwidth(${last[3]})]`;
    }
    for (const mark of listOf(part.marks)) if (isObject(mark)) look(mark);
  };
  look(compiled);
}

/** Two places of names on a scale. */
const RANGE = /^\[(scale\("[^"]*", ".*"\)), (scale\(("[^"]*"), ".*"\))\]$/;

/** Return the names of all selections of a description. */
export function namesOf(spec: Json): string[] {
  return [...new Set(selectionsOf(spec).map(({ name }) => String(name)))];
}

/** Return the names of its parameters that are bound to inputs, and no selections. */
export function inputNames(spec: Json): string[] {
  return [...viewsOf(spec)]
    .flatMap(([view]) => listOf(view.params))
    .filter((each): each is Json => isObject(each) && isObject(each.bind) && !("select" in each))
    .map(({ name }) => String(name));
}

/** Tell whether two selections are the same. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one === "number" && typeof other === "number")
    return Math.abs(one - other) <= CLOSE * Math.max(Math.abs(one), Math.abs(other), 1e-300);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, place) => isSame(each, other[place]));
  if (isObject(one) && isObject(other)) {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => name in other && isSame(one[name], other[name]))
    );
  }
  return false;
}

/** Tell whether nothing is selected. */
export function isEmpty(selected: Selected | undefined): boolean {
  return !selected || Object.keys(selected).length === 0;
}
