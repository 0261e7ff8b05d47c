/** Code: a block of source text, plain at first, in colours when its language has been loaded. */

import "./block.css";
import "./code.css";

import { useEffect, useState, type CSSProperties, type ReactNode } from "react";
import { CopyButton } from "../copy";
import { Scrollable } from "../scrollable";
import { languageClass } from "./fence";

/** A part of the text with one look. */
export interface Piece {
  text: string;
  /** What it is to the language, such as "keyword". */
  scope: string | null;
}

interface CodeProps {
  source: string;
  /** A name as in Markdown's fences; null for plain text. */
  language: string | null;
  lineNumbers?: boolean;
  wrapLines?: boolean;
  style?: CSSProperties;
}

/** Draw a block of code with a button to copy it. */
export function CodeBlock({ source, language, lineNumbers, wrapLines, style }: CodeProps) {
  const pieces = useHighlighted(source, language);
  const isByLine = lineNumbers || wrapLines;
  const draw = wrapLines ? drawBreakable : drawPiece;
  const looks = `${lineNumbers ? " st-code-numbered" : ""}${wrapLines ? " st-code-wrapped" : ""}`;
  return (
    <div className={`stCode${looks}`} data-testid="stCode" style={style}>
      <Scrollable className="st-code-scroll" label="Code">
        <pre>
          <code className={languageClass(language)}>
            {isByLine ? <Lines lines={linesOf(pieces)} draw={draw} /> : pieces.map(draw)}
          </code>
        </pre>
      </Scrollable>
      <CopyButton className="st-code-copy" text={source} />
    </div>
  );
}

function useHighlighted(source: string, language: string | null): Piece[] {
  const [done, setDone] = useState<{ of: string; pieces: Piece[] } | null>(null);
  const of = `${language}\n${source}`;
  useEffect(() => {
    if (!language) return;
    let isGone = false;
    void import("./highlight")
      .then(({ highlight }) => highlight(source, language))
      .then((pieces) => isGone || setDone({ of, pieces }))
      .catch(() => undefined); // out of reach: the plain text stays
    return () => {
      isGone = true;
    };
  }, [of, source, language]);
  return done?.of === of ? done.pieces : [{ text: source, scope: null }];
}

function drawPiece({ text, scope }: Piece, index: number): ReactNode {
  if (scope === null) return text;
  return (
    <span key={index} className={`st-code-${scope}`}>
      {text}
    </span>
  );
}

/** Draw a piece that may be broken where one would break a line of code by hand. */
function drawBreakable({ text, scope }: Piece, index: number): ReactNode {
  const parts = text.split(/(?<=[([{,/])(?=\S)|(?<=\))(?=\.)/);
  return (
    <span key={index} className={scope === null ? undefined : `st-code-${scope}`}>
      {parts.flatMap((part, at) => (at ? [<wbr key={at} />, part] : [part]))}
      {/[([{,/]$/.test(text) && <wbr />}
    </span>
  );
}

interface LinesProps {
  lines: Piece[][];
  draw(piece: Piece, index: number): ReactNode;
}

function Lines({ lines, draw }: LinesProps) {
  const digits = String(lines.length).length;
  return lines.map((pieces, index) => (
    <span
      key={index}
      className="st-code-line"
      data-line={index + 1}
      style={{ "--st-code-digits": digits, "--st-code-indent": indentOf(pieces) } as CSSProperties}
    >
      {pieces.map(draw)}
      {"\n"}
    </span>
  ));
}

/** Return how far a line is indented, in characters, as far as there is room for it on a phone. */
function indentOf(pieces: Piece[]): number {
  const [space] = /^\s*/.exec(pieces.map(({ text }) => text).join(""))!;
  return Math.min(space.replaceAll("\t", "    ").length, 12);
}

function linesOf(pieces: Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const { text, scope } of pieces) {
    text.split("\n").forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part) lines.at(-1)?.push({ text: part, scope });
    });
  }
  if (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop();
  return lines;
}
