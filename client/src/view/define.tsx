/**
 * How a widget is written: `widgets/<kind>.tsx` default-exports what one of these returns.
 *
 * An input is controlled: `value` is what to show, counting events that the server has not
 * yet applied, and `setValue` numbers and sends a new one at once. `absent` is the value when
 * the wire leaves the field out, as the server does for defaults.
 *
 * A text field keeps what is being typed until it is committed: `useText(view)` from
 * `view/draft`, or `useDraft(overrides)` where a page refresh need not bring it back. `overrides`
 * counts how often the script has set this widget's value; a draft from before the latest of
 * these is dropped, and no other rerun touches it.
 */

import type { FC, ReactNode } from "react";

export interface OutputView<P> {
  props: P;
}

export interface InputView<P, V> {
  id: string;
  props: P;
  value: V;
  overrides: number;
  setValue(value: V): void;
}

export interface TriggerView<P> {
  id: string;
  props: P;
  pull(): void;
}

export interface ContainerView<P> {
  id: string;
  props: P;
  children: ReactNode;
}

export interface Output<P> {
  readonly role: "output";
  readonly Component: FC<OutputView<P>>;
}

export interface Input<P, V> {
  readonly role: "input";
  readonly Component: FC<InputView<P, V>>;
  readonly absent: V | undefined;
}

export interface Trigger<P> {
  readonly role: "trigger";
  readonly Component: FC<TriggerView<P>>;
}

export interface Container<P> {
  readonly role: "container";
  readonly Component: FC<ContainerView<P>>;
}

export type Widget<P, V> = Output<P> | Input<P, V> | Trigger<P> | Container<P>;

/** Define an element that only shows something. */
export function defineOutput<P>(Component: FC<OutputView<P>>): Output<P> {
  return { role: "output", Component };
}

/** Define an element that holds a value which a person can change. */
export function defineInput<P, V>(Component: FC<InputView<P, V>>, absent?: V): Input<P, V> {
  return { role: "input", Component, absent };
}

/** Define an element that can be pulled: it has no value, each pull counts once. */
export function defineTrigger<P>(Component: FC<TriggerView<P>>): Trigger<P> {
  return { role: "trigger", Component };
}

/** Define an element that holds others. */
export function defineContainer<P>(Component: FC<ContainerView<P>>): Container<P> {
  return { role: "container", Component };
}
