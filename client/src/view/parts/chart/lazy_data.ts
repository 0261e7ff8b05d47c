/** The data behind a chart, each loaded when somebody asks for it. */

import type { Frame } from "../../../core/wire.gen";
import { lazily } from "../../lazily";
import type { PlainTable } from "./plain_table";

export interface DataProps<T> {
  id: string;
  label: string;
  data: T;
  canExport: boolean;
}

/** A table to sort, to search and to save: it brings the grid along. */
export const FrameData = lazily<DataProps<Frame>>(
  async () => (await import("./frame_data")).FrameData,
);

/** A table as it is. */
export const PlainData = lazily<DataProps<PlainTable>>(
  async () => (await import("./plain_data")).PlainData,
);
