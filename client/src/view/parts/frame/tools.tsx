/** Frame tools: the toolbar of a table. */

import { useState, type ReactNode } from "react";

import type { Frame } from "../../../core/wire.gen";
import type { Cell } from "../../frames/cells";
import { choices, type Arrangement, type Column, type Script } from "../../frames/columns";
import { Csv, saveFile } from "../../frames/csv";
import type { FrameSource, Span } from "../../frames/source";
import { EXPAND } from "../fullscreen";
import type { Box } from "../grid/view";
import { Toolbar } from "../toolbar";
import { ToolbarButton } from "../toolbar_button";
import { ColumnList } from "./lazy_menus";
import type { Rows } from "./rows";

const EYE = "M2 12s3.600-7 10-7 10 7 10 7-3.600 7-10 7-10-7-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6";
const DOWNLOAD = "M12 3v13M6 11l6 6 6-6M4 21h16";
const LOOK = "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l5 5";
const CROSS = "M6 6l12 12M18 6L6 18";

interface FrameToolsProps {
  id: string;
  frame: Frame;
  script: Script;
  arrangement: Arrangement;
  arrange(part: Arrangement): void;
  columns: readonly Column[];
  rows: Rows;
  source: FrameSource;
  getCell(column: number, row: number): Cell;
  canExport: boolean;
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
  const { frame, script, arrangement, arrange, isEmpty, canExport, children } = props;
  const [list, setList] = useState<Box | null>(null);
  const [isBusy, setBusy] = useState(false);
  const download = () => {
    setBusy(true);
    void exportRows(props).finally(() => setBusy(false));
  };
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
        {!isEmpty && canExport && (
          <ToolbarButton
            label={isBusy ? "Preparing the download" : "Download as CSV"}
            icon={DOWNLOAD}
            onClick={download}
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

/** Rows that are written at a time: a table need not be here as a whole. */
const STEP = 5000;

/** Save what is shown: these columns, these rows, in their order. */
async function exportRows({ columns, rows, source, getCell }: FrameToolsProps): Promise<void> {
  const csv = new Csv();
  csv.add([columns.map(({ groups, title }) => [...groups.filter(Boolean), title].join(" / "))]);
  const numbers = columns.map(({ number }) => number);
  const step = rows.server?.most ?? STEP;
  for (let from = 0; from < rows.count; from += step) {
    const to = Math.min(from + step, rows.count);
    if (rows.server) await rows.server.load(numbers, [from, to]);
    else await source.load(numbers, spanOf(rows, from, to, source.rows));
    csv.add(lines(from, to));
    source.trim();
  }
  saveFile(csv.file(), `${stamp(new Date())}_export.csv`);

  function* lines(from: number, to: number): Iterable<string[]> {
    for (let row = from; row < to; row++) yield columns.map((_, place) => getCell(place, row).copy);
  }
}

/** Return which rows of the frame are needed for these places. */
function spanOf(rows: Rows, from: number, to: number, count: number): Span {
  let [first, last] = [count, -1];
  for (let place = from; place < to; place++) {
    const number = rows.numberAt(place);
    if (number >= count) continue;
    first = Math.min(first, number);
    last = Math.max(last, number);
  }
  return last < 0 ? [0, 1] : [first, last + 1];
}

/** The time as in a name of a file, on the clock of who saves it. */
function stamp(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace(":", "-");
}
