/** From tokens to React elements. Text is never parsed as HTML: an element is made or it is not. */

import { Fragment, type ReactNode } from "react";
import type { MarkedToken, Token, Tokens } from "marked";
import { lazily } from "../../lazily";
import { Fence } from "../code/fence";
import { Icon } from "../icon";
import { Maths } from "../maths";
import { Scrollable } from "../scrollable";
import type { Colored, Maths as MathsToken, Shortcode, Small, Symbol } from "./directives";
import { Emoji } from "./emoji";
import type { NoteRef, Notes } from "./footnotes";
import { inGroups } from "./groups";
import { AnchoredHeading } from "./heading";
import { safeImage, safeLink } from "./links";
import { Reference } from "./notes";
import { slug } from "./slug";
import { decodeEntities, typeset } from "./typography";

const NoteList = lazily(async () => (await import("./note_list")).default);
const Logo = lazily(async () => (await import("./logo")).default);

export type AnyToken =
  | MarkedToken
  | Tokens.ListItem
  | Colored
  | Small
  | Shortcode
  | Symbol
  | MathsToken
  | NoteRef
  | Notes;

export interface Manner {
  /** Whether headings can be linked to. */
  anchors?: boolean;
  /** Whether links lead anywhere; not so within a button. */
  links?: boolean;
  /** How the ids of this text's footnotes begin. */
  scope?: string;
  /** What stands behind the last word, such as a help sign. */
  tail?: ReactNode;
  /** What was drawn of blocks before: React has nothing to do with what is the same. */
  drawn?: WeakMap<Token, ReactNode>;
}

/** Draw the tokens of a line one after another. */
export function drawLine(tokens: readonly Token[], manner: Manner): ReactNode {
  return inGroups(
    tokens.map((token, index) => <Fragment key={index}>{drawToken(token, manner)}</Fragment>),
  );
}

/**
 * Draw blocks one below the other; the tail goes into the last of them that can hold it.
 *
 * Whoever reads the text of the page finds a line break between two blocks, and also around those
 * that lie in another one.
 */
export function drawBlocks(
  tokens: readonly Token[],
  { tail, drawn, ...manner }: Manner,
  isInside = false,
): ReactNode {
  const shown = tokens.filter(isShown);
  const last = shown.at(-1);
  const isHeld = last !== undefined && HOLDERS.has(last.type);
  const draw = (token: Token) => {
    if (token === last && isHeld && tail) return drawToken(token, { ...manner, tail });
    const node = drawn?.get(token) ?? drawToken(token, manner);
    drawn?.set(token, node);
    return node;
  };
  return (
    <>
      {inGroups(
        shown.map((token, index) => (
          <Fragment key={index}>
            {isBlock(token) && (isInside || index > 0) && "\n"}
            {draw(token)}
          </Fragment>
        )),
      )}
      {tail && !isHeld && (
        <>
          {"\n"}
          <p>{tail}</p>
        </>
      )}
      {isInside && last && isBlock(last) && "\n"}
    </>
  );
}

/** Whether a token is seen where it stands. */
export function isShown({ type }: Token): boolean {
  return type !== "space" && type !== "def" && type !== "note";
}

/** Whether a token is a block, other than the words and the box of a list's item. */
export function isBlock({ type }: Token): boolean {
  return type !== "text" && type !== "checkbox";
}

/** The blocks that end in text, where a tail can follow. */
const HOLDERS = new Set(["paragraph", "heading", "list", "list_item", "text"]);

function drawToken(token: Token, manner: Manner): ReactNode {
  return drawShell(token as AnyToken, drawInside(token as AnyToken, manner), manner);
}

function drawInside(token: AnyToken, manner: Manner): ReactNode {
  if (token.type === "list") return drawBlocks(token.items, manner, true);
  if (!("tokens" in token) || !token.tokens) return null;
  if (token.type === "list_item" || token.type === "blockquote") {
    const own = token.type === "blockquote" ? { ...manner, tail: null } : manner;
    return drawBlocks(token.tokens, own, true);
  }
  return (
    <>
      {drawLine(token.tokens, { ...manner, tail: null })}
      {manner.tail && <> {manner.tail}</>}
    </>
  );
}

/** Draw one token around what is inside it. */
export function drawShell(token: AnyToken, inside: ReactNode, manner: Manner): ReactNode {
  switch (token.type) {
    case "text":
      return token.tokens ? inside : typeset(decodeEntities(token.text));
    case "escape":
      return token.text;
    case "html":
      return token.block ? <p>{token.text}</p> : token.text;
    case "paragraph":
      return <p>{inside}</p>;
    case "strong":
      return <strong>{inside}</strong>;
    case "em":
      return <em>{inside}</em>;
    case "del":
      return <del>{inside}</del>;
    case "codespan":
      return <code>{token.text}</code>;
    case "br":
      return <br />;
    case "hr":
      return <hr />;
    case "blockquote":
      return <blockquote>{inside}</blockquote>;
    case "list":
      return drawList(token, inside);
    case "list_item":
      return <li className={token.task ? "task-list-item" : undefined}>{inside}</li>;
    case "checkbox":
      return (
        <>
          <input
            type="checkbox"
            disabled
            checked={token.checked}
            readOnly
            aria-label={token.checked ? "done" : "to do"}
          />{" "}
        </>
      );
    case "heading":
      return (
        <AnchoredHeading
          level={token.depth as 1 | 2 | 3 | 4 | 5 | 6}
          anchor={manner.anchors === false ? false : slug(textOf(token.tokens))}
        >
          {inside}
        </AnchoredHeading>
      );
    case "table":
      return <Table token={token} manner={manner} />;
    case "code":
      return (
        <div data-testid="stMarkdownPre">
          <Fence source={token.text} language={token.lang?.split(/\s/)[0] || null} />
        </div>
      );
    case "link":
      return manner.links === false ? inside : <Link token={token}>{inside}</Link>;
    case "image":
      return drawImage(token);
    case "small":
      return <span className="st-small">{inside}</span>;
    case "colored":
      return (
        <span className={COLORED[token.style]} data-color={token.color}>
          {inside}
        </span>
      );
    case "shortcode":
      return token.name === "streamlit" ? <Logo /> : <Emoji name={token.name} />;
    case "symbol":
      return <Icon icon={token.raw} label={`${token.name} icon`} />;
    case "maths":
      return <Maths source={token.text} display={token.display} />;
    case "note_ref":
      return <Reference of={token} scope={manner.scope ?? ""} />;
    case "notes":
      return drawNotes(token, manner);
    default:
      return null;
  }
}

const COLORED = {
  text: "stMarkdownColoredText",
  background: "stMarkdownColoredBackground",
  badge: "stMarkdownBadge",
};

function drawList(token: Tokens.List, inside: ReactNode): ReactNode {
  if (!token.ordered) {
    const hasTasks = token.items.some(({ task }) => task);
    return <ul className={hasTasks ? "contains-task-list" : undefined}>{inside}</ul>;
  }
  return <ol start={token.start && token.start !== 1 ? token.start : undefined}>{inside}</ol>;
}

function drawImage(token: Tokens.Image): ReactNode {
  const source = safeImage(token.href);
  const description = decodeEntities(token.text);
  if (source === null) return description;
  return <img src={source} alt={description} title={token.title ?? undefined} />;
}

function drawNotes({ notes }: Notes, manner: Manner): ReactNode {
  return (
    <NoteList
      notes={notes}
      scope={manner.scope ?? ""}
      draw={(note, tail) => drawBlocks(note.tokens, { ...manner, tail }, true)}
    />
  );
}

function Link({ token, children }: { token: Tokens.Link; children: ReactNode }) {
  const address = safeLink(decodeEntities(token.href));
  if (address === null) return children;
  const isHere = address.startsWith("#");
  return (
    <a
      href={address}
      title={token.title ? decodeEntities(token.title) : undefined}
      target={isHere ? undefined : "_blank"}
      rel={isHere ? undefined : "noopener noreferrer"}
    >
      {children}
    </a>
  );
}

function Table({ token, manner }: { token: Tokens.Table; manner: Manner }) {
  const draw = (cell: Tokens.TableCell, index: number) => {
    const Cell = cell.header ? "th" : "td";
    return (
      <Cell key={index} style={cell.align ? { textAlign: cell.align } : undefined}>
        {drawLine(cell.tokens, manner)}
      </Cell>
    );
  };
  return (
    <Scrollable className="st-table" label="Table">
      <table>
        <thead>
          <tr>{token.header.map(draw)}</tr>
        </thead>
        <tbody>
          {token.rows.map((row, index) => (
            <tr key={index}>{row.map(draw)}</tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

/** Return the words of tokens, without their looks. */
export function textOf(tokens: readonly Token[] = []): string {
  return tokens
    .map((token) => {
      const { type, tokens: inner, text = "", name = "" } = token as Tokens.Generic;
      if (type === "shortcode") return "";
      if (type === "symbol") return String(name);
      return inner ? textOf(inner) : typeset(decodeEntities(String(text)));
    })
    .join("");
}
