/** A stage for one widget: draws it as the page does and records what it sends. */

import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { FC } from "react";

import { Session } from "../src/core/session";
import type { Props } from "../src/core/wire.gen";
import { DEFAULTS } from "../src/view/defaults.gen";
import type { Widget } from "../src/view/define";
import { SessionContext } from "../src/view/hooks";
import { fakePorts } from "./fakes";

// jsdom keeps popovers hidden but knows no way to show them.
HTMLElement.prototype.showPopover ??= function (this: HTMLElement) {
  this.style.display = "block";
};

/** Props of one kind, without those that are as usual. */
export type Sparse<P extends Props> = { readonly kind: P["kind"] } & Partial<P>;

/** Make a component of an element that only shows something. */
export function componentOf<P extends Props>(widget: Widget<P>): FC<{ props: Sparse<P> }> {
  return function Shown({ props }) {
    const rest = { id: "w", value: null, overrides: 0, children: null };
    return widget.draw({ ...rest, props: whole(props), setValue: () => {}, press: () => {} });
  };
}

/** Show an element; `sent` grows with each new value, `pressed` with the payload of each press. */
export function stageWidget<P extends Props, V = null>(
  widget: Widget<P, V>,
  props: Sparse<P>,
  value: V,
) {
  const sent: V[] = [];
  const pressed: unknown[] = [];
  let state = { props: whole(props), value, overrides: 0 };
  const session = new Session(fakePorts());
  const setValue = (next: V) => {
    sent.push(next);
    change({ value: next });
  };
  const Drawn = ({ of }: { of: typeof state }) =>
    widget.draw({
      id: "w",
      children: null,
      ...of,
      setValue,
      press: (payload) => pressed.push(payload),
    });
  const draw = () => (
    <SessionContext value={session}>
      <Drawn of={state} />
    </SessionContext>
  );
  const view = render(draw());
  function change(part: Partial<typeof state>) {
    state = { ...state, ...part };
    view.rerender(draw());
  }
  return {
    ...view,
    sent,
    pressed,
    session,
    user: userEvent.setup(),
    /** A rerun of the script that leaves the value alone. */
    rerun: (next: Partial<P> = {}) => change({ props: { ...state.props, ...next } }),
    /** A rerun in which the script sets the value. */
    override: (next: V) => change({ value: next, overrides: state.overrides + 1 }),
  };
}

function whole<P extends Props>(props: Sparse<P>): P {
  return { ...DEFAULTS[props.kind], ...props } as unknown as P;
}

/** What axe finds wrong with the page, by rule; colours cannot be judged without a browser, nor what is played. */
export async function flaws(): Promise<string[]> {
  const rules = { "color-contrast": { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document.body, { rules, preload: false });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
