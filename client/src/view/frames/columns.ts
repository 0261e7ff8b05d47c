/** Columns of a frame as they are shown: in which order, how, and how wide. */

import type { ColumnOptions, Frame, FrameColumn } from "../../core/wire.gen";

export type Kind = NonNullable<ColumnOptions["type"]>;
export type Align = "left" | "center" | "right";

/** One column in its place. */
export interface Column {
  /** Its number among all columns of the frame. */
  readonly number: number;
  /** What an arrangement knows it by: no other column has it. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** The headers above, outermost first. */
  readonly groups: readonly string[];
  readonly data: FrameColumn["kind"];
  readonly kind: Kind;
  readonly options: ColumnOptions;
  readonly align: Align;
  readonly isIndex: boolean;
  readonly isPinned: boolean;
  readonly hasTexts: boolean;
  readonly hasLooks: boolean;
  /** The time zone in which its moments are shown. */
  readonly zone: string | null;
  /** In pixels; null if it is as wide as what it shows. */
  readonly width: number | null;
}

/** How a person has arranged the columns, by their names; JSON, for it is kept. */
export interface Arrangement {
  readonly order?: readonly string[];
  readonly widths?: Readonly<Record<string, number>>;
  readonly hidden?: Readonly<Record<string, boolean>>;
  readonly pinned?: Readonly<Record<string, boolean>>;
  readonly formats?: Readonly<Record<string, string>>;
  readonly sort?: Sort | null;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** What the script says of the order and of the index. */
export interface Script {
  readonly order: readonly number[] | null;
  readonly hide_index: boolean | null;
  /** Whether rows can be selected, which stands in for an index that says nothing. */
  readonly selectsRows: boolean;
}

const WIDTHS = { small: 75, medium: 200, large: 400 };

const KINDS: Partial<Record<FrameColumn["kind"], Kind>> = {
  boolean: "checkbox",
  integer: "number",
  number: "number",
  decimal: "number",
  date: "date",
  time: "time",
  datetime: "datetime",
  list: "list",
  struct: "json",
};

/** Return all columns, in their order; those that are hidden are not among them. */
export function shownColumns(frame: Frame, script: Script, by: Arrangement = {}): Column[] {
  const all = allColumns(frame, script, by).filter((column) => !isHidden(column, script, by));
  return [...all.filter((each) => each.isPinned), ...all.filter((each) => !each.isPinned)];
}

/** Return the columns that a person can choose from, hidden ones too, and whether each is shown. */
export function choices(frame: Frame, script: Script, by: Arrangement): [Column, boolean][] {
  return allColumns(frame, script, by).map((column) => [column, !isHidden(column, script, by)]);
}

/** Return a name for each column that no other has: columns may be called alike. */
function uniqueNames(columns: readonly FrameColumn[]): string[] {
  const counts = new Map<string, number>();
  return columns.map(({ name, groups, is_index }) => {
    const base = [...(is_index ? [""] : []), ...(groups ?? []), name].join("\u001f");
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    return count === 0 ? base : `${base}\u001f${count}`;
  });
}

/** Return the id of each column of a frame. */
export function idsOf(frame: Frame): string[] {
  const known = ids.get(frame.columns);
  if (known) return known;
  const made = uniqueNames(frame.columns);
  ids.set(frame.columns, made);
  return made;
}

const ids = new WeakMap<readonly FrameColumn[], string[]>();

function allColumns(frame: Frame, script: Script, by: Arrangement): Column[] {
  const names = idsOf(frame);
  const numbers = inOrder(frame, script, by, names);
  return numbers.map((number) => {
    const column = frame.columns[number]!;
    const id = names[number]!;
    return columnOf(column, number, by, id);
  });
}

function columnOf(column: FrameColumn, number: number, by: Arrangement, id: string): Column {
  const said = column.options ?? {};
  const format = by.formats?.[id];
  const options = format === undefined ? said : { ...said, format: format || null };
  const kind = options.type ?? KINDS[column.kind] ?? "text";
  const { width } = options;
  const ownWidth = typeof width === "string" ? WIDTHS[width] : (width ?? null);
  const isIndex = column.is_index === true;
  return {
    number,
    id,
    name: column.name,
    title: options.label ?? column.name,
    groups: column.groups ?? [],
    data: column.kind,
    kind,
    options,
    align: options.alignment ?? alignOf(kind, column.kind),
    isIndex,
    isPinned: by.pinned?.[id] ?? options.pinned ?? isIndex,
    hasTexts: column.has_texts === true,
    hasLooks: column.has_looks === true,
    zone: options.timezone ?? column.zone ?? null,
    width: by.widths?.[id] ?? ownWidth,
  };
}

function alignOf(kind: Kind, data: FrameColumn["kind"]): Align {
  if (kind === "checkbox" || kind === "button") return "center";
  const isNumber = data === "integer" || data === "number" || data === "decimal";
  return kind === "number" || (kind === "text" && isNumber) ? "right" : "left";
}

function inOrder(frame: Frame, script: Script, by: Arrangement, names: string[]): number[] {
  const all = frame.columns.map((_, number) => number);
  const index = all.filter((number) => frame.columns[number]!.is_index);
  const others = script.order ?? all.filter((number) => !frame.columns[number]!.is_index);
  const scripts = [...index, ...others];
  if (!by.order) return scripts;
  // What has come since a person moved columns stands behind them.
  const places = new Map(by.order.map((name, place) => [name, place]));
  const placeOf = (number: number) => places.get(names[number]!) ?? Infinity;
  return scripts
    .map((number, place) => ({ number, place, to: placeOf(number) }))
    .sort((a, b) => (a.to === b.to ? a.place - b.place : a.to - b.to))
    .map(({ number }) => number);
}

function isHidden(column: Column, script: Script, by: Arrangement): boolean {
  const own = by.hidden?.[column.id];
  if (own !== undefined) return own;
  if (column.options.hidden) return true;
  if (!column.isIndex) return false;
  return script.hide_index ?? (script.selectsRows && saysNothing(column));
}

/** Whether an index only counts the rows. */
function saysNothing(column: Column): boolean {
  return column.name === "" && column.data === "integer";
}
