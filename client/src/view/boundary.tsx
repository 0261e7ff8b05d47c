/** An element that cannot be drawn must not take the page with it. */

import { Component, type ReactNode } from "react";

import { wordsOf } from "../lib/words";

interface Props {
  /** Drawing is tried again when this changes. */
  subject: unknown;
  children: ReactNode;
}

interface State {
  subject: unknown;
  failure: string | null;
}

export class Boundary extends Component<Props, State> {
  override state: State = { subject: this.props.subject, failure: null };

  static getDerivedStateFromError(problem: unknown): Partial<State> {
    return { failure: wordsOf(problem) };
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.subject === state.subject ? null : { subject: props.subject, failure: null };
  }

  override render(): ReactNode {
    if (this.state.failure === null) return this.props.children;
    return (
      <div className="st-broken" role="alert">
        This element could not be drawn: {this.state.failure}
      </div>
    );
  }
}
