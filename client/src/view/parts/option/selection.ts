/** Selection: what a person has chosen in a chart, told to the script and shown again. */

import type { Chart } from "../echarts";
import { firstOf, objects, type Said } from "./parts";

type DataType = "main" | "node" | "edge";

export interface Group {
  readonly series_index: number;
  readonly series_id: string | null;
  readonly series_name: string | null;
  readonly data_type: DataType;
  readonly data_indices: readonly number[];
}

export interface Area {
  readonly brush_index: number;
  readonly brush_type: string;
  readonly coord_range: readonly unknown[];
}

/** The wire form of what is selected. */
export interface Choice {
  readonly selected: readonly Group[];
  readonly areas: readonly Area[];
}

export const NOTHING: Choice = { selected: [], areas: [] };

/** What says where an area is: the axes or the grid that a brush is for. */
const TARGETS = ["gridIndex", "xAxisIndex", "yAxisIndex", "singleAxisIndex", "polarIndex"];

interface SelectChanged {
  isFromClick?: boolean;
  fromActionPayload?: {
    type?: string;
    seriesIndex?: number;
    dataType?: string;
    dataIndexInside?: number;
  };
  selected: { seriesIndex: number; dataType?: string; dataIndex: number[] }[];
}

interface BrushArea {
  brushType: string;
  coordRange?: unknown[];
}

interface Brushed {
  brushIndex: number;
  areas: BrushArea[];
  selected: { seriesIndex: number; dataIndex: number[] }[];
}

/** The selection of one chart, for as long as that is there. */
export class Selecting {
  /** Items by series and type of data, "0 main". */
  #points = new Map<string, Set<number>>();
  #brushed: readonly Brushed[] = [];
  #spec: Said = {};
  #shown = "";
  #isShowing = false;
  /** What somebody has chosen to draw areas with. */
  #brush: object | null = null;

  constructor(
    private readonly chart: Chart,
    private readonly tell: (choice: Choice) => void,
  ) {
    chart.on("selectchanged", (event) => this.#onPoints(event as unknown as SelectChanged));
    chart.on("brushselected", (event) => {
      this.#brushed = (event as unknown as { batch: Brushed[] }).batch;
    });
    chart.on("brushend", () => this.#hear());
    chart.on("brush", (event) => {
      const { command, areas, $from } = event as { command?: string; areas?: []; $from?: string };
      if (command === "clear" || ($from && !areas?.length)) this.#hear();
    });
    chart.on("globalcursortaken", (event) => {
      const { key, brushOption } = event as { key?: string; brushOption?: object };
      if (key === "brush") this.#brush = brushOption ?? null;
    });
    chart.getZr().on("dblclick", () => this.clear());
  }

  /** Choose nothing, as a person does. */
  clear(): void {
    this.#show(NOTHING);
    this.#tell();
  }

  /** Show what is chosen, in a chart that is drawn anew or has another choice shown. */
  show(choice: Choice, spec: Said, isNew: boolean): void {
    this.#spec = spec;
    if (isNew) {
      this.#points = new Map();
      this.#brushed = [];
      if (this.#brush) {
        const brushOption = this.#brush;
        this.chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption });
      }
    } else if (markOf(choice) === this.#shown) return;
    this.#show(choice);
    this.#shown = markOf(choice);
  }

  #show(choice: Choice): void {
    this.#isShowing = true;
    for (const [key, indices] of this.#points) this.#dispatch("unselect", key, [...indices]);
    this.#points = new Map();
    for (const { series_index, data_type, data_indices } of choice.selected) {
      if (!this.#seriesAt(series_index)?.selectedMode) continue;
      const key = `${series_index} ${data_type}`;
      this.#points.set(key, new Set(data_indices));
      this.#dispatch("select", key, [...data_indices]);
    }
    const had = this.#brushed.some(({ areas }) => areas.length > 0);
    if (had || choice.areas.length > 0) this.#draw(choice.areas);
    this.#isShowing = false;
  }

  #draw(areas: readonly Area[]): void {
    const brushes = objects(firstOf(this.#spec).brush);
    const numbers = new Set([
      ...this.#brushed.map((each) => each.brushIndex),
      ...areas.map((each) => each.brush_index),
    ]);
    for (const brushIndex of numbers) {
      const brush = brushes[brushIndex] ?? {};
      const target = Object.fromEntries(
        TARGETS.filter((name) => brush[name] != null).map((name) => [name, brush[name]]),
      );
      const own = areas.filter((each) => each.brush_index === brushIndex);
      const drawn = own.map(({ brush_type, coord_range }) => ({
        ...target,
        brushType: brush_type,
        coordRange: coord_range,
      }));
      this.chart.dispatchAction({ type: "brush", brushIndex, areas: drawn });
    }
    if (areas.length === 0) this.#brushed = [];
  }

  #dispatch(type: string, key: string, dataIndex: number[]): void {
    const [series, dataType] = key.split(" ") as [string, DataType];
    const of = dataType === "main" ? {} : { dataType };
    this.chart.dispatchAction({ type, seriesIndex: Number(series), dataIndex, ...of });
  }

  #onPoints({ isFromClick, selected, fromActionPayload: by = {} }: SelectChanged): void {
    if (!isFromClick || this.#isShowing) return;
    const types = new Set(
      selected.filter((each) => each.seriesIndex === by.seriesIndex).map((each) => each.dataType),
    );
    // Of nodes and edges, ECharts tells the numbers together.
    if (types.size > 1 || by.dataType === "node" || by.dataType === "edge") this.#toggle(by);
    else
      this.#points = new Map(
        selected.map(({ seriesIndex, dataIndex }) => [`${seriesIndex} main`, new Set(dataIndex)]),
      );
    this.#tell();
  }

  #toggle({
    seriesIndex = 0,
    dataType = "main",
    dataIndexInside = 0,
  }: NonNullable<SelectChanged["fromActionPayload"]>): void {
    const key = `${seriesIndex} ${dataType}`;
    const own = this.#points.get(key) ?? new Set();
    const had = own.has(dataIndexInside);
    if (this.#seriesAt(seriesIndex)?.selectedMode !== "multiple")
      for (const each of this.#points.keys())
        if (each.startsWith(`${seriesIndex} `)) this.#points.delete(each);
    const next = this.#points.get(key) ?? new Set();
    if (had) next.delete(dataIndexInside);
    else next.add(dataIndexInside);
    this.#points.set(key, next);
  }

  /**
   * A person has drawn. ECharts says what lies in it in the same task, but after "brush": a microtask
   * later it is known. What it says at other times is not theirs: it does so of a chart drawn anew.
   */
  #hear(): void {
    queueMicrotask(() => this.#tell());
  }

  #tell(): void {
    if (this.chart.isDisposed()) return;
    const choice = this.#choice();
    const mark = markOf(choice);
    if (mark === this.#shown) return;
    this.#shown = mark;
    this.tell(choice);
  }

  #choice(): Choice {
    const all = new Map([...this.#points].map(([key, indices]) => [key, new Set(indices)]));
    for (const { areas, selected } of this.#brushed)
      for (const { seriesIndex, dataIndex } of areas.length ? selected : []) {
        const key = `${seriesIndex} main`;
        const known = all.get(key) ?? new Set();
        for (const each of dataIndex) known.add(each);
        all.set(key, known);
      }
    const selected = [...all]
      .filter(([, indices]) => indices.size > 0)
      .map(([key, indices]) => this.#group(key, indices))
      .sort((one, other) => one.series_index - other.series_index);
    const areas = this.#brushed.flatMap(({ brushIndex, areas: drawn }) =>
      drawn
        .filter(({ coordRange }) => Array.isArray(coordRange))
        .map(({ brushType, coordRange }) => ({
          brush_index: brushIndex,
          brush_type: brushType,
          coord_range: coordRange!,
        })),
    );
    return { selected, areas };
  }

  #group(key: string, indices: ReadonlySet<number>): Group {
    const [place, dataType] = key.split(" ") as [string, DataType];
    const series = this.#seriesAt(Number(place)) ?? {};
    return {
      series_index: Number(place),
      series_id: said(series.id),
      series_name: said(series.name),
      data_type: dataType,
      data_indices: [...indices].sort((one, other) => one - other),
    };
  }

  #seriesAt(place: number): Said | undefined {
    return objects(firstOf(this.#spec).series)[place];
  }
}

function said(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function markOf({ selected, areas }: Choice): string {
  return JSON.stringify([
    selected.map((each) => [each.series_index, each.data_type, each.data_indices]),
    areas.map((each) => [each.brush_index, each.brush_type, each.coord_range]),
  ]);
}
