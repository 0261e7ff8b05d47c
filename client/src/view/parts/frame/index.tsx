/** Frame view: a table to look at, with its toolbar; perhaps to select in, or to edit. */

import "./frame.css";

import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";

import type { Dataframe } from "../../../core/wire.gen";
import type { Cell } from "../../frames/cells";
import { idsOf, shownColumns, type Arrangement, type Column } from "../../frames/columns";
import type { Span } from "../../frames/source";
import { useKept } from "../../kept";
import { safeLink } from "../markdown/links";
import { Fullscreen } from "../fullscreen";
import { useColors } from "../page_colors";
import GlideView from "../grid/glide";
import type { Box, Editing, GridHandle, Modes } from "../grid/view";
import { choiceOf, placesOf, type Choice, type Shown } from "./choice";
import { useExporting } from "./exporting";
import { gridColumn, hasGroups, moved, nextSort } from "./headers";
import { ColumnMenu } from "./lazy_menus";
import { PrintTable } from "./print_table";
import { useCellReader, watchRows } from "./reading";
import { useRows, type Edits } from "./rows";
import { Search, useSearch } from "./search";
import { useSource } from "./source";
import { ToolbarButton } from "../toolbar_button";
import { FrameTools } from "./tools";
import { useWidths } from "./widths_kept";

export type { Choice, Shown } from "./choice";
export type { Edits } from "./rows";

/** What props say of how a frame is shown, be it to look at or to edit. */
export type FrameLook = Pick<
  Dataframe,
  "frame" | "width" | "height" | "order" | "hide_index" | "row_height" | "placeholder" | "alt"
>;

/** What a person has changed, and can change. */
export interface FrameEditing extends Edits {
  /** Return what a cell was set to, undefined if it was not; both count in the frame. */
  valueAt(column: number, row: number): unknown;
  editing(shown: Shown): Editing;
  isEditable(column: Column): boolean;
  /** A cell to open, by its column and row in the frame: another one each time. */
  readonly opens: { readonly column: number; readonly row: number } | null;
}

interface FrameViewProps {
  id: string;
  look: FrameLook;
  canExport: boolean;
  modes: Modes;
  choice: Choice;
  choose(choice: Choice): void;
  /** A button in a cell was pressed; `press` is the node that is meant. */
  press?(press: string, row: number, label: string): void;
  edited?: FrameEditing | null;
  /** What else there is in the toolbar. */
  tools?: ReactNode;
}

const NOTHING: Choice = { rows: [], columns: [], cells: [] };
const UNTOUCHED: Arrangement = {};
const PLUS = "M12 5v14M5 12h14";
const BIN = "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6M14 11v6";
const HEADER = 36;
const ROW = 35;
/** Rows in sight, if the script does not say how high the table is. */
const ROWS_IN_SIGHT = 10;
/** Where a table ends that is longer: in the middle of a row, which says that more follow. */
const TALLEST = 400;

/** Draw it. */
export function FrameView({ id, look, modes, choice, canExport, edited, ...rest }: FrameViewProps) {
  const { frame } = look;
  const source = useSource(frame);
  const [version, setVersion] = useState(0);
  useEffect(() => source.subscribe(() => setVersion((count) => count + 1)), [source]);

  const [arrangement, setArrangement] = useKept(`${id} columns`, UNTOUCHED);
  const arrange = (part: Arrangement) => setArrangement({ ...arrangement, ...part });
  const script = { ...look, selectsRows: modes.rows !== "none" };
  const columns = useMemo(
    () => shownColumns(frame, script, arrangement),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [frame, look.order, look.hide_index, modes.rows, arrangement],
  );
  const sort = arrangement.sort ?? null;
  const sortedBy = sort ? idsOf(frame).indexOf(sort.column) : -1;
  const ordered = useRows(
    source,
    sortedBy < 0 ? null : sortedBy,
    !!sort?.descending,
    edited ?? null,
  );
  const { rows } = ordered;

  const getCell = useCellReader(source, columns, rows, look, edited ?? null, version);
  const search = useSearch(columns, rows, getCell, source, sortedBy, !!sort?.descending);
  const exporting = useExporting({ columns, rows, source, getCell });
  const problem = exporting.problem ?? ordered.error ?? source.error;
  const grid = useRef<GridHandle>(null);
  const [isLarge, setLarge] = useState(false);
  const [menu, setMenu] = useState<{ column: Column; at: Box } | null>(null);
  const [hint, setHint] = useState<string | null>(null);
  const widths = useWidths(columns, rows, getCell, source, version);
  const gridColumns = useMemo(
    () => columns.map((column) => gridColumn(column, columns, widths.of(column), sort, edited)),
    [columns, widths, sort, edited],
  );
  const shown: Shown = { columns, rows, source };
  const editing = useMemo(
    () => edited?.editing({ columns, rows, source }) ?? null,
    [edited, columns, rows, source],
  );
  const chosen = useMemo(() => placesOf(choice, columns, rows), [choice, columns, rows]);
  const watch = useCallback(
    (across: Span, down: Span) => watchRows(source, columns, rows, across, down),
    [source, columns, rows],
  );
  // A table whose rows have changed shows others in the same place.
  const seen = useRef<[Span, Span]>([
    [0, columns.length],
    [0, ROWS_IN_SIGHT],
  ]);
  useEffect(() => watch(...seen.current), [watch, version]);

  const opens = edited?.opens ?? null;
  const isThere = version > 0 || frame.data != null;
  useEffect(() => {
    if (!opens || !isThere) return;
    const place = columns.findIndex(({ number }) => number === opens.column);
    const row = rows.placeOf(opens.row);
    if (place >= 0 && row !== null) grid.current?.open(place, row);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opens, isThere]);

  const label = look.alt ?? `Table with ${rows.count} rows and ${columns.length} columns`;
  const height = heightOf(look, rows.count, editing?.addRows != null, hasGroups(columns));
  const total = gridColumns.reduce((sum, { width }) => sum + width, 0);

  // Rows that are chosen may stand where nobody has looked yet.
  const isChosen = choice.rows.length + choice.columns.length + choice.cells.length > 0;
  const clear = isChosen && !modes.isRequired ? () => rest.choose(NOTHING) : null;
  const view = (
    <GlideView
      ref={grid}
      colors={useColors()}
      label={label}
      columns={gridColumns}
      rows={rows.count}
      pinned={columns.filter((each) => each.isPinned).length}
      rowHeight={look.row_height ?? ROW}
      getCell={getCell}
      modes={modes}
      chosen={chosen}
      choose={(next) => rest.choose(choiceOf(next, shown, choice, modes))}
      clear={clear}
      canCopy={canExport}
      isFound={search.isFound}
      look={(across, down) => {
        seen.current = [across, down];
        watch(across, down);
      }}
      onHeader={(place) => arrange({ sort: nextSort(sort, columns[place]!.id) })}
      onMenu={(place, at) => setMenu({ column: columns[place]!, at })}
      onResize={(place, width) => widths.set(columns[place]!, width, arrange)}
      onFit={(place) => widths.set(columns[place]!, null, arrange)}
      onMove={(from, to) => arrange({ order: moved(columns, from, to, frame) })}
      onPress={(place, row) =>
        pressCell(columns[place]!, rows.numberAt(row), getCell(place, row), rest)
      }
      onHover={(place) => setHint(place === null ? null : (columns[place]?.options.help ?? null))}
      editing={editing}
    />
  );
  // What opens beside the grid opens where it is: over the page nothing else can be reached.
  const beside = (
    <>
      <Search
        search={search}
        goTo={(place) => grid.current?.goTo(0, place)}
        leave={() => {
          grid.current?.focus(); // before the field is gone: keys would be for nobody
          search.close();
        }}
      />
      {menu && (
        <ColumnMenu
          column={menu.column}
          at={menu.at}
          arrangement={arrangement}
          arrange={arrange}
          fit={() => widths.set(menu.column, null, arrange)}
          close={() => {
            setMenu(null);
            grid.current?.focus();
          }}
        />
      )}
    </>
  );
  return (
    <div
      className="stFullScreenFrame st-frame-box"
      data-testid="stFullScreenFrame"
      onKeyDown={(event) => {
        // What is drawn over the page is heard here too.
        if (!isSearchKey(event)) return;
        event.preventDefault();
        search.open();
      }}
    >
      <div
        className="stDataFrame st-frame st-with-toolbar"
        data-testid="stDataFrame"
        role="group"
        aria-label={label}
        aria-busy={ordered.isBusy || undefined}
        title={hint ?? undefined}
      >
        <FrameTools
          id={id}
          frame={frame}
          script={script}
          arrangement={arrangement}
          arrange={arrange}
          exporting={canExport ? exporting : null}
          isEmpty={rows.count === 0 && !edited}
          openSearch={search.open}
          expand={() => setLarge(true)}
          clear={clear}
        >
          {editing?.addRows && (
            <ToolbarButton
              label="Add row"
              icon={PLUS}
              onClick={() => editing.addRows!([new Map()])}
            />
          )}
          {editing?.deleteRows && chosen.rows.length > 0 && (
            <ToolbarButton
              label={chosen.rows.length > 1 ? "Delete rows" : "Delete row"}
              icon={BIN}
              onClick={() => {
                editing.deleteRows!(chosen.rows);
                rest.choose(NOTHING);
                grid.current?.goOnWithout(chosen.rows);
              }}
            />
          )}
          {rest.tools}
        </FrameTools>
        <div
          className="st-frame-resizable"
          data-testid="stDataFrameResizable"
          style={{ height, ...(look.width === "content" ? { width: total + 2 } : {}) }}
        >
          {!isLarge && view}
          {rows.count === 0 && !edited && <p className="st-frame-empty">empty</p>}
        </div>
        {!isLarge && beside}
        {problem && (
          <p className="st-frame-error" role="alert">
            {problem}
          </p>
        )}
        {frame.of != null && <Cut shown={frame.rows} of={frame.of} />}
        <PrintTable columns={columns} rows={rows} getCell={getCell} />
      </div>
      {isLarge && (
        <Fullscreen label={label} close={() => setLarge(false)}>
          <div className="st-frame-large">
            {view}
            {beside}
          </div>
        </Fullscreen>
      )}
    </div>
  );
}

function Cut({ shown, of }: { shown: number; of: number }) {
  const rest = of < 0 ? "" : ` of ${of.toLocaleString()}`;
  return <p className="st-frame-cut">{`The first ${shown.toLocaleString()}${rest} rows`}</p>;
}

function heightOf(look: FrameLook, count: number, canGrow: boolean, isGrouped: boolean) {
  const { height, row_height } = look;
  if (typeof height === "number") return height;
  if (height === "stretch") return "100%";
  const row = row_height ?? ROW;
  const head = isGrouped ? 2 * HEADER : HEADER;
  const all = head + Math.max(count + (canGrow ? 1 : 0), 1) * row + 2;
  return height === "content" ? all : Math.min(all, Math.max(TALLEST, head + 3 * row));
}

function pressCell(
  column: Column,
  row: number,
  cell: Cell,
  { press }: Pick<FrameViewProps, "press">,
): void {
  if (cell.kind === "button" && column.options.press && row >= 0)
    press?.(column.options.press, row, cell.text);
  if (cell.kind !== "link") return;
  const href = safeLink(cell.href);
  if (href) window.open(href, "_blank", "noopener,noreferrer");
}

function isSearchKey({ ctrlKey, metaKey, altKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && key.toLowerCase() === "f";
}
