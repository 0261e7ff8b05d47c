/**
 * How an element is written: `widgets/<kind>.tsx` default-exports what `define` returns.
 *
 * An element has props, and perhaps a value, and perhaps children. It is controlled: `value` is
 * what to show, counting events that the server has not yet applied. `setValue` numbers and sends
 * a new one at once; `press` does the same for something that counts once, with a payload if it
 * says more than that it was pressed. Both stay the same functions.
 *
 * A text field keeps what is being typed until it is committed: `useText(view)` from
 * `view/draft`, or `useDraft(overrides)` where a page refresh need not bring it back. `overrides`
 * counts how often the script has set this element's value; a draft from before the latest of
 * these is dropped, and no other rerun touches it. What a person arranges and the script need not
 * know, such as an open tab, is kept with `useKept(id, initial)` from `view/kept`.
 */

import type { ReactNode } from "react";

export interface View<P, V = null> {
  id: string;
  props: P;
  /** Null for an element without one. */
  value: V;
  /** How often the script has set the value. */
  overrides: number;
  /** The elements that it holds; null if it holds none. */
  children: ReactNode;
  setValue(value: V): void;
  press(payload?: unknown): void;
}

export interface Widget<P, V = null> {
  /** Draws the element, and may use hooks: it is called where an element's component would be. */
  draw(view: View<P, V>): ReactNode;
  /** Whether it stands in the box around elements, which has its width and its key. */
  readonly isFramed: boolean;
}

interface Options {
  /** False for what has a box of its own, as containers have. */
  framed?: boolean;
}

/** Define an element. */
export function define<P, V = null>(
  draw: (view: View<P, V>) => ReactNode,
  { framed = true }: Options = {},
): Widget<P, V> {
  return { draw, isFramed: framed };
}
