/** Words: what a figure is called for who cannot see it, and the table of what it shows. */

import type { PlainTable } from "../chart/plain_table";
import type { Figure, Layout, Trace } from "./figure";
import { typeOf } from "./library";

/** Names of series that are said; of more, their count. */
const MOST_NAMES = 6;

/** What traces have one of for each point, in the order of the columns. */
const COLUMNS = [
  ...["x", "y", "z", "r", "theta", "a", "b", "c", "real", "imag", "lat", "lon", "locations"],
  ...["labels", "parents", "values", "open", "high", "low", "close", "u", "v", "w", "text"],
];

/** Return a sentence that says what a figure shows. */
export function describe({ data, layout }: Figure): string {
  const title = textOf(layout["title"]);
  const types = [...new Set(data.map(kindOf))].join(" and ");
  const names = data.map((trace) => trace["name"]).filter((each) => typeof each === "string");
  const axes = ["xaxis", "yaxis"].map((axis) => textOf(part(layout, axis)?.["title"]));
  const drawn =
    axes[0] && axes[1] ? `${types} chart of ${axes[1]} by ${axes[0]}` : `${types} chart`;
  const series =
    names.length < 2
      ? ""
      : names.length > MOST_NAMES
        ? `, ${names.length} series`
        : `: ${names.map(plainText).join(", ")}`;
  const sentence = `${drawn.trim() || "chart"}${series}`;
  return title ? `${title} (${sentence})` : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function kindOf(trace: Trace): string {
  const type = typeOf(trace).replace(/gl$/, "");
  const mode = trace["mode"];
  return type === "scatter" && typeof mode === "string" && mode.startsWith("lines") ? "line" : type;
}

/** Return what is behind a figure, made when somebody asks for it. */
export function tableOf(figure: Figure): PlainTable | null {
  if (figure.data.length === 0) return null;
  let made: PlainTable | null = null;
  const table = () => (made ??= tableNow(figure));
  return {
    get columns() {
      return table().columns;
    },
    get rows() {
      return table().rows;
    },
  };
}

function tableNow({ data, layout }: Figure): PlainTable {
  const parts = data.map((trace) => partsOf(trace));
  const names = COLUMNS.filter((name) => parts.some((each) => each.has(name)));
  const others = [...new Set(parts.flatMap((each) => [...each.keys()]))].filter(
    (name) => !COLUMNS.includes(name),
  );
  const columns = [...names, ...others];
  const hasTrace = data.length > 1;
  const rows: unknown[][] = [];
  data.forEach((trace, number) => {
    const cells = columns.map((name) => parts[number]!.get(name));
    const count = Math.max(0, ...cells.map((each) => each?.length ?? 0));
    const name = plainText(trace["name"] ?? `trace ${number}`);
    for (let row = 0; row < count; row++) {
      const values = cells.map((each) => each?.[row]);
      rows.push(hasTrace ? [name, ...values] : values);
    }
  });
  const title = (name: string) =>
    (name === "x" || name === "y" ? textOf(part(layout, `${name}axis`)?.["title"]) : "") || name;
  return { columns: [...(hasTrace ? ["trace"] : []), ...columns.map(title)], rows };
}

type Cells = ArrayLike<unknown>;

/** Return what a trace has one of for each point, by name. */
function partsOf(trace: Trace): Map<string, Cells> {
  const found = new Map<string, Cells>();
  const type = typeOf(trace);
  if (type === "table") return tableCells(trace);
  const inside = (type === "sankey" && part(trace, "link")) || trace;
  if (inside !== trace) {
    for (const name of ["source", "target", "value"]) note(found, name, inside[name]);
    return found;
  }
  for (const dimension of listOf(trace["dimensions"]) as Trace[])
    note(found, plainText(dimension["label"] ?? ""), dimension["values"]);
  const z = trace["z"];
  if (isCells(z) && isCells(z[0])) return gridCells(trace, z);
  for (const name of COLUMNS) note(found, name, trace[name]);
  const y = found.get("y");
  if (y && !found.has("x") && !["box", "violin", "histogram"].includes(type))
    found.set(
      "x",
      Array.from(y, (_, place) => place),
    );
  const value = trace["value"];
  if (found.size === 0 && typeof value === "number") found.set("values", [value]);
  return found;
}

/** Return a table's columns by their headers. */
function tableCells(trace: Trace): Map<string, Cells> {
  const headers = listOf(part(trace, "header")?.["values"]);
  const cells = listOf(part(trace, "cells")?.["values"]) as unknown[];
  return new Map(
    cells.map((column, place) => [
      plainText([headers[place] ?? place].flat().join(" ")),
      listOf(column) as Cells,
    ]),
  );
}

/** Return rows for what lies on a grid: where, and how much. */
function gridCells(trace: Trace, z: Cells): Map<string, Cells> {
  const [xs, ys] = [trace["x"], trace["y"]].map((each) => (isCells(each) ? each : null));
  const x: unknown[] = [];
  const y: unknown[] = [];
  const values: unknown[] = [];
  for (let row = 0; row < z.length; row++) {
    const cells = z[row] as Cells;
    for (let column = 0; column < cells.length; column++) {
      x.push(xs && !isCells(xs[0]) ? xs[column] : column);
      y.push(ys && !isCells(ys[0]) ? ys[row] : row);
      const value = cells[column];
      values.push(isCells(value) ? Array.from(value).join(", ") : value);
    }
  }
  return new Map<string, Cells>([
    ["x", x],
    ["y", y],
    ["z", values],
  ]);
}

function note(found: Map<string, Cells>, name: string, value: unknown): void {
  if (isCells(value) && value.length > 0 && name) found.set(name, value);
}

function isCells(value: unknown): value is Cells {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function listOf(value: unknown): unknown[] {
  return isCells(value) ? Array.from(value) : [];
}

function part(of: Layout, name: string): Record<string, unknown> | null {
  const found = of[name];
  return typeof found === "object" && found !== null ? (found as Record<string, unknown>) : null;
}

/** Return a title's text: it is said by itself, or with how it looks. */
function textOf(title: unknown): string {
  if (typeof title === "object" && title !== null) return textOf((title as Trace)["text"]);
  return typeof title === "string" ? plainText(title) : "";
}

/** Return a text without the marks of HTML that Plotly knows. */
function plainText(text: unknown): string {
  return String(text)
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/<[^>]*>/g, "")
    .trim();
}
