/** Groups: many elements side by side, so that adding them all at once takes no time by their square. */

import { Fragment, type ReactElement, type ReactNode } from "react";

/** How many elements lie in one group, and groups in a larger one. */
const SIZE = 100;

/**
 * Put keyed elements into groups, within groups if they are very many.
 *
 * For each new element React looks for the next old one beside it. A new group is one to it.
 */
export function inGroups(elements: readonly ReactElement[]): ReactNode {
  if (elements.length <= SIZE) return elements;
  const groups = Array.from({ length: Math.ceil(elements.length / SIZE) }, (_, at) => (
    <Fragment key={at}>{elements.slice(at * SIZE, (at + 1) * SIZE)}</Fragment>
  ));
  return inGroups(groups);
}
