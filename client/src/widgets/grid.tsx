/** Grid: a cell for each element, as many side by side as there is room for. */

import "./grid.css";

import { memo, useLayoutEffect, useRef, useState, type CSSProperties, type RefObject } from "react";

import type { Grid, GridCell } from "../core/wire.gen";
import { define } from "../view/define";
import { Element } from "../view/element";
import { useNode } from "../view/hooks";
import { keyClass } from "../view/parts/key";
import { Scrollable } from "../view/parts/scrollable";
import { gapOf, sized } from "../view/parts/size";

const MOST = 24;
/** The least width of a column, in rem, where the script leaves it to us. */
const LEAST_WIDTH = 12.5;
const PLACES = { top: "start", center: "center", bottom: "end" };

export default define<Grid>(
  ({ id, props }) => {
    const { wrap, border, row_height } = props;
    const ids = useNode(id)?.children ?? [];
    const grid = useRef<HTMLDivElement>(null);
    const columns = useColumns(grid, props);
    const { className, style, isFixed } = sized(props.width, props.height);
    const drawn = (
      <div
        ref={grid}
        className={`stGrid${keyClass(props.key)}`}
        data-testid="stGrid"
        style={layoutOf(props)}
      >
        {ids.map((child) => (
          <Cell
            key={child}
            id={child}
            columns={columns}
            isFramed={border}
            isFixed={row_height !== "content"}
          />
        ))}
      </div>
    );
    return (
      <div className={`stLayoutWrapper${className}`} data-testid="stLayoutWrapper" style={style}>
        {isFixed || !wrap ? (
          <Scrollable className="st-grid-scroll" testId="stGridScrollBody" label="Grid">
            {drawn}
          </Scrollable>
        ) : (
          drawn
        )}
      </div>
    );
  },
  { framed: false },
);

interface CellProps {
  id: string;
  /** How many stand side by side now. */
  columns: number;
  isFramed: boolean;
  /** Whether it scrolls, as its height is given. */
  isFixed: boolean;
}

const Cell = memo(function Cell({ id, columns, isFramed, isFixed }: CellProps) {
  const props = useNode(id)?.props;
  return (
    <div
      className={`stGridCell${isFramed ? " st-border" : ""}`}
      data-testid="stGridCell"
      style={props?.kind === "grid_cell" ? spanOf(props as Partial<GridCell>, columns) : undefined}
    >
      {isFixed ? (
        <Scrollable className="st-grid-cell-scroll" testId="stGridCellBody" label="Cell">
          <div className="st-grid-cell-body">
            <Element id={id} />
          </div>
        </Scrollable>
      ) : (
        <Element id={id} />
      )}
    </div>
  );
});

function spanOf(
  { column_span = 1, row_span = 1 }: Partial<GridCell>,
  columns: number,
): CSSProperties {
  return {
    gridColumn: column_span === "all" ? "1 / -1" : `span ${Math.min(column_span, columns)}`,
    gridRow: `span ${row_span}`,
  };
}

function layoutOf(props: Grid): CSSProperties {
  const { columns, min_column_width: least, row_height, wrap, dense } = props;
  const gap = gapOf(props.column_gap);
  const width = least === "auto" ? `${LEAST_WIDTH}rem` : `${least}px`;
  const most = columns === "auto" ? MOST : columns;
  // As wide as if the most stood side by side, but no narrower than the least, nor than the grid.
  const share = `(100% - ${most - 1} * ${gap}) / ${most}`;
  return {
    gridTemplateColumns: wrap
      ? `repeat(auto-fill, minmax(min(100%, max(${width}, ${share})), 1fr))`
      : `repeat(${most}, minmax(${width}, 1fr))`,
    gridAutoRows: row_height === "content" ? undefined : row_height,
    gridAutoFlow: dense ? "dense" : undefined,
    gap: `${gapOf(props.row_gap)} ${gap}`,
    ["--st-place" as string]: PLACES[props.vertical_alignment],
  };
}

/** Follow how many columns a grid has room for: no cell spans more. */
function useColumns(grid: RefObject<HTMLElement | null>, props: Grid): number {
  const { columns, min_column_width: least, wrap } = props;
  const most = columns === "auto" ? MOST : columns;
  const [fitting, setFitting] = useState(most);
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const measure = () => {
      const { fontSize } = getComputedStyle(document.documentElement);
      const width = least === "auto" ? LEAST_WIDTH * parseFloat(fontSize) : least;
      const gap = parseFloat(getComputedStyle(element).columnGap) || 0;
      setFitting(Math.max(1, Math.floor((element.clientWidth + gap) / (width + gap))));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [grid, least]);
  return wrap ? Math.min(fitting, most) : most;
}
