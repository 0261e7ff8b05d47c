/** One element: finds the widget of a node's kind and draws it. */

import { memo, useState, type ReactNode } from "react";

import type { Session } from "../core/session";
import type { Node } from "../core/tree";
import type { Props } from "../core/wire.gen";
import { Boundary } from "./boundary";
import { Children } from "./children";
import type { View, Widget } from "./define";
import { useNode, useSession, useSignal } from "./hooks";
import { keyClass } from "./parts/key";
import { sized } from "./parts/size";
import { loadWidget } from "./registry";

/** Props as any widget sees them: the registry has matched them by kind. */
type Own = Props & {
  key?: string | null;
  width?: string | number;
  height?: string | number | null;
};

/** A node that is drawn by its kind. */
export type Drawable = Node & { readonly props: Props };

export const Element = memo(function Element({ id }: { id: string }) {
  const node = useNode(id);
  return node?.props ? <Drawing node={node as Drawable} /> : null;
});

/** Draw a node, or what stands in for it while its widget is not there. */
export function Drawing({ node }: { node: Drawable }) {
  const { props } = node;
  const widget = useSignal(loadWidget(props.kind));
  if (widget === "loading")
    return (
      <Frame props={props}>
        <Skeleton props={props} />
      </Frame>
    );
  if (widget === "failed")
    return (
      <Frame props={props}>
        <Missing kind={props.kind} />
      </Frame>
    );
  return (
    <Boundary subject={node}>
      <Drawn key={props.kind} widget={widget as unknown as Widget<Own, unknown>} node={node} />
    </Boundary>
  );
}

function Drawn({ widget, node }: { widget: Widget<Own, unknown>; node: Drawable }) {
  const { id, props, value, overrides, children: ids } = node;
  const session = useSession();
  const [actions] = useState(() => new Actions(session, id));
  const view: View<Own, unknown> = {
    id,
    props,
    value,
    overrides,
    children: ids.length > 0 ? <Children ids={ids} /> : null,
    get setValue() {
      return actions.setValue;
    },
    get press() {
      return actions.press;
    },
  };
  const drawn = widget.draw(view);
  return widget.isFramed ? <Frame props={props}>{drawn}</Frame> : drawn;
}

/** What one element can do. Most only show something, so the functions are made when asked for. */
class Actions {
  readonly #session: Session;
  readonly #id: string;
  #setValue?: (value: unknown) => void;
  #press?: (payload?: unknown) => void;

  constructor(session: Session, id: string) {
    this.#session = session;
    this.#id = id;
  }

  get setValue() {
    return (this.#setValue ??= (value) => this.#session.inputs.set(this.#id, value));
  }

  get press() {
    return (this.#press ??= (payload) => this.#session.press(this.#id, payload));
  }
}

/** The box around every element that has none of its own. */
function Frame({ props, children }: { props: Own; children: ReactNode }) {
  const { className, style } = sized(props.width ?? "auto");
  return (
    <div
      className={`stElementContainer element-container${keyClass(props.key ?? null)}${className}${
        props.height === "stretch" ? " st-height-stretch" : ""
      }`}
      data-testid="stElementContainer"
      data-stale="false"
      style={style}
    >
      {children}
    </div>
  );
}

/** Holds the place of an element whose module is still loading, at about its height. */
function Skeleton({ props }: { props: Own }) {
  const lines = "body" in props ? props.body.split("\n", 20).length : 1;
  const height = "label" in props ? "4.25rem" : `${1 + 1.5 * lines}rem`;
  return <div className="stSkeleton" data-testid="stSkeleton" style={{ height }} />;
}

function Missing({ kind }: { kind: string }) {
  return (
    <div className="st-broken" role="alert">
      The part of the page that shows “{kind}” could not be loaded.{" "}
      <button type="button" onClick={() => location.reload()}>
        Reload the page
      </button>
    </div>
  );
}
