/** Editing: how a table is edited: what was entered, what is half entered, and what can be undone. */

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";

import type { DataEditor } from "../../../core/wire.gen";
import { useCommit, useText } from "../../draft";
import { useSession } from "../../hooks";
import {
  cellsOf,
  untouched,
  type AddedRow,
  type CellChange,
  type CellMap,
  type EditState,
  type Entered,
  type Form,
} from "../../frames/edits";
import type { Column } from "../../frames/columns";
import { LOADING } from "../../frames/source";
import { takeRange } from "../grid/clipboard";
import type { Editing, Editor, Plain, Refused } from "../grid/view";
import { canEdit, comparable, editorFor, NEEDED, plainOf, shownOf } from "./editors";
import { halfOf, halfTyped, jsonIn, useInherited } from "./half_typed";
import { History, type Doing } from "./history";
import type { FrameEditing, Shown } from "./index";
import type { Table } from "./same_rows";

interface View {
  readonly id: string;
  readonly props: DataEditor;
  readonly value: EditState;
  setValue(value: EditState): void;
}

/** What was typed into a cell, and what is wrong with it. */
export interface Left {
  readonly column: number;
  readonly text: string;
  readonly problem: string;
  /** Open the cell again. */
  resume(): void;
  forget(): void;
}

/** What was pasted and not taken. */
export interface RefusedTexts {
  readonly texts: readonly Refused[];
  forget(): void;
}

/** What was to be undone, or done again, and could not be, or not all of it. */
export interface Stuck {
  readonly isUndo: boolean;
  readonly isPart: boolean;
}

/** Where what is kept of an editor stands, behind its id. */
const PENDING = "\npending";
const CELL = "\ncell";
const PLACES = [PENDING, CELL];

const WAS_DISABLED = "the table could not be edited then";

/** What is kept in this place has no value that could make it void. */
const ALWAYS = { value: null, overrides: 0 };

/** Return how a table is edited, and the columns that rows still need a value in. */
export function useEditing({ id, props, value, setValue }: View): {
  edited: FrameEditing;
  missing: readonly number[];
  /** What was typed into a cell and could not be entered. */
  left: Left | null;
  refused: RefusedTexts;
  stuck: Stuck | null;
} {
  const { frame, num_rows, disabled } = props;
  const canAdd = !disabled && (num_rows === "dynamic" || num_rows === "add");
  const canDelete = !disabled && (num_rows === "dynamic" || num_rows === "delete");
  const { drafts, tree } = useSession();
  const inherited = useInherited(id, PLACES);
  const [pendingText, keepPending] = useText({ id, ...ALWAYS }, false, id + PENDING);
  const [halfText, keepHalf] = useText({ id, ...ALWAYS }, false, id + CELL);
  const [refused, refuse] = useState(NO_TEXTS);
  const [history] = useState(() => new History());
  const [stuck, setStuck] = useState<Stuck | null>(null);

  const pending = useMemo(() => rowsIn(pendingText), [pendingText]);
  const half = halfTyped(halfText, value, frame, pending.length);
  const [opens, setOpens] = useState(half);
  const [opened, setOpened] = useState(inherited);
  if (opened !== inherited) {
    setOpened(inherited);
    if (half) setOpens({ ...half });
  }
  const entered: Entered = useMemo(() => ({ state: value, pending }), [value, pending]);
  const form: Form = useMemo(() => ({ rows: frame.rows, required: requiredOf(frame) }), [frame]);
  const cells = useMemo(() => cellsOf(entered, form.rows), [entered, form]);

  // Several changes can come before what the first of them led to is drawn.
  const now = useRef(entered);
  useLayoutEffect(() => void (now.current = entered), [entered]);
  // A cell that is open stays open when the table can be edited no more.
  const isOff = useRef(disabled);
  useLayoutEffect(() => void (isOff.current = disabled), [disabled]);
  const enter = useCallback(
    (next: Entered) => {
      const before = now.current;
      now.current = next;
      if (next.pending !== before.pending)
        keepPending(next.pending.length > 0 ? JSON.stringify(next.pending) : null);
      if (JSON.stringify(next.state) !== JSON.stringify(before.state)) setValue(next.state);
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [setValue],
  );

  const valueAt = useCallback(
    (column: number, row: number): unknown => cells.get(row)?.get(column),
    [cells],
  );
  const plainAt = useCallback(
    ({ columns, source }: Shown, column: number, row: number, set: CellMap): Plain | undefined => {
      const own = set.get(row)?.get(column);
      if (own !== undefined) return own;
      if (row < 0 || row >= frame.rows) return null;
      const found = source.at(column, row);
      const type = source.typeOf(column);
      const shown = columns.find((each) => each.number === column);
      if (found === LOADING || !type || !shown) return undefined;
      return plainOf(found, shown, type);
    },
    [frame.rows],
  );

  const edited: FrameEditing = useMemo(() => {
    const tableOf = (shown: Shown, of: Entered): Table => {
      const set = cellsOf(of, form.rows);
      const kinds = new Map(shown.columns.map((column) => [column.number, column]));
      return {
        entered: of,
        form,
        names: frame.columns.map(({ name }) => name),
        columns: shown.columns,
        textAt: (column, row) => {
          const plain = plainAt(shown, column, row, set);
          return plain === undefined ? undefined : comparable(plain, kinds.get(column));
        },
        textOf: (column, plain) => comparable(plain, kinds.get(column)),
        with: (next) => tableOf(shown, next),
      };
    };
    const act = (shown: Shown, doing: Doing) => {
      setStuck(null);
      enter(history.do(doing, tableOf(shown, now.current)));
    };
    const change = (
      shown: Shown,
      all: readonly CellChange[],
      rows: readonly ReadonlyMap<number, Plain>[] = [],
    ) => {
      const set = cellsOf(now.current, form.rows);
      const differ = all
        .map((each) => {
          const { column, row } = each;
          return { ...each, from: plainAt(shown, column, row, set) };
        })
        .filter(({ column, value: to, from }) => {
          const of = shown.columns.find((each) => each.number === column);
          return from === undefined || !isSame(to, of ? shownOf(from, of) : from);
        });
      const isNeeded = ({ column, value: to }: CellChange) =>
        to === null && form.required.includes(column);
      const cells = differ.filter((each) => !isNeeded(each));
      keepHalf(null);
      refuse(differ.filter(isNeeded).map(({ column }) => ({ column, text: "", problem: NEEDED })));
      if (cells.length + rows.length === 0) return;
      act(shown, { cells, added: rows.map((row) => withDefaults(row, frame)) });
    };
    const turn = (shown: Shown, isUndo: boolean) => {
      if (disabled) return;
      const rights = { canAdd, canDelete };
      const table = tableOf(shown, now.current);
      const outcome = isUndo ? history.undo(table, rights) : history.redo(table, rights);
      if (!outcome) return;
      const isPart = outcome.entered !== table.entered;
      setStuck(outcome.isWhole ? null : { isUndo, isPart });
      if (isPart) enter(outcome.entered);
    };
    const editing = (shown: Shown): Editing => {
      const { columns, rows } = shown;
      const columnAt = (place: number): Column | null => {
        const column = columns[place];
        return column && !disabled && canEdit(column) ? column : null;
      };
      return {
        editorOf: (place, row): Editor | null => {
          const column = columnAt(place);
          if (!column) return null;
          const number = rows.numberAt(row);
          const plain = plainAt(shown, column.number, number, cells);
          const editor = plain === undefined ? null : editorFor(column, plain);
          if (!editor) return null;
          const isHalf = half?.row === number && half?.column === column.number;
          return {
            ...editor,
            draft: isHalf ? half!.text : null,
            keep: (text, problem) => {
              // Nobody has left the cell: its table was taken from the page.
              if (text === null && !tree.get(id)) return;
              const last = jsonIn(drafts.get(id + CELL)?.text ?? null);
              if (isOff.current && text === null)
                return last && keepHalf(JSON.stringify({ ...last, problem: WAS_DISABLED }));
              const at = { row: number, column: column.number };
              const of = isOff.current ? entered : now.current;
              const typed = text === null ? null : halfOf(of, frame, at, text, problem);
              keepHalf(typed && JSON.stringify(typed));
            },
          };
        },
        isTickable: (place, row) => {
          const column = columnAt(place);
          return column?.kind === "checkbox" && row < rows.count;
        },
        change: (changes, added = []) =>
          change(
            shown,
            changes.map(({ column, row, value: plain }) => ({
              column: columns[column]!.number,
              row: rows.numberAt(row),
              value: plain,
            })),
            canAdd ? added.map((row) => byNumber(row, columns)) : [],
          ),
        paste(grid, target, texts) {
          takeRange(this, grid, target, texts);
        },
        refuse: (texts) =>
          refuse(
            texts.map((each) => {
              const { column } = each;
              return { ...each, column: column === null ? null : columns[column]!.number };
            }),
          ),
        addRows: canAdd
          ? (added) =>
              change(
                shown,
                [],
                added.map((row) => byNumber(row, columns)),
              )
          : null,
        deleteRows: canDelete
          ? (places) => {
              // Of a large sorted table, rows that were never in sight are not known by number.
              const known = places.map((place) => rows.numberAt(place));
              const numbers = known.filter((number) => number >= 0);
              if (numbers.length > 0) act(shown, { deleted: numbers });
            }
          : null,
        undo: () => turn(shown, true),
        redo: () => turn(shown, false),
      };
    };
    return {
      added: value.added.length + pending.length,
      deleted: new Set(value.deleted),
      valueAt,
      editing,
      isEditable: (column) => !disabled && canEdit(column),
      opens,
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [value, pending, cells, valueAt, plainAt, form, canAdd, canDelete, disabled, enter, opens]);

  const columnsOf = useRef<Shown | null>(null);
  const watched: FrameEditing = useMemo(
    () => ({
      ...edited,
      editing: (shown) => {
        columnsOf.current = shown;
        return edited.editing(shown);
      },
    }),
    [edited],
  );
  useCommit(id, () => {
    const shown = columnsOf.current;
    if (!half || !shown) return true;
    const place = shown.columns.findIndex((each) => each.number === half.column);
    const row = shown.rows.placeOf(half.row);
    const editing = place < 0 || row === null ? null : edited.editing(shown);
    const parsed = editing?.editorOf(place, row!)?.parse(half.text);
    if (!parsed || !("value" in parsed)) return false;
    editing!.change([{ column: place, row: row!, value: parsed.value }]);
    return true;
  });

  const missing = pending.length > 0 ? missingIn(pending, form.required) : [];
  const left = half?.problem
    ? {
        column: half.column,
        text: half.text,
        problem: half.problem,
        resume: () => setOpens({ ...half }),
        forget: () => keepHalf(null),
      }
    : null;
  const forget = () => refuse(NO_TEXTS);
  return { edited: watched, missing, left, refused: { texts: refused, forget }, stuck };
}

/**
 * Return the value and the props to show: those that belong together.
 *
 * After a page load the data of what was entered may be gone, and that is yet to be brought onto what
 * there is. Until then nothing can be edited: edits say all that became of a table, and would undo it.
 */
export function usePair(props: DataEditor, value: EditState | null): [DataEditor, EditState] {
  const [last, setLast] = useState(props);
  const own = value ?? untouched(props.mark);
  const behind = useMemo(() => ({ ...props, disabled: true }), [props]);
  if (own.mark === props.mark) {
    if (last !== props) setLast(props);
    return [props, own];
  }
  // What was entered is yet to be brought onto data that has changed: it stays on what it was.
  if (last.mark === own.mark) return [last, own];
  return [behind, untouched(props.mark)];
}

function isSame(one: Plain, other: Plain | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function requiredOf({ columns }: DataEditor["frame"]): number[] {
  return columns.flatMap(({ options }, number) =>
    options?.required && !options.disabled ? [number] : [],
  );
}

function missingIn(pending: readonly AddedRow[], required: readonly number[]): number[] {
  return required.filter((column) =>
    pending.some(
      ([, cells]) => !cells.some(([at, value]) => at === column && value !== null && value !== ""),
    ),
  );
}

function withDefaults(
  row: ReadonlyMap<number, Plain>,
  frame: DataEditor["frame"],
): ReadonlyMap<number, Plain> {
  const found = new Map(row);
  frame.columns.forEach(({ options }, number) => {
    const plain = options?.default as Plain | undefined;
    if (plain != null && !found.has(number)) found.set(number, plain);
  });
  return found;
}

function byNumber(
  row: ReadonlyMap<number, Plain>,
  columns: readonly Column[],
): ReadonlyMap<number, Plain> {
  return new Map([...row].map(([place, value]) => [columns[place]!.number, value]));
}

function rowsIn(text: string | null): readonly AddedRow[] {
  return (jsonIn(text) as readonly AddedRow[] | null) ?? NO_ROWS;
}

const NO_TEXTS: readonly Refused[] = [];
const NO_ROWS: readonly AddedRow[] = [];
