/** Frame tools: the toolbar of a table. */

import { useState, type ReactNode } from "react";

import type { Frame } from "../../../core/wire.gen";
import { choices, type Arrangement, type Script } from "../../frames/columns";
import { EXPAND } from "../fullscreen";
import type { Box } from "../grid/view";
import { Toolbar } from "../toolbar";
import { ToolbarButton } from "../toolbar_button";
import { CROSS, DOWNLOAD } from "../toolbar_icons";
import type { Exporting } from "./exporting";
import { ColumnList } from "./lazy_menus";

const EYE = "M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6";
const LOOK = "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l5 5";

interface FrameToolsProps {
  id: string;
  frame: Frame;
  script: Script;
  arrangement: Arrangement;
  arrange(part: Arrangement): void;
  /** What saves the table; null if the script forbids it. */
  exporting: Exporting | null;
  /** Whether there is nothing to arrange, to search or to save, and there will not be. */
  isEmpty: boolean;
  openSearch(): void;
  expand(): void;
  /** Choose nothing; null if nothing is chosen. */
  clear: (() => void) | null;
  children?: ReactNode;
}

/** Draw the toolbar. */
export function FrameTools(props: FrameToolsProps) {
  const { frame, script, arrangement, arrange, isEmpty, exporting, children } = props;
  const [list, setList] = useState<Box | null>(null);
  return (
    <>
      <Toolbar>
        {props.clear && (
          <ToolbarButton label="Clear selection" icon={CROSS} onClick={props.clear} />
        )}
        {children}
        {!isEmpty && (
          <ToolbarButton
            label="Show/hide columns"
            icon={EYE}
            onClick={() => setList(document.activeElement!.getBoundingClientRect())}
          />
        )}
        {!isEmpty && exporting && (
          <ToolbarButton
            label={exporting.isBusy ? "Preparing the download" : "Download as CSV"}
            icon={DOWNLOAD}
            isDisabled={exporting.isBusy}
            onClick={exporting.start}
          />
        )}
        {!isEmpty && <ToolbarButton label="Search" icon={LOOK} onClick={props.openSearch} />}
        <ToolbarButton label="Fullscreen" icon={EXPAND} onClick={props.expand} />
      </Toolbar>
      {list && (
        <ColumnList
          columns={choices(frame, script, arrangement)}
          at={list}
          arrangement={arrangement}
          arrange={arrange}
          close={() => setList(null)}
        />
      )}
    </>
  );
}
