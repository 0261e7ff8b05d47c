/**
 * Grid view: what a grid of cells is given, and what it tells. It knows nothing of frames; which
 * library draws it is known to `glide.tsx` alone.
 *
 * Rows and columns are counted as they are shown, from the first.
 */

import type { Cell } from "../../frames/cells";
import type { Span } from "../../frames/source";

/** What a cell can be set to: what JSON has. */
export type Plain = null | boolean | number | string | readonly string[];

export interface GridColumn {
  /** Stays the same as long as it is the same column. */
  readonly id: string;
  readonly title: string;
  /** The headers above it, as one. */
  readonly group: string | undefined;
  readonly width: number;
  /** Whether it takes a share of the room that is left. */
  readonly grows: boolean;
  /** Whether it is no part of the data, as an index. */
  readonly isMuted: boolean;
  readonly isEditable: boolean;
}

/** Which rows, columns and cells can be chosen. */
export interface Modes {
  readonly rows: "none" | "single" | "multi";
  readonly columns: "none" | "single" | "multi";
  readonly cells: "none" | "single" | "multi";
  /** Whether there is always a row that is chosen. */
  readonly isRequired: boolean;
}

/** What is chosen. */
export interface Chosen {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly cells: readonly Place[];
}

export type Place = readonly [column: number, row: number];

/** Where something is in the window. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One cell that a person has set. */
export interface Change {
  readonly column: number;
  readonly row: number;
  readonly value: Plain;
}

/** A text that was pasted and not taken; its column is null if there is none for it. */
export interface Refused {
  readonly column: number | null;
  readonly text: string;
  readonly problem: string;
}

/** How a cell is edited. */
export interface Editor {
  readonly kind: "text" | "number" | "select" | "tags" | "date" | "time" | "datetime" | "link";
  readonly value: Plain;
  /** What can be chosen, of "select" and "tags". */
  readonly options?: readonly { readonly value: Plain; readonly label: string }[];
  readonly acceptsNew?: boolean;
  readonly isRequired?: boolean;
  readonly min?: string | number | null;
  readonly max?: string | number | null;
  readonly step?: number | null;
  readonly maxChars?: number | null;
  /** What was typed and not entered when the page was left. */
  readonly draft?: string | null;
  /** Take what is half typed; null if nothing is. It was left with a problem, if there is one. */
  keep?(text: string | null, problem?: string): void;
  /** Return what a text says, or what is wrong with it. */
  parse(text: string): { readonly value: Plain } | { readonly problem: string };
}

/** How far a grid goes. */
export type Extent = Pick<GridProps, "columns" | "rows">;

/** What makes the cells of a grid editable. */
export interface Editing {
  /** Return how a cell is edited; null if it is not. Boxes to tick have no editor. */
  editorOf(column: number, row: number): Editor | null;
  isTickable(column: number, row: number): boolean;
  /**
   * Take changes made in one go: one cell typed, a range pasted, filled or emptied; and rows that
   * are added with them, if rows can be added.
   */
  change(changes: readonly Change[], added?: readonly ReadonlyMap<number, Plain>[]): void;
  /** Put texts into the cells from `target` on, as one change. */
  paste(grid: Extent, target: Place, texts: readonly (readonly string[])[]): void;
  /** Say what was pasted and is in no cell now. */
  refuse(refused: readonly Refused[]): void;
  /** Add rows at the end, one for each list of values by column; null if none can be added. */
  addRows: ((rows: readonly ReadonlyMap<number, Plain>[]) => void) | null;
  /** Delete rows; null if they cannot be deleted. */
  deleteRows: ((rows: readonly number[]) => void) | null;
  undo(): void;
  redo(): void;
}

export interface GridProps {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: number;
  /** How many of the first columns stay in sight. */
  readonly pinned: number;
  readonly rowHeight: number;
  /** Another one whenever cells are to be drawn again. */
  getCell(column: number, row: number): Cell;
  readonly modes: Modes;
  readonly chosen: Chosen;
  choose(chosen: Chosen): void;
  /** Choose nothing, also of what is not in sight; null if nothing is chosen, or one must be. */
  readonly clear?: (() => void) | null;
  readonly canCopy: boolean;
  /** Found cells, to be marked. */
  isFound?(column: number, row: number): boolean;
  /** Told which columns and rows are in sight. */
  look(columns: Span, rows: Span): void;
  /** A header was clicked, where that chooses no column. */
  onHeader(column: number): void;
  /** The menu of a column is asked for. */
  onMenu(column: number, at: Box): void;
  onResize(column: number, width: number): void;
  /** A column is to be as wide as what it shows. */
  onFit(column: number): void;
  onMove(from: number, to: number): void;
  /** A cell was clicked that does something: a button, a link. */
  onPress(column: number, row: number): void;
  /** A header is pointed at, or none any more. */
  onHover(column: number | null, at: Box | null): void;
  readonly editing?: Editing | null;
}

/** What can be asked of a grid that is there. */
export interface GridHandle {
  /** Bring a cell in sight and put the focus there. */
  goTo(column: number, row: number): void;
  /** The same, and begin to edit it. */
  open(column: number, row: number): void;
  /** Put the focus where rows were that are deleted: on the one that comes up, or the last one. */
  goOnWithout(places: readonly number[]): void;
  focus(): void;
}
