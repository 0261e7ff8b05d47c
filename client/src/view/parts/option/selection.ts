/** Selection: what a person has chosen in a chart, told to the script and shown again. */

import type { Chart } from "../echarts";
import type { Area, Brushed } from "./areas";
import { brushes } from "./needs";
import { firstOf, objects, saidOf, type Said } from "./parts";

type DataType = "main" | "node" | "edge";

export interface Group {
  readonly series_index: number;
  readonly series_id: string | null;
  readonly series_name: string | null;
  readonly data_type: DataType;
  readonly data_indices: readonly number[];
  /** Those of them that were clicked; null for all that lie in no area. */
  readonly clicked_indices: readonly number[] | null;
}

/** The wire form of what is selected. */
export interface Choice {
  readonly selected: readonly Group[];
  readonly areas: readonly Area[];
}

export const NOTHING: Choice = { selected: [], areas: [] };

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

/** The selection of one chart, for as long as that is there. */
export class Selecting {
  /** Items by series and type of data, "0 main". */
  #points = new Map<string, Set<number>>();
  /** What ECharts says of its brushes, also while something is drawn. */
  #brushed: readonly Brushed[] = [];
  #areas: readonly Area[] = [];
  /** What lies in those, as `#points`. */
  #inAreas: ReadonlyMap<string, ReadonlySet<number>> = new Map();
  /** The option object that is drawn. */
  #drawn: Said = {};
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
      this.#brushed = (event as unknown as { batch: readonly Brushed[] }).batch;
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
    chart.on("datazoom", () => this.fit());
    // A tool that takes back all that was done to the chart, itself included.
    chart.on("restore", () => {
      this.#brush = null;
      this.#brushed = [];
      this.#areas = [];
      this.#inAreas = new Map();
      this.#points = new Map();
      this.#tell();
    });
    chart.getZr().on("dblclick", () => this.clear());
  }

  /** Choose nothing, as a person does. */
  clear(): void {
    this.#draw([]);
    this.#select(new Map());
    this.#tell();
  }

  /** Show what is chosen, if that is another choice. */
  show(choice: Choice): void {
    if (markOf(choice) === this.#shown) return;
    this.#draw(choice.areas);
    this.#select(this.#clickedOf(choice));
    this.#shown = markOf(choice);
  }

  /** Show what is chosen in a chart that was drawn anew, and so has no tool and nothing selected. */
  showAnew(choice: Choice, drawn: Said): void {
    this.#drawn = drawn;
    this.#points = new Map();
    this.#brushed = [];
    this.#shown = "";
    if (this.#brush) {
      const brushOption = this.#brush;
      this.chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption });
    }
    this.show(choice);
  }

  /** Have areas lie where they are said to, in a chart of another size or zoomed to another place. */
  fit(): void {
    if (this.#areas.length > 0) this.#draw(this.#areas);
  }

  /** Draw areas, and no others. ECharts says what lies in them before this returns. */
  #draw(areas: readonly Area[]): void {
    const drawn = brushes?.drawnOf(this.chart, areas) ?? new Map<number, object[]>();
    const had = this.#brushed.filter((each) => each.areas.length > 0);
    for (const brushIndex of new Set([...had.map((each) => each.brushIndex), ...drawn.keys()]))
      this.chart.dispatchAction({ type: "brush", brushIndex, areas: drawn.get(brushIndex) ?? [] });
    this.#areas = areas;
    this.#inAreas = itemsIn(this.#brushed);
  }

  /** Select items of series of which that can be said, and no others. */
  #select(points: ReadonlyMap<string, ReadonlySet<number>>): void {
    this.#isShowing = true;
    for (const [key, indices] of this.#points) this.#dispatch("unselect", key, [...indices]);
    this.#points = new Map();
    for (const [key, indices] of points) {
      if (!this.#seriesAt(placeOf(key)[0])?.selectedMode) continue;
      this.#points.set(key, new Set(indices));
      this.#dispatch("select", key, [...indices]);
    }
    this.#isShowing = false;
  }

  #clickedOf({ selected }: Choice): Map<string, ReadonlySet<number>> {
    return new Map(
      selected.map(({ series_index, data_type, data_indices, clicked_indices }) => {
        const key = `${series_index} ${data_type}`;
        const others = this.#inAreas.get(key);
        return [key, new Set(clicked_indices ?? data_indices.filter((each) => !others?.has(each)))];
      }),
    );
  }

  #dispatch(type: string, key: string, dataIndex: number[]): void {
    const [seriesIndex, dataType] = placeOf(key);
    const of = dataType === "main" ? {} : { dataType };
    this.chart.dispatchAction({ type, seriesIndex, dataIndex, ...of });
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
    queueMicrotask(() => {
      if (this.chart.isDisposed()) return;
      this.#areas = brushes?.areasIn(this.chart, this.#brushed) ?? [];
      this.#inAreas = itemsIn(this.#brushed);
      this.#tell();
    });
  }

  #tell(): void {
    const choice = this.#choice();
    const mark = markOf(choice);
    if (mark === this.#shown) return;
    this.#shown = mark;
    this.tell(choice);
  }

  #choice(): Choice {
    const all = new Map(this.#inAreas);
    for (const [key, indices] of this.#points)
      all.set(key, new Set([...(all.get(key) ?? []), ...indices]));
    const selected = [...all]
      .filter(([, indices]) => indices.size > 0)
      .map(([key, indices]) => this.#group(key, indices))
      .sort((one, other) => one.series_index - other.series_index);
    return { selected, areas: this.#areas };
  }

  #group(key: string, indices: ReadonlySet<number>): Group {
    const [place, dataType] = placeOf(key);
    const series = this.#seriesAt(place) ?? {};
    return {
      series_index: place,
      series_id: saidOf(series.id),
      series_name: saidOf(series.name),
      data_type: dataType,
      data_indices: sorted(indices),
      clicked_indices: sorted(this.#points.get(key) ?? []),
    };
  }

  #seriesAt(place: number): Said | undefined {
    return objects(firstOf(this.#drawn).series)[place];
  }
}

/** Return the number of a series and the type of its data. */
function placeOf(key: string): [number, DataType] {
  const [place, dataType] = key.split(" ");
  return [Number(place), dataType as DataType];
}

/** Return what lies in areas, by series and type of data. */
function itemsIn(brushed: readonly Brushed[]): Map<string, Set<number>> {
  const all = new Map<string, Set<number>>();
  for (const { areas, selected } of brushed)
    for (const { seriesIndex, dataIndex } of areas.length > 0 ? selected : []) {
      const key = `${seriesIndex} main`;
      all.set(key, new Set([...(all.get(key) ?? []), ...dataIndex]));
    }
  return all;
}

function sorted(numbers: Iterable<number>): number[] {
  return [...numbers].sort((one, other) => one - other);
}

function markOf({ selected, areas }: Choice): string {
  return JSON.stringify([
    selected.map((each) => [
      each.series_index,
      each.data_type,
      each.data_indices,
      each.clicked_indices,
    ]),
    areas.map((each) => [
      each.brush_index,
      each.brush_type,
      each.grid_index,
      each.grid_id,
      each.coord_range,
      each.offset,
    ]),
  ]);
}
