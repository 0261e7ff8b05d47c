/** Notes: the references in text, and what leads from one to its footnote and back. */

import type { NoteRef } from "./footnotes";

/**
 * Draw the number of a note, which leads to it, unless a link is around it.
 *
 * `scope` tells the texts of a page apart.
 */
export function Reference({ of: ref, scope }: { of: NoteRef; scope: string }) {
  const { number, time, isLinked } = ref;
  if (isLinked) return <sup id={refId(scope, number, time)}>{number}</sup>;
  return (
    <sup>
      <a
        href={`#${noteId(scope, number)}`}
        id={refId(scope, number, time)}
        data-footnote-ref="true"
        aria-describedby={`${scope}notes`}
      >
        {number}
      </a>
    </sup>
  );
}

/** Return the id of a note. */
export function noteId(scope: string, number: number): string {
  return `${scope}note-${number}`;
}

/** Return the id of a reference to it. */
export function refId(scope: string, number: number, time: number): string {
  return `${scope}ref-${number}-${time}`;
}
