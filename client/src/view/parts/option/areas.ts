/** Areas: what a person has drawn with a brush, as it travels and as ECharts draws it. */

import { allOf, firstOf, objects, partsOf, type Said } from "./parts";

/** The wire form of an area. */
export interface Area {
  readonly brush_index: number;
  readonly brush_type: string;
  readonly coord_range: readonly unknown[];
  readonly grid_index: number;
  /** How far its edges are from that range, in pixels: on categories, a range is of whole ones. */
  readonly offset: readonly unknown[];
}

/** An area in the words of ECharts: on the axes of a grid, or across the whole chart. */
export interface BrushArea {
  readonly brushType: string;
  readonly coordRange?: readonly unknown[];
  readonly range?: readonly unknown[];
  readonly gridIndex?: number;
  readonly panelId?: string;
  readonly __rangeOffset?: { readonly offset: readonly unknown[] };
}

/** What ECharts says of each brush: its areas, and what lies in them. */
export interface Brushed {
  readonly brushIndex: number;
  readonly areas: readonly BrushArea[];
  readonly selected: readonly { seriesIndex: number; dataIndex: number[] }[];
}

/** Prepare an option object: what an area is in is known by its id. Throttling would tell it late. */
export function setAreas(option: Said): void {
  for (const brush of allOf(option, "brush")) {
    delete brush.throttleType;
    delete brush.throttleDelay;
  }
  for (const part of partsOf(option))
    objects(part.grid).forEach((grid, place) => {
      grid.id ??= idAt(place);
    });
}

/** Return the wire form of what is drawn on axes. */
export function areasIn(brushed: readonly Brushed[], spec: Said): Area[] {
  return brushed.flatMap(({ brushIndex, areas }) =>
    areas
      .filter(({ coordRange }) => Array.isArray(coordRange))
      .map(({ brushType, coordRange, panelId, __rangeOffset }) => ({
        brush_index: brushIndex,
        brush_type: brushType,
        coord_range: coordRange!,
        grid_index: gridAt(panelId, spec),
        offset: rounded(__rangeOffset?.offset ?? []),
      })),
  );
}

/** Return what each brush is to draw of what has travelled: what is in grids that are there. */
export function drawnOf(areas: readonly Area[], spec: Said): Map<number, BrushArea[]> {
  const drawn = new Map<number, BrushArea[]>();
  for (const { brush_index, brush_type, coord_range, grid_index, offset } of areas) {
    if (grid_index > 0 && grid_index >= gridsOf(spec).length) continue;
    const own = drawn.get(brush_index) ?? [];
    own.push({
      gridIndex: grid_index,
      brushType: brush_type,
      coordRange: coord_range,
      ...(offset.length > 0 && { __rangeOffset: { offset } }),
    });
    drawn.set(brush_index, own);
  }
  return drawn;
}

/** Return what each brush is to draw again in a chart that is drawn anew. */
export function keptOf(brushed: readonly Brushed[], spec: Said): Map<number, BrushArea[]> {
  return new Map(
    brushed.map(({ brushIndex, areas }) => [brushIndex, areas.flatMap((each) => kept(each, spec))]),
  );
}

function kept({ panelId, ...area }: BrushArea, spec: Said): BrushArea[] {
  const { brushType, coordRange, range, __rangeOffset } = area;
  if (!panelId) return [{ brushType, range }];
  const gridIndex = gridAt(panelId, spec);
  return gridIndex < 0 ? [] : [{ gridIndex, brushType, coordRange, __rangeOffset }];
}

function gridsOf(spec: Said): Said[] {
  return objects(firstOf(spec).grid);
}

/** Return the place of the grid that a panel stands for; -1 if it has gone. */
function gridAt(panelId: string | undefined, spec: Said): number {
  const grids = gridsOf(spec);
  if (grids.length === 0) return 0;
  return grids.findIndex(({ id }, place) => panelId === `grid--${String(id ?? idAt(place))}`);
}

function idAt(place: number): string {
  return `grid ${place}`;
}

/** Return offsets, each to a hundredth of a pixel; none if there is nothing but zeros. */
function rounded(offset: readonly unknown[]): unknown[] {
  const near = (each: unknown): unknown =>
    Array.isArray(each) ? each.map(near) : Math.round(Number(each) * 100) / 100 + 0;
  const all = offset.map(near);
  return all.flat().some((each) => each !== 0) ? all : [];
}
