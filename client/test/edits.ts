/** Edits as a server would send them. */

import type { SparseProps } from "../src/core/tree";
import type { Edit, Props } from "../src/core/wire.gen";

/** What an element is drawn with: its props, without those that are as usual, and its value. */
export type Drawn = SparseProps & { readonly value?: unknown };

export function insert(
  id: string,
  { value = null, ...props }: Drawn,
  parent = "main",
  after = "",
): Edit {
  return ["insert", id, parent, after, props as Props, value];
}
