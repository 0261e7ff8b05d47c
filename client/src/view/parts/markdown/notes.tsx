/** Notes: the references in text, and the list of footnotes below it. */

import { Fragment, type ReactNode } from "react";
import type { Note, NoteRef } from "./footnotes";
import { inGroups } from "./groups";

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

interface FootnotesProps {
  notes: Note[];
  scope: string;
  /** Draws what a note says, with the ways back behind its last word. */
  draw(note: Note, waysBack: ReactNode): ReactNode;
}

/** Draw the notes, each with the ways back to where it is referred to. */
export function NoteList({ notes, scope, draw }: FootnotesProps) {
  return (
    <section className="st-notes" data-footnotes="true">
      <h2 className="st-hidden" id={`${scope}notes`}>
        Footnotes
      </h2>
      {"\n"}
      <ol>
        {inGroups(
          notes.map((note) => (
            <Fragment key={note.number}>
              {"\n"}
              <li id={noteId(scope, note.number)}>
                {draw(note, <WaysBack note={note} scope={scope} />)}
              </li>
            </Fragment>
          )),
        )}
        {"\n"}
      </ol>
      {"\n"}
    </section>
  );
}

function WaysBack({ note: { number, times }, scope }: { note: Note; scope: string }) {
  const links = Array.from({ length: times }, (_, at) => {
    const name = at === 0 ? `${number}` : `${number}-${at + 1}`;
    return (
      <Fragment key={at}>
        {at > 0 && " "}
        <a
          href={`#${refId(scope, number, at + 1)}`}
          data-footnote-backref=""
          aria-label={`Back to reference ${name}`}
        >
          ↩{at > 0 && <sup>{at + 1}</sup>}
        </a>
      </Fragment>
    );
  });
  return inGroups(links);
}

function noteId(scope: string, number: number): string {
  return `${scope}note-${number}`;
}

function refId(scope: string, number: number, time: number): string {
  return `${scope}ref-${number}-${time}`;
}
