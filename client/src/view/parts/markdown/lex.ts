/** From source to tokens, in time that grows with the text, whatever the text is. */

import { Lexer, Tokenizer } from "marked";
import type { Token, TokenizerAndRendererExtension, Tokens } from "marked";
import type { ReactNode } from "react";
import { hasFormula, inlineDirectives, MATHS_LINE, mathsBlock } from "./directives";
import { Footnotes, NOTE_LINE } from "./footnotes";

/** Quotes and lists within one another, at most; what lies deeper is plain text. */
const MAX_DEPTH = 40;
/** Characters that may be searched in vain for the end of an emphasis, in one text. */
const MAX_SEARCH = 3_000_000;
/** Characters of one paragraph that are parsed together; a longer one is parsed in pieces. */
const MAX_INLINE = 8_000;
/** Characters that are looked through at once for what may follow plain text. */
const MAX_TEXT = 300;

/** A line within a paragraph that a block of ours begins with, or the paragraph's end. */
const INTERRUPTION = new RegExp(
  String.raw`\n(?:[ \t]*\n|(${NOTE_LINE.source}|${MATHS_LINE.source}))`,
);

const PLAIN =
  /^(?!\s|[#+\-=]|\d+[.)](?:\s|$))(?:[^\\`*_[\]<>:$~@&\s-]|[ -](?![ -]|$)|:(?![\w+/-])|&(?![\w#]))*$/;

/** Whether the text means only itself, so that it needs no parsing. */
export function isPlain(source: string): boolean {
  return source.length < 10_000 && PLAIN.test(source) && !/www\./i.test(source);
}

/** A piece of code, set between single signs. */
const CODE = /((?<!`)`(?! )[^`\n]*[^`\n ]`(?!`))/;
const ALL_CODE = new RegExp(CODE, "g");
const LONGEST_LINE = 1_000;

/**
 * Split a line of words and code, as `st.write` makes of words and numbers, into words, code, words
 * and so on; null if it is anything else. There are many of them, and a parser has a long start.
 */
export function wordsAndCode(source: string): string[] | null {
  if (isPlain(source)) return [source];
  if (source.length > LONGEST_LINE || !source.includes("`")) return null;
  // A letter stands for what is code.
  return isPlain(source.replace(ALL_CODE, "é")) ? source.split(CODE) : null;
}

/** Parse a text with headings, lists, tables and so on: all of it, or the end of a whole one. */
export function lexBlocks(source: string, whole = source): Token[] {
  return guarded(source, () => {
    const footnotes = new Footnotes();
    return footnotes.gather(boundedLexer(whole, footnotes).lex(source));
  });
}

/** Where a formula begins that does not end in the same block. */
const OPEN_MATHS = /^ {0,3}\$\$[ \t]*$/m;

/** Characters from which a text that has grown is not parsed from its start again. */
const LONG = 1_000;

/** Parses a text that is being written: each time from the last blocks that can have changed. */
export class GrowingLexer {
  /** What was made of the tokens of blocks, for whoever draws them: once there are several. */
  drawn?: WeakMap<Token, ReactNode>;
  #tokens: Token[] = [];
  #hasFormula = false;

  /** Parse the text as it is now; the tokens of blocks that are as they were are the same. */
  lex(source: string): Token[] {
    // What a definition or a footnote says is meant for the whole text, as is the first formula.
    const isFirst = this.#hasFormula !== (this.#hasFormula = hasFormula(source));
    const isWhole = isFirst || source.length < LONG || /\]:|\[\^/.test(source);
    const kept = isWhole ? [] : sameStart(this.#tokens, source);
    const end = kept.reduce((length, { raw }) => length + raw.length, 0);
    this.#tokens = [...kept, ...lexBlocks(source.slice(end), source)];
    if (this.#tokens.length > 1) this.drawn ??= new WeakMap();
    return this.#tokens;
  }
}

/** Return the tokens that a text still begins with, but for two blocks that may go on in it. */
function sameStart(tokens: readonly Token[], source: string): readonly Token[] {
  let end = 0;
  let count = tokens.findIndex(({ type, raw }) => {
    // The end of a formula may be many blocks behind its start.
    const isSame = source.startsWith(raw, end) && !(type === "paragraph" && OPEN_MATHS.test(raw));
    end += raw.length;
    return !isSame;
  });
  if (count < 0) count = tokens.length;
  for (let blocks = 0; count > 0 && blocks < 2; ) {
    count -= 1;
    if (tokens[count]?.type !== "space") blocks += 1;
  }
  return tokens.slice(0, count);
}

/** Parse one line of text, as in labels: "# a" and "- a" mean themselves. */
export function lexInline(source: string): Token[] {
  return guarded(source, () => boundedLexer(source).inlineTokens(source, []));
}

function guarded(source: string, parse: () => Token[]): Token[] {
  try {
    return parse();
  } catch (error) {
    // Nested beyond what the parser can follow: show the text as it is written.
    if (error instanceof RangeError) return [{ type: "text", raw: source, text: source }];
    throw error;
  }
}

function boundedLexer(source: string, footnotes = new Footnotes()): Lexer {
  const inline = [footnotes.inline, ...inlineDirectives(source)];
  const blocks = [footnotes.block, mathsBlock];
  return new BoundedLexer({
    gfm: true,
    tokenizer: new BoundedTokenizer(),
    extensions: {
      inline: inline.map((extension) => tokenizerOf(extension)),
      startInline: inline.flatMap((extension) => ("start" in extension && extension.start) || []),
      block: blocks.map((extension) => tokenizerOf(extension)),
      startBlock: [interruption],
      childTokens: {},
      renderers: {},
    },
  });
}

function tokenizerOf(extension: TokenizerAndRendererExtension) {
  if (!("tokenizer" in extension)) throw new TypeError("markdown: an extension needs a tokenizer");
  return extension.tokenizer;
}

/** Find where another block ends a paragraph; the whole is looked through once, however long. */
function interruption(source: string): number | undefined {
  const found = INTERRUPTION.exec(source);
  return found?.[1] === undefined ? undefined : found.index + 1;
}

class BoundedLexer extends Lexer {
  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    for (let rest = source; rest; ) {
      const piece = rest.slice(0, pieceEnd(rest, MAX_INLINE));
      super.inlineTokens(piece, tokens);
      rest = rest.slice(piece.length);
    }
    return tokens;
  }
}

/** Where to end a piece of at most `limit` letters: before a space if there is one. */
function pieceEnd(source: string, limit: number): number {
  if (source.length <= limit) return source.length;
  let end = source.lastIndexOf(" ", limit);
  while (end > 0 && source[end - 1] === " ") end -= 1;
  return end > 0 ? end : limit;
}

class BoundedTokenizer extends Tokenizer {
  private depth = 0;
  private search = MAX_SEARCH;

  override blockquote(source: string): Tokens.Blockquote | undefined {
    return this.within(() => super.blockquote(source));
  }

  override list(source: string): Tokens.List | undefined {
    return this.within(() => super.list(source));
  }

  override lheading(source: string): Tokens.Heading | undefined {
    // What underlines a heading is looked for in its paragraph only.
    return super.lheading(source.slice(0, interruption(source)));
  }

  override emStrong(
    source: string,
    masked: string,
    before?: string,
  ): Tokens.Em | Tokens.Strong | undefined {
    if (this.search <= 0) return undefined;
    const found = super.emStrong(source, masked, before);
    this.search -= found ? found.raw.length : source.length;
    return found;
  }

  override inlineText(source: string): Tokens.Text | undefined {
    return super.inlineText(source.slice(0, pieceEnd(source, MAX_TEXT)));
  }

  private within<T>(parse: () => T | undefined): T | undefined {
    if (this.depth >= MAX_DEPTH) return undefined;
    this.depth += 1;
    try {
      return parse();
    } finally {
      this.depth -= 1;
    }
  }
}
