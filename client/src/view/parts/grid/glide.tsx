/** Grid view, as drawn by glide-data-grid: this file, `keys.ts`, `library.ts` and `drawing.ts` know it. */

import "@glideapps/glide-data-grid/index.css";
import "../popup.css";
import "./grid.css";

import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type Ref,
  type RefObject,
} from "react";
import { createPortal } from "react-dom";

import type { Cell } from "../../frames/cells";
import { landmarkOf } from "../landmark";
import { drawCell, measureCell } from "./drawing";
import { pressKey } from "./keys";
import { LAZY_EDITOR, useOverlay } from "./lazy_editor";
import {
  DataEditorCore,
  GridCellKind,
  GridColumnMenuIcon,
  ImageWindowLoaderImpl,
  markerCellRenderer,
  newRowCellRenderer,
  type CustomCell,
  type CustomRenderer,
  type DataEditorRef,
  type GridCell,
  type GridSelection,
  type InnerGridCell,
  type InternalCellRenderer,
  type Item,
} from "./library";
import { chosenOf, currentAt, sameChosen, selectionOf, within } from "./selection";
import { paletteAt, type Palette } from "./theme";
import type { Change, Editor, GridHandle, GridProps, Plain } from "./view";

/** What a cell of the library carries: ours, and what it has been set to while it is edited. */
export interface Slot {
  readonly cell: Cell;
  readonly column: number;
  readonly row: number;
  /** Null if there is only something to see. */
  readonly editor: Editor | null;
  readonly value?: Plain;
}

type SlotCell = CustomCell<Slot>;

interface Props extends GridProps {
  ref?: Ref<GridHandle>;
  /** Another one whenever the colours of the page may be others. */
  colors: number;
}

const HEADER = 36;
const RENDERERS = [
  markerCellRenderer,
  newRowCellRenderer,
] as unknown as InternalCellRenderer<InnerGridCell>[];

/** Draw the grid, as large as the box that it stands in. */
export default function GlideView({ ref, colors, ...given }: Props) {
  const isReady = useOverlay(given.editing != null) || given.editing == null;
  const props = isReady ? given : { ...given, editing: null };
  const { columns, modes, chosen, getCell, editing } = props;
  const [box, setBox] = useState<HTMLElement | null>(null);
  const [portal, setPortal] = useState<HTMLElement | null>(null);
  const editor = useRef<DataEditorRef>(null);
  const [images] = useState(() => new ImageWindowLoaderImpl());
  const palette = useMemo(() => {
    void colors;
    return box && paletteAt(box);
  }, [box, colors]);
  const portalRef = useMemo(() => ({ current: portal! }), [portal]);
  const [current, setCurrent] = useState<GridSelection["current"]>(undefined);
  const isToOpen = useRef(false);
  const [isDrawn, setDrawn] = useState(false);
  const [isTouch, setTouch] = useState(false);
  // The library would forget a place that is gone, and hear no key until it gets the focus again.
  const below = props.rows + (editing?.addRows ? 1 : 0);
  const inside = within(current, below);
  const goOnWithout = (places: readonly number[]) => {
    const [column, row] = inside?.cell ?? [0, places[0] ?? 0];
    const before = places.filter((place) => place < row).length;
    const next = Math.min(row - before, props.rows - places.length - 1);
    setCurrent(next < 0 ? undefined : currentAt(column, next));
    editor.current?.focus();
  };
  useImperativeHandle(ref, () => ({ ...handleOf(editor, setCurrent, isToOpen), goOnWithout }));
  useEffect(() => {
    if (!current || !isToOpen.current || !isReady || !isDrawn) return;
    isToOpen.current = false;
    editor.current?.focus();
    // The library opens a cell by this key only.
    const key = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
    box?.querySelector("canvas")?.dispatchEvent(key);
  }, [box, current, isReady, isDrawn]);
  // eslint-disable-next-line react-hooks/preserve-manual-memoization -- a million rows may be chosen
  const selection = useMemo(() => selectionOf(chosen, modes, inside), [chosen, modes, inside]);
  const select = (next: GridSelection) => {
    const now = chosenOf(next, props);
    setCurrent(next.current);
    if (!sameChosen(now, chosen)) props.choose(now);
  };

  const found = palette?.found;
  const getContent = useCallback(
    ([column, row]: Item): GridCell => {
      const cell = getCell(column, row);
      const isTickable = editing?.isTickable(column, row) ?? false;
      const own = editing?.editorOf(column, row) ?? null;
      const isEditable = isTickable || own !== null;
      const slot: SlotCell = {
        kind: GridCellKind.Custom,
        data: { cell, column, row, editor: own },
        copyData: cell.copy,
        allowOverlay:
          isReady && cell.kind !== "checkbox" && cell.kind !== "loading" && cell.kind !== "button",
        readonly: !isEditable,
        ...(cell.kind === "link" || cell.kind === "button" ? { cursor: "pointer" } : {}),
        ...themed(props.isFound?.(column, row) ? found : cell.look?.background),
      };
      return slot;
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [getCell, editing, isReady, props.isFound, found],
  );
  const renderers = useMemo(
    () => (palette ? [rendererOf(palette, props)] : []),
    // What it needs of the others is asked for when it is needed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [palette, editing],
  );

  const change = useCallback(
    (edits: readonly { location: Item; value: GridCell }[]) => {
      if (!editing) return true;
      const changes = edits.flatMap(({ location: [column, row], value }) =>
        changesOf(value as SlotCell, column, row, props),
      );
      if (changes.length > 0) editing.change(changes);
      return true;
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [editing],
  );

  return (
    <div
      ref={setBox}
      className="st-grid"
      dir="ltr"
      data-testid="stDataFrameGlideDataEditor"
      onPointerDownCapture={({ pointerType }) => setTouch(pointerType === "touch")}
      onPointerUp={() => {
        // The library does so with the next picture: until then keys would be for nobody.
        if (document.activeElement === document.body) editor.current?.focus();
      }}
    >
      {/* Where editors open: in the landmark of the grid, above everything there. */}
      {box &&
        createPortal(
          <div ref={setPortal} className="st-grid-portal st-popup-place" />,
          landmarkOf(box) ?? document.body,
        )}
      {palette && columns.length > 0 && (
        <DataEditorCore
          ref={editor}
          width="100%"
          height="100%"
          className="glideDataEditor"
          portalElementRef={portalRef}
          theme={palette.theme}
          columns={columns.map((column) => ({
            id: column.id,
            title: column.title,
            width: column.width,
            hasMenu: true,
            menuIcon: GridColumnMenuIcon.Dots,
            ...(column.grows ? { grow: 1 } : {}),
            ...(column.group === undefined ? {} : { group: column.group }),
            ...(column.isMuted ? { themeOverride: { textDark: palette.theme.textMedium! } } : {}),
            ...(column.isEditable ? { icon: "editable" } : {}),
          }))}
          rows={props.rows}
          getCellContent={getContent}
          getCellsForSelection={props.canCopy ? true : undefined!}
          renderers={RENDERERS}
          customRenderers={renderers}
          headerIcons={ICONS}
          imageWindowLoader={images}
          freezeColumns={props.pinned}
          headerHeight={HEADER}
          groupHeaderHeight={HEADER}
          rowHeight={props.rowHeight}
          minColumnWidth={40}
          maxColumnWidth={1000}
          smoothScrollX
          smoothScrollY
          rowMarkers={markersOf(props)}
          rowSelect={modes.rows}
          rowSelectionMode="multi"
          columnSelect={modes.columns}
          columnSelectionMode="multi"
          // A finger that is drawn across scrolls.
          rangeSelect={modes.cells === "single" || isTouch ? "cell" : "rect"}
          rangeSelectionBlending="additive"
          rowSelectionBlending="additive"
          columnSelectionBlending="additive"
          gridSelection={selection}
          onGridSelectionChange={select}
          onSelectionCleared={() => props.clear?.()}
          onHeaderClicked={(column, event) => {
            if (modes.columns !== "none") return;
            event.preventDefault();
            props.onHeader(column);
          }}
          onHeaderMenuClick={(column, at) => props.onMenu(column, at)}
          onHeaderContextMenu={(column, event) => {
            event.preventDefault();
            props.onMenu(column, event.bounds);
          }}
          onItemHovered={(args) =>
            args.kind === "header"
              ? props.onHover(args.location[0], args.bounds)
              : props.onHover(null, null)
          }
          onColumnResize={(column, width, index) =>
            props.onResize(indexOf(columns, column.id) ?? index, width)
          }
          onColumnMoved={props.onMove}
          onVisibleRegionChanged={(range) => {
            setDrawn(true);
            // What scrolls is no place for the focus: the grid has it.
            box!.querySelector<HTMLElement>(".dvn-scroller")!.tabIndex = -1;
            props.look([range.x, range.x + range.width], [range.y, range.y + range.height]);
          }}
          onCellActivated={([column, row]) => activate(props, column, row)}
          onKeyDown={(event) => pressKey(event, props)}
          onCellsEdited={change}
          onPaste={(target, texts) => {
            editing?.paste(props, target, texts);
            return false;
          }}
          onDelete={(chosenNow) => {
            const rows = chosenNow.rows.toArray();
            if (rows.length === 0 || !editing?.deleteRows) return true;
            editing.deleteRows(rows);
            props.choose({ ...chosen, rows: [] });
            goOnWithout(rows);
            return false;
          }}
          cellActivationBehavior={editing ? "second-click" : "double-click"}
          fillHandle={editing != null}
          {...(editing?.addRows
            ? {
                onRowAppended: () => void editing.addRows!([new Map()]),
                trailingRowOptions: { sticky: false, tint: true },
              }
            : {})}
          keybindings={{
            search: false,
            downFill: editing != null,
            rightFill: editing != null,
            copy: props.canCopy,
            cut: editing != null && props.canCopy,
            paste: editing != null,
            // As in every spreadsheet; the others are those of the library.
            activateCell: " |Enter|shift+Enter|F2",
          }}
          experimental={{ paddingBottom: 0 }}
        />
      )}
    </div>
  );
}

const ICONS = {
  editable: ({ bgColor }: { bgColor: string }) =>
    `<svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="${bgColor}" stroke-width="2" stroke-linejoin="round" xmlns="http://www.w3.org/2000/svg"><path d="M4 6h12M4 12h7M4 18h4M12 19l1-4L19 9l3 3-7 6z"/></svg>`,
};

function themed(bgCell: string | null | undefined) {
  return bgCell ? { themeOverride: { bgCell } } : {};
}

function handleOf(
  editor: RefObject<DataEditorRef | null>,
  setCurrent: (current: GridSelection["current"]) => void,
  isToOpen: RefObject<boolean>,
): Omit<GridHandle, "goOnWithout"> {
  const goTo = (column: number, row: number) => {
    setCurrent(currentAt(column, row));
    editor.current?.scrollTo(column, row, "both", 0, 0, { vAlign: "center" });
  };
  return {
    goTo,
    open: (column, row) => {
      isToOpen.current = true;
      goTo(column, row);
    },
    focus: () => editor.current?.focus(),
  };
}

function markersOf({ modes, editing }: GridProps) {
  const isEditor = editing?.deleteRows != null;
  if (modes.rows === "none" && !isEditor) return "none" as const;
  return {
    kind: "checkbox-visible" as const,
    checkboxStyle: modes.rows === "single" ? ("circle" as const) : ("square" as const),
    headerDisabled: modes.rows === "single",
  };
}

function indexOf(columns: GridProps["columns"], id: string | undefined): number | undefined {
  const index = columns.findIndex((each) => each.id === id);
  return index < 0 ? undefined : index;
}

function rendererOf(palette: Palette, props: GridProps): CustomRenderer<SlotCell> {
  return {
    kind: GridCellKind.Custom,
    isMatch: (cell): cell is SlotCell => "cell" in (cell.data as object),
    needsHover: ({ data }) => data.cell.kind === "link" || data.cell.kind === "button",
    draw: (args, cell) =>
      drawCell(args, cell.data.cell, palette, cell.data.cell.kind === "checkbox" && !cell.readonly),
    measure: (ctx, { data }, theme) => measureCell(ctx, data.cell, theme) + 16,
    onClick: ({ cell, preventDefault, posX, bounds }) => {
      const { cell: ours, column, row } = cell.data;
      if (ours.kind === "button" || ours.kind === "link") {
        preventDefault();
        props.onPress(column, row);
      }
      const isOnBox = Math.abs(posX - bounds.width / 2) < 14;
      if (ours.kind !== "checkbox" || cell.readonly || !isOnBox) return undefined;
      return { ...cell, data: { ...cell.data, value: !ours.checked } };
    },
    onDelete: (cell) => {
      if (cell.readonly) return undefined;
      return { ...cell, data: { ...cell.data, value: null } };
    },
    provideEditor: () => LAZY_EDITOR,
  };
}

/** What a cell was set to; one that was filled in has the content of another. */
function changesOf({ data }: SlotCell, column: number, row: number, props: GridProps): Change[] {
  const { editing } = props;
  const editor = editing?.editorOf(column, row) ?? null;
  const isTickable = editing?.isTickable(column, row) ?? false;
  if (!editor && !isTickable) return [];
  if (data.value !== undefined) return [{ column, row, value: data.value }];
  if (isTickable)
    return [{ column, row, value: data.cell.kind === "checkbox" && !!data.cell.checked }];
  const parsed = editor!.parse(data.cell.copy);
  return "value" in parsed ? [{ column, row, value: parsed.value }] : [];
}

function activate(props: GridProps, column: number, row: number): void {
  const cell = props.getCell(column, row);
  if (cell.kind === "checkbox" && props.editing?.isTickable(column, row))
    props.editing.change([{ column, row, value: !cell.checked }]);
  if (cell.kind === "button") props.onPress(column, row);
}
