/** Markdown: whole texts, and the line of text that labels and buttons show. */

import "./markdown.css";

import { createElement, Fragment, memo, useId, useMemo, type ReactNode } from "react";
import { lazily } from "../../lazily";
import { GrowingLexer, isPlain, lexInline, wordsAndCode } from "./lex";
import { slug } from "./slug";
import { drawBlocks, drawLine, textOf, type Manner } from "./tokens";

export { AnchoredHeading } from "./heading";

const Raw = lazily(async () => (await import("./raw")).default);

interface MarkdownProps extends Manner {
  source: string;
  /** Whether HTML in the source is shown as HTML, cleaned of all that could run. */
  html?: boolean;
  /** "stMarkdownContainer", unless it plays another part. */
  testId?: string;
  className?: string;
}

/** Draw text with headings, lists, tables and all. */
export const Markdown = memo(function Markdown({ source, html, ...rest }: MarkdownProps) {
  const { testId = "stMarkdownContainer", className, ...given } = rest;
  const { anchors, links } = given;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- what is drawn depends on these
  const lexer = useMemo(() => new GrowingLexer(), [anchors, links]);
  const scope = useId();
  const content = useMemo(
    () => wordsAndCode(source)?.map(drawPiece) ?? { tokens: lexer.lex(source) },
    [lexer, source],
  );
  const draw = () => {
    const { tail } = given;
    if (Array.isArray(content))
      return createElement("p", null, ...content, ...(tail ? [<> {tail}</>] : []));
    const manner = { ...given, scope, drawn: lexer.drawn };
    if (!html) return drawBlocks(content.tokens, manner);
    return <Raw tokens={content.tokens} {...manner} />;
  };
  return (
    <div className={join("st-markdown", className)} data-testid={testId}>
      {draw()}
    </div>
  );
});

/** Draw words or, at odd places, code. */
function drawPiece(piece: string, at: number): ReactNode {
  return at % 2 === 1 ? <code>{piece.slice(1, -1)}</code> : piece;
}

interface InlineMarkdownProps {
  source: string;
  /** False within a button or another link. */
  links?: boolean;
}

/** Draw a label: bold, colours, icons, links, but no headings, lists or tables. */
export const InlineMarkdown = memo(function InlineMarkdown({ source, links }: InlineMarkdownProps) {
  const paragraphs = useMemo(
    () =>
      source
        .trim()
        .split(/\n\s*\n/)
        .map(lexLine),
    [source],
  );
  return (
    <div className="st-markdown st-inline" data-testid="stMarkdownContainer">
      {paragraphs.map((content, index) => (
        <Fragment key={index}>
          {index > 0 && "\n"}
          <p>{typeof content === "string" ? content : drawLine(content, { links })}</p>
        </Fragment>
      ))}
    </div>
  );
});

/** Draw the text of a heading or a title, without any element around it. */
export function Line({ source }: { source: string }): ReactNode {
  const content = useMemo(() => lexLine(source), [source]);
  return typeof content === "string" ? content : drawLine(content, {});
}

/** Name a heading for the address, by the words of its text. */
export function anchorOf(source: string): string {
  return slug(plainText(source));
}

/** Return the words of a label, for whoever cannot see it. */
export function plainText(source: string): string {
  return isPlain(source) ? source : textOf(lexInline(source));
}

function lexLine(source: string) {
  return isPlain(source) ? source : lexInline(source);
}

function join(...names: (string | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
