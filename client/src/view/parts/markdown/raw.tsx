/** Markdown with HTML in it, when the script allows that. Nothing in it ever runs. */

import DOMPurify from "dompurify";
import { Fragment, useMemo, type ReactNode } from "react";
import type { Token, Tokens } from "marked";
import type { Notes } from "./footnotes";
import { Foreign, Sheet } from "./foreign";
import { inGroups } from "./groups";
import NoteList from "./note_list";
import { drawShell, isBlock, isShown, type AnyToken, type Manner } from "./tokens";

interface RawProps extends Manner {
  tokens: readonly Token[];
  /** Whether they lie in another block. */
  isInside?: boolean;
}

/**
 * Draw tokens of which some are HTML.
 *
 * A start tag and its end are tokens of their own, so the whole is first written as HTML, in
 * which each Markdown token is an element that carries its number. That is cleaned and parsed
 * without being shown, and React elements are made from what is left.
 */
export default function Raw({ tokens, isInside, tail, ...manner }: RawProps) {
  const [fragment, numbered] = useMemo(() => {
    const numbered: AnyToken[] = [];
    return [clean(writeBlocks(tokens, numbered, isInside)), numbered] as const;
  }, [tokens, isInside]);
  const last = fragment.lastElementChild;
  const isHeld = last !== null && tokenOf(last, numbered)?.type === "paragraph";
  const draw = (node: Node): ReactNode => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (!(node instanceof Element) || isFrameOfOurs(node)) return null;
    if (node.localName === "style") return <Sheet source={node.textContent ?? ""} />;
    const token = tokenOf(node, numbered);
    if (token?.type === "notes") return drawNotes(token);
    const inside = drawAll(node.childNodes);
    if (tail && isHeld && node === last)
      return (
        <p>
          {inside} {tail}
        </p>
      );
    return token ? drawShell(token, inside, manner) : <Foreign pattern={node}>{inside}</Foreign>;
  };
  const drawAll = (nodes: Iterable<Node>): ReactNode =>
    inGroups(Array.from(nodes, (node, index) => <Fragment key={index}>{draw(node)}</Fragment>));
  const drawNotes = ({ notes }: Notes): ReactNode => (
    <NoteList
      notes={notes}
      scope={manner.scope ?? ""}
      draw={(note, waysBack) => <Raw tokens={note.tokens} isInside {...manner} tail={waysBack} />}
    />
  );
  return (
    <>
      {drawAll(fragment.childNodes)}
      {tail && !isHeld && (
        <>
          {"\n"}
          <p>{tail}</p>
        </>
      )}
    </>
  );
}

/** Find the token that an element stands for. */
function tokenOf(element: Element, numbered: readonly AnyToken[]): AnyToken | undefined {
  return numbered[Number(element.getAttribute("data-token") ?? NaN)];
}

/** Which element stands for a token, where the rules of nesting care. */
const ELEMENTS: Record<string, string | undefined> = {
  paragraph: "p",
  heading: "section",
  blockquote: "blockquote",
  list: "ul",
  list_item: "li",
  code: "section",
  hr: "section",
  notes: "section",
};

function write(tokens: readonly Token[], numbered: AnyToken[]): string {
  return tokens.map((token) => writeOne(token as AnyToken, numbered)).join("");
}

/** Write blocks, with the line breaks that `drawBlocks` has. */
function writeBlocks(tokens: readonly Token[], numbered: AnyToken[], isInside = false): string {
  const shown = tokens.filter(isShown);
  const last = shown.at(-1);
  const texts = shown.map((token, index) => {
    const isBroken = isBlock(token) && (isInside || index > 0);
    return `${isBroken ? "\n" : ""}${writeOne(token as AnyToken, numbered)}`;
  });
  return `${texts.join("")}${isInside && last && isBlock(last) ? "\n" : ""}`;
}

function writeOne(token: AnyToken, numbered: AnyToken[]): string {
  if (token.type === "html") return token.text.replace(/\n+$/, "");
  if (token.type === "table") return writeTable(token, numbered);
  if (token.type === "text" && token.tokens) return write(token.tokens, numbered);
  const number = numbered.push(token) - 1;
  const inside =
    token.type === "list" ? token.items : "tokens" in token ? (token.tokens ?? []) : [];
  const name = ELEMENTS[token.type] ?? "span";
  const holdsBlocks = ["list", "list_item", "blockquote"].includes(token.type);
  const text = holdsBlocks ? writeBlocks(inside, numbered, true) : write(inside, numbered);
  return `<${name} data-token="${number}">${text}</${name}>`;
}

function writeTable({ header, rows }: Tokens.Table, numbered: AnyToken[]): string {
  const writeCell = ({ header, align, tokens }: Tokens.TableCell) => {
    const name = header ? "th" : "td";
    const style = align ? ` style="text-align:${align}"` : "";
    return `<${name}${style}>${write(tokens, numbered)}</${name}>`;
  };
  const [head = "", ...body] = [header, ...rows].map(
    (row) => `<tr>${row.map(writeCell).join("")}</tr>`,
  );
  return `<table><thead>${head}</thead><tbody>${body.join("")}</tbody></table>`;
}

function clean(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    FORCE_BODY: true, // or a style at the start would be lost
    ADD_TAGS: ["iframe"],
    ADD_ATTR: ["target", "allow", "allowfullscreen", "frameborder"],
  });
}

/** A frame may show another site, but not this one: there it could act for the person. */
function isFrameOfOurs(node: Element): boolean {
  if (node.localName !== "iframe") return false;
  const address = node.getAttribute("src") ?? "";
  return !URL.canParse(address) || new URL(address).origin === location.origin;
}
