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
  const looks = `${lineNumbers ? " st-code-numbered" : ""}${wrapLines ? " st-code-wrapped" : ""}`;
  return (
    <div className={`stCode${looks}`} data-testid="stCode" style={style}>
      <Scrollable className="st-code-scroll" label="Code">
        <pre>
          <code className={languageClass(language)}>
            {lineNumbers ? <Lines lines={linesOf(pieces)} /> : pieces.map(drawPiece)}
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

function Lines({ lines }: { lines: Piece[][] }) {
  const digits = { "--st-code-digits": String(lines.length).length } as CSSProperties;
  return lines.map((pieces, index) => (
    <span key={index} className="st-code-line" data-line={index + 1} style={digits}>
      {pieces.map(drawPiece)}
      {"\n"}
    </span>
  ));
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
