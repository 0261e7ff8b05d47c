/** Parts of an option object of ECharts: it may hold others, for points in time and small screens. */

/** Anything that a specification may say: it is the script's, and was never checked here. */
export type Said = Record<string, unknown>;

export function isObject(value: unknown): value is Said {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Read an option object: nothing of it is to be what other objects inherit from. */
export function readOption(text: string): Said {
  const guard = (name: string, value: unknown) => (name === "__proto__" ? undefined : value);
  return JSON.parse(text, text.includes("__proto__") ? guard : undefined) as Said;
}

/** Return the objects among what may be one or several. */
export function objects(value: unknown): Said[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** Return an option object and those within it. */
export function partsOf(option: Said): Said[] {
  const media = objects(option.media).map((each) => each.option);
  return [option, ...objects(option.baseOption), ...objects(option.options), ...objects(media)];
}

/** Return all components of a name, in all parts. */
export function allOf(option: Said, ...names: string[]): Said[] {
  return partsOf(option).flatMap((part) => names.flatMap((name) => objects(part[name])));
}

/** Return the part that says what is drawn at first. */
export function firstOf(option: Said): Said {
  return isObject(option.baseOption) ? { ...option, ...option.baseOption } : option;
}

/** Return the series that hold values of their own. */
export function withData(first: Said): Said[] {
  return objects(first.series).filter(({ data }) => Array.isArray(data) && data.length);
}

/** Return the values that the series share, if there are any. */
export function sharedOf(first: Said): unknown[] | null {
  const source = objects(first.dataset)[0]?.source;
  return Array.isArray(source) && source.length ? (source as unknown[]) : null;
}

/** Return a name or an id as text; null if there is none. */
export function saidOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
