/** What the text may say beyond Markdown: `:red[text]`, `:smile:`, `:material/home:`, `$x^2$`. */

import type { TokenizerAndRendererExtension, TokenizerThis, Tokens } from "marked";

export interface Colored {
  type: "colored";
  raw: string;
  style: "text" | "background" | "badge";
  color: string;
  tokens: Tokens.Generic[];
}

export interface Small {
  type: "small";
  raw: string;
  tokens: Tokens.Generic[];
}

export interface Shortcode {
  type: "shortcode";
  raw: string;
  name: string;
}

export interface Symbol {
  type: "symbol";
  raw: string;
  name: string;
}

export interface Maths {
  type: "maths";
  raw: string;
  text: string;
  display: boolean;
}

/** How many characters brackets may be searched for, per character of text. */
const SEARCH = 20;

/** The line that formulas on lines of their own begin with. */
export const MATHS_LINE = / {0,3}\$\$[ \t]*\n/;

const NAME =
  /^:(?:(red|orange|yellow|green|blue|violet|gr[ae]y|primary|rainbow)(-background|-badge)?|small)\[/;
const SHORTCODE = /^:([+-]?[a-z\d][\w+-]*):(?![\p{L}\p{N}_])/u;
const SYMBOL = /^:material\/([a-z\d_]+):/i;
/** A formula, and no price: what is between the signs touches both, and no digit follows. */
const MATHS = String.raw`\$(?![\s$])((?:\\.|[^\\$\n])*?(?:\\\S|[^\\$\s]))\$(?![\d$])`;
const FORMULA = new RegExp(String.raw`^\$\$(?!\$)((?:\\[^]|[^\\$])+)\$\$|^${MATHS}`);
const HAS_FORMULA = new RegExp(String.raw`(?<![\\$])${MATHS}`);
/** What may be one as well in a text that has formulas: with space at both ends, or on two lines. */
const LOOSE = /^\$(?!\$)((?:\\[^]|[^\\$])+)\$(?![\d$])/;
/** Between two lines of `$$`, or between two `$$` that end lines of one paragraph. */
const BLOCK =
  /^ {0,3}\$\$(?:[ \t]*\n([\s\S]*?)\n {0,3}|(?!\$)((?:\\[^]|[^\\$\n]|\n(?![ \t]*\n))+))\$\$[ \t]*(?:\n+|$)/;

/** Whether a text has a formula that is no price, wherever it stands. */
export function hasFormula(text: string): boolean {
  return HAS_FORMULA.test(text);
}

/** Make the inline extensions for one text, whose length bounds the work that brackets may cause. */
export function inlineDirectives(text: string): TokenizerAndRendererExtension[] {
  let budget = SEARCH * text.length;
  let isLoose: boolean | undefined;

  function labelEnd(source: string, from: number): number {
    for (let at = from, depth = 1; at < source.length && budget > 0; at += 1, budget -= 1) {
      const letter = source[at];
      if (letter === "\\") at += 1;
      else if (letter === "[") depth += 1;
      else if (letter === "]" && (depth -= 1) === 0) return at;
    }
    return -1;
  }

  function directive(this: TokenizerThis, source: string): Tokens.Generic | undefined {
    const found = NAME.exec(source);
    if (!found || (found[1] === "rainbow" && found[2] === "-badge")) return undefined;
    const end = labelEnd(source, found[0].length);
    if (end < 0) return undefined;
    const raw = source.slice(0, end + 1);
    const tokens = this.lexer.inlineTokens(source.slice(found[0].length, end), []);
    if (found[1] === undefined) return { type: "small", raw, tokens } satisfies Small;
    return {
      type: "colored",
      raw,
      style: found[2] === "-background" ? "background" : found[2] === "-badge" ? "badge" : "text",
      color: found[1] === "grey" ? "gray" : found[1],
      tokens,
    } satisfies Colored;
  }

  function maths(source: string): Maths | undefined {
    const found = FORMULA.exec(source) ?? looseFormula(source);
    if (!found) return undefined;
    const formula = (found[1] ?? found[2] ?? "").trim();
    return formula ? { type: "maths", raw: found[0], text: formula, display: false } : undefined;
  }

  function looseFormula(source: string): RegExpExecArray | null {
    if (!(isLoose ??= hasFormula(text))) return null;
    const found = LOOSE.exec(source);
    const inside = found?.[1] ?? "";
    return /^\s/.test(inside) === /\s$/.test(inside) ? found : null;
  }

  return [
    { name: "directive", level: "inline", start: startAt(":"), tokenizer: directive },
    { name: "symbol", level: "inline", tokenizer: symbol },
    { name: "shortcode", level: "inline", tokenizer: shortcode },
    { name: "maths", level: "inline", start: startAt("$"), tokenizer: maths },
  ];
}

/** Formulas on lines of their own. */
export const mathsBlock: TokenizerAndRendererExtension = {
  name: "maths",
  level: "block",
  tokenizer(source): Maths | undefined {
    const found = BLOCK.exec(source);
    const text = found?.[1] ?? found?.[2] ?? "";
    // `$$x$$` on one line is part of a paragraph, even if it is all of it.
    if (!found || (found[1] === undefined && !text.includes("\n"))) return undefined;
    return { type: "maths", raw: found[0], text: text.trim(), display: true };
  },
};

function symbol(source: string): Symbol | undefined {
  const found = SYMBOL.exec(source);
  return found?.[1] ? { type: "symbol", raw: found[0], name: found[1] } : undefined;
}

function shortcode(source: string): Shortcode | undefined {
  const found = SHORTCODE.exec(source);
  return found?.[1] ? { type: "shortcode", raw: found[0], name: found[1] } : undefined;
}

function startAt(letter: string) {
  return (source: string): number | undefined => {
    const at = source.indexOf(letter);
    return at < 0 ? undefined : at;
  };
}
