/** Areas: what a person has drawn with a brush, as it travels and as ECharts draws it. */

import type { Chart } from "../echarts";
import { saidOf, type Said } from "./parts";

/** The wire form of an area. */
export interface Area {
  readonly brush_index: number;
  readonly brush_type: string;
  readonly coord_range: readonly unknown[];
  /** The grid that it is in; null for the first that its brush is for. */
  readonly grid_index: number | null;
  /** What the specification calls that grid, if it does: it is known by that wherever it stands. */
  readonly grid_id: string | null;
  /**
   * How far its edges are from `coord_range`, in categories, of which ECharts counts whole ones;
   * empty if they are nowhere else.
   */
  readonly offset: readonly unknown[];
}

/** An area in the words of ECharts; it has no `coordRange` if it lies across the whole chart. */
export interface BrushArea {
  readonly brushType: string;
  readonly coordRange?: readonly unknown[];
  readonly gridIndex?: number;
  /** From its edges to the middles of their categories, in pixels. */
  readonly __rangeOffset?: { readonly offset: readonly unknown[] };
}

/** What ECharts says of each brush: its areas, and what lies in them. */
export interface Brushed {
  readonly brushIndex: number;
  readonly areas: readonly BrushArea[];
  readonly selected: readonly { seriesIndex: number; dataIndex: number[] }[];
}

interface Axis {
  readonly type: string;
  getExtent(): [number, number];
  dataToCoord(value: unknown): number;
  toGlobalCoord(coord: number): number;
}

interface Target {
  readonly gridModel?: { readonly componentIndex: number; readonly option: Said };
  readonly coordSys: { getAxis(name: "x" | "y"): Axis };
}

/** What ECharts has no public names for. */
interface Model {
  getComponent(name: "brush", place: number): BrushModel | undefined;
}

interface BrushModel {
  readonly option: Said;
  readonly brushTargetManager?: { findTargetInfo(area: object, model: Model): Target | true };
}

/** Return the wire form of the areas that are drawn on axes. */
export function areasIn(chart: Chart, brushed: readonly Brushed[]): Area[] {
  return brushed.flatMap(({ brushIndex, areas }) =>
    areas.flatMap((area) => {
      const target = targetOf(chart, brushIndex, () => area);
      return target && area.coordRange ? [areaOf(brushIndex, area, target)] : [];
    }),
  );
}

function areaOf(brushIndex: number, area: BrushArea, target: Target): Area {
  const { brushType, coordRange = [], __rangeOffset } = area;
  const steps = axesOf(target).map(stepOf);
  const offset = mapEnds(brushType, __rangeOffset?.offset ?? [], steps, (pixels, axis) =>
    steps[axis] ? Math.round((-Number(pixels) / steps[axis]) * 1e4) / 1e4 + 0 : 0,
  );
  const { componentIndex, option } = target.gridModel!;
  return {
    brush_index: brushIndex,
    brush_type: brushType,
    coord_range: coordRange,
    grid_index: componentIndex,
    grid_id: saidOf(option.id),
    offset: offset.flat().some((each) => each !== 0) ? offset : [],
  };
}

/** Return what each brush is to draw: the areas in grids that it is for. */
export function drawnOf(chart: Chart, areas: readonly Area[]): Map<number, BrushArea[]> {
  const drawn = new Map<number, BrushArea[]>();
  for (const area of areas) {
    const { brush_index, grid_index, grid_id } = area;
    const target = targetOf(chart, brush_index, (brush) => {
      if (grid_id !== null) return { gridId: grid_id };
      return grid_index === null ? brush : { gridIndex: grid_index };
    });
    if (!target) continue;
    const others = drawn.get(brush_index) ?? [];
    drawn.set(brush_index, [...others, brushAreaOf(area, target)]);
  }
  return drawn;
}

function brushAreaOf({ brush_type, coord_range, offset }: Area, target: Target): BrushArea {
  const area = {
    gridIndex: target.gridModel!.componentIndex,
    brushType: brush_type,
    coordRange: coord_range,
  };
  if (offset.length === 0) return area;
  const steps = axesOf(target).map(stepOf);
  const pixels = mapEnds(brush_type, offset, steps, (share, axis) => -Number(share) * steps[axis]!);
  return { ...area, __rangeOffset: { offset: pixels } };
}

/** Return the axes that an area of a brush lies on; null if the brush is not for them. */
function targetOf(chart: Chart, brushIndex: number, where: (brush: Said) => object): Target | null {
  const model = (chart as unknown as { getModel(): Model }).getModel();
  const brush = model.getComponent("brush", brushIndex);
  const target = brush?.brushTargetManager?.findTargetInfo(where(brush.option), model);
  return target && target !== true && target.gridModel ? target : null;
}

function axesOf({ coordSys }: Target): Axis[] {
  return [coordSys.getAxis("x"), coordSys.getAxis("y")];
}

function pixelAt(axis: Axis, value: unknown): number {
  return axis.toGlobalCoord(axis.dataToCoord(value));
}

/** Return how far it is to the next category, in pixels; 0 for an axis that has none. */
function stepOf(axis: Axis): number {
  if (axis.type !== "category") return 0;
  // Of a single one, both are where that is.
  const step = pixelAt(axis, 1) - pixelAt(axis, 0);
  const [start, end] = axis.getExtent();
  return step || axis.toGlobalCoord(end) - axis.toGlobalCoord(start) || 0;
}

/**
 * Return what becomes of each end of an area, in its shape. Pairs go from the smaller to the larger,
 * values and pixels each: where an axis runs against the pixels, one is the other turned round.
 */
function mapEnds(
  brushType: string,
  ends: readonly unknown[],
  steps: readonly number[],
  become: (end: unknown, axis: number) => number,
): unknown[] {
  const pair = (both: readonly unknown[], axis: number) => {
    const now = both.map((end) => become(end, axis));
    return steps[axis]! < 0 ? now.reverse() : now;
  };
  const lists = ends as readonly (readonly unknown[])[];
  if (brushType === "lineX") return pair(ends, 0);
  if (brushType === "lineY") return pair(ends, 1);
  if (brushType === "rect") return lists.map(pair);
  return lists.map((point) => point.map(become));
}
