/** Formula: drawn by KaTeX, for eyes as boxes and for screen readers as MathML. */

import "katex/dist/katex.min.css";
import "./formula.css";

import katex, { type KatexOptions } from "katex";
import { useLayoutEffect, useMemo, useRef } from "react";
import { wordsOf } from "../../../lib/words";
import type { MathsProps } from ".";
import { Scrollable } from "../scrollable";

/** A longer formula stays as it is written: setting it would hold up the page. */
const MAX_LENGTH = 10_000;
/** Lengths that a formula may ask for, in ems. */
const MAX_SIZE = 100;

/** How a formula is set that has commands which there are not: they are shown in the error colour. */
const LENIENT = { throwOnError: false, errorColor: "var(--st-red-text-color)" };

/** Draw a formula; one that is no LaTeX is shown as it is written. */
export default function Formula({ source, display = false }: MathsProps) {
  const box = useRef<HTMLSpanElement>(null);
  const drawn = useMemo(() => typeset(source, display), [source, display]);
  useLayoutEffect(() => {
    if (typeof drawn !== "string") box.current?.replaceChildren(...drawn);
  }, [drawn]);
  const formula =
    typeof drawn === "string" ? (
      <span className="katex-error" title={drawn}>
        {source}
      </span>
    ) : (
      <span ref={box} />
    );
  if (!display) return formula;
  return (
    <Scrollable className="st-maths" label="Formula">
      {formula}
    </Scrollable>
  );
}

/** Return the nodes of a formula, or what is wrong with it. */
function typeset(source: string, displayMode: boolean): Node[] | string {
  if (source.length > MAX_LENGTH) return "The formula is too long to be drawn";
  const options = { displayMode, maxSize: MAX_SIZE, strict: "ignore" } as const;
  try {
    return nodesOf(source, options);
  } catch (error) {
    const lenient = { ...options, ...LENIENT };
    if (isReadable(source, lenient)) return nodesOf(source, lenient);
    return wordsOf(error);
  }
}

/**
 * Make the nodes of a formula.
 *
 * They are made one by one and not parsed from HTML: the page's policy forbids style attributes,
 * but not to set the properties of a style.
 */
function nodesOf(source: string, options: KatexOptions): Node[] {
  const box = document.createElement("span");
  katex.render(source, box, options);
  return [...box.childNodes];
}

/** Whether all that is wrong are commands: else KaTeX would answer with a style attribute. */
function isReadable(source: string, options: KatexOptions): boolean {
  try {
    return !katex.renderToString(source, options).includes('class="katex-error"');
  } catch {
    return false; // nested too deeply
  }
}
