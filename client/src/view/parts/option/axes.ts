/** Axes: what the theme of the page adds to those of a specification. */

import { momentText } from "./formats";
import { allOf, isObject, objects, partsOf, type Said } from "./parts";

/** Have labels that would overlap hidden, and moments written as dates or with their clock. */
export function setAxes(option: Said): void {
  const isUtc = Boolean(option.useUTC);
  const writes = !hasOwnLabels(option);
  for (const part of partsOf(option))
    for (const name of ["xAxis", "yAxis"])
      for (const axis of objects(part[name])) {
        const type = axis.type ?? (axis.data ? "category" : "value");
        if (type === "category" || (axis.type === undefined && part !== option)) continue;
        if (axis.axisLabel === undefined) axis.axisLabel = {};
        if (isObject(axis.axisLabel)) axis.axisLabel.hideOverlap ??= true;
        if (type === "time" && writes) setPointer(axis, isUtc);
      }
}

function setPointer(axis: Said, isUtc: boolean): void {
  const pointer = isObject(axis.axisPointer) ? axis.axisPointer : (axis.axisPointer = {} as Said);
  const label = isObject(pointer.label) ? pointer.label : (pointer.label = {} as Said);
  label.formatter ??= ({ value }: { value: number | string }) =>
    momentText(new Date(typeof value === "string" ? Date.parse(value) : value), isUtc);
}

/** Return whether a specification says itself how the pointer of an axis is labelled. */
function hasOwnLabels(option: Said): boolean {
  const around = allOf(option, "tooltip", "xAxis", "yAxis");
  const tips = objects(allOf(option, "grid").flatMap((grid) => objects(grid.tooltip)));
  const inside = [...around, ...tips].flatMap((each) => objects(each.axisPointer));
  return [...allOf(option, "axisPointer"), ...inside].some(
    ({ label }) => isObject(label) && label.formatter !== undefined,
  );
}
