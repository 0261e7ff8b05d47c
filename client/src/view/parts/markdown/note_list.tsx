/** Note list: the footnotes of a text, below it. */

import "./note_list.css";

import { Fragment, type ReactNode } from "react";
import type { Note } from "./footnotes";
import { inGroups } from "./groups";
import { noteId, refId } from "./notes";

interface NoteListProps {
  notes: Note[];
  scope: string;
  /** Draws what a note says, with the ways back behind its last word. */
  draw(note: Note, waysBack: ReactNode): ReactNode;
}

/** Draw the notes, each with the ways back to where it is referred to. */
export default function NoteList({ notes, scope, draw }: NoteListProps) {
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
