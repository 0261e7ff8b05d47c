/** A stage for one widget: draws it as the page does and records what it sends. */

import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";

import { Session } from "../src/core/session";
import type { Input, Trigger } from "../src/view/define";
import { SessionContext } from "../src/view/hooks";
import { fakePorts } from "./fakes";

// jsdom keeps popovers hidden but knows no way to show them.
HTMLElement.prototype.showPopover ??= function (this: HTMLElement) {
  this.style.display = "block";
};

/** Show an input; `sent` grows with each event. */
export function stageInput<P, V>(widget: Input<P, V>, props: P, value: V) {
  const { Component } = widget;
  const sent: V[] = [];
  let state = { props, value, overrides: 0 };
  const session = new Session(fakePorts());
  const draw = () => (
    <SessionContext value={session}>
      <Component
        id="w"
        {...state}
        setValue={(next) => {
          sent.push(next);
          state = { ...state, value: next };
          view.rerender(draw());
        }}
      />
    </SessionContext>
  );
  const view = render(draw());
  const change = (part: Partial<typeof state>) => {
    state = { ...state, ...part };
    view.rerender(draw());
  };
  return {
    ...view,
    sent,
    user: userEvent.setup(),
    /** A rerun of the script that leaves the value alone. */
    rerun: (next: Partial<P> = {}) => change({ props: { ...state.props, ...next } }),
    /** A rerun in which the script sets the value. */
    override: (next: V) => change({ value: next, overrides: state.overrides + 1 }),
  };
}

/** Show a trigger; `presses()` counts its events. */
export function stageTrigger<P>(widget: Trigger<P>, props: P) {
  const { Component } = widget;
  let count = 0;
  const view = render(<Component id="w" props={props} pull={() => count++} />);
  return { ...view, user: userEvent.setup(), presses: () => count };
}

/** What axe finds wrong with the page, by rule; colours cannot be judged without a browser. */
export async function flaws(): Promise<string[]> {
  const rules = { "color-contrast": { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
