/** What is used of the library that draws the grid, by name: the rest is left out of the build. */

export {
  CompactSelection,
  DataEditorCore,
  drawTextCell,
  GridCellKind,
  GridColumnMenuIcon,
  ImageWindowLoaderImpl,
  markerCellRenderer,
  measureTextCached,
  newRowCellRenderer,
} from "@glideapps/glide-data-grid";
export type {
  BaseDrawArgs,
  CustomCell,
  CustomRenderer,
  DataEditorCoreProps,
  DataEditorRef,
  GridCell,
  GridColumn as LibraryColumn,
  GridKeyEventArgs,
  GridSelection,
  InternalCellRenderer,
  InnerGridCell,
  Item,
  ProvideEditorComponent,
  Rectangle,
  Theme,
} from "@glideapps/glide-data-grid";

import type { BaseDrawArgs } from "@glideapps/glide-data-grid";

export type FullTheme = BaseDrawArgs["theme"];
