/** Frame data: the frame behind a chart, as a table to sort, to search and to save. */

import { useState } from "react";

import type { Frame } from "../../../core/wire.gen";
import { FrameView, type Choice } from "../frame";
import type { Modes } from "../grid/view";
import type { DataProps } from "./lazy_data";

const NOTHING: Choice = { rows: [], columns: [], cells: [] };
const MODES: Modes = { rows: "none", columns: "none", cells: "multi", isRequired: false };

/** Draw it. */
export function FrameData({ id, label, data, canExport }: DataProps<Frame>) {
  const [choice, choose] = useState(NOTHING);
  const look = {
    frame: data,
    width: "stretch",
    height: "stretch",
    order: null,
    hide_index: false,
    row_height: null,
    placeholder: null,
    alt: `Data of ${label}`,
  } as const;
  return (
    <div className="st-chart-data st-height-stretch">
      <FrameView
        id={`${id} data`}
        look={look}
        canExport={canExport}
        modes={MODES}
        choice={choice}
        choose={choose}
      />
    </div>
  );
}
