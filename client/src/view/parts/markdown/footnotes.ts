/** Footnotes: `text[^1]`, and somewhere on a line of its own `[^1]: the note`. */

import type { Token, TokenizerAndRendererExtension, Tokens } from "marked";

export interface NoteRef {
  type: "note_ref";
  raw: string;
  label: string;
  /** Which note it is, and which of the references to it. */
  number: number;
  time: number;
  /** Whether it stands in a link, and so cannot be one itself. */
  isLinked: boolean;
}

export interface Note {
  number: number;
  /** How often the text refers to it. */
  times: number;
  tokens: Token[];
}

export interface Notes {
  type: "notes";
  raw: string;
  notes: Note[];
}

const REF = /^\[\^([^\s[\]]+)\](?!\()/;
/** How a line begins that a note begins with. */
export const NOTE_LINE = / {0,3}\[\^[^\s[\]]+\]:/;
/** Its own line, what is indented below it, and lines that go on with its paragraph. */
const NOTE = new RegExp(
  String.raw`^ {0,3}\[\^([^\s[\]]+)\]:([^\n]*(?:(?:\n[ \t]*)*\n {4}[^\n]*|\n(?!${NOTE_LINE.source}| {4}| {0,3}(?:[#>~|]|${"```"}|[-*+][ \n]|\d+[.)][ \n]))[^\n]+)*)(?:\n+|$)`,
);

/** The footnotes of one text. */
export class Footnotes {
  private readonly known = new Map<string, Token[]>();

  /** Finds the notes, and keeps what they say. */
  readonly block = blockOf(this.known);

  /** Finds the references to notes that there are. */
  readonly inline: TokenizerAndRendererExtension = {
    name: "note_ref",
    level: "inline",
    tokenizer: (source): NoteRef | undefined => {
      const found = REF.exec(source);
      const label = normal(found?.[1] ?? "");
      if (!found || !this.known.has(label)) return undefined;
      return { type: "note_ref", raw: found[0], label, number: 0, time: 0, isLinked: false };
    },
  };

  /** Number the references in the order of the text, and put the notes behind it. */
  gather(text: Token[]): Token[] {
    const notes = new Map<string, Note>();
    const number = (token: Token, isLinked: boolean) => {
      if (token.type !== "note_ref") return;
      const ref = token as NoteRef;
      const known = notes.get(ref.label);
      const note = known ?? {
        number: notes.size + 1,
        times: 0,
        tokens: this.known.get(ref.label) ?? [],
      };
      notes.set(ref.label, note);
      ref.number = note.number;
      ref.time = note.times += 1;
      ref.isLinked = isLinked;
    };
    if (this.known.size > 0) walk(text, number);
    // A note may refer to others, which are then added while this goes on.
    for (const note of notes.values()) walk(note.tokens, number);
    if (notes.size === 0) return text;
    return [...text, { type: "notes", raw: "", notes: [...notes.values()] } satisfies Notes];
  }
}

function blockOf(known: Map<string, Token[]>): TokenizerAndRendererExtension {
  let isInside = false;
  return {
    name: "note",
    level: "block",
    tokenizer(source) {
      const found = isInside ? null : NOTE.exec(source);
      if (!found) return undefined;
      isInside = true;
      const text = (found[2] ?? "").trim().replace(/\n {4}/g, "\n");
      const tokens = this.lexer.blockTokens(text, []);
      isInside = false;
      const label = normal(found[1] ?? "");
      if (!known.has(label)) known.set(label, tokens);
      return { type: "note", raw: found[0] };
    },
  };
}

/** Visit tokens, and all that lie in them, in the order of the text, and say which lie in a link. */
function walk(
  tokens: readonly Token[],
  visit: (token: Token, isLinked: boolean) => void,
  isLinked = false,
): void {
  for (const token of tokens) {
    visit(token, isLinked);
    const { tokens: inner = [], items = [] } = token as Tokens.Generic;
    walk([...inner, ...items], visit, isLinked || token.type === "link");
    if (token.type === "table") {
      const { header, rows } = token as Tokens.Table;
      for (const cell of [header, ...rows].flat()) walk(cell.tokens, visit);
    }
  }
}

function normal(label: string): string {
  return label.toLowerCase();
}
