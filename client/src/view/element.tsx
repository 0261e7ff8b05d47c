/** One element: finds the widget of a node's kind and draws it. */

import { memo, useCallback, type FC, type ReactNode } from "react";

import type { Node } from "../core/tree";
import { WIDTHS, type Props } from "../core/wire.gen";
import { Boundary } from "./boundary";
import { Children } from "./children";
import type { Container, Input, Output, Trigger } from "./define";
import { useNode, useSession, useShownValue, useSignal } from "./hooks";
import { keyClass } from "./parts/key";
import { sized } from "./parts/size";
import { find, type AnyWidget } from "./registry";

/** Props as any widget sees them: the registry has matched them by kind. */
type Own = Props & { key?: string | null; width?: string | number };

export const Element = memo(function Element({ id }: { id: string }) {
  const node = useNode(id);
  if (!node?.props) return null;
  return <Kind node={node} props={node.props} />;
});

function Kind({ node, props }: { node: Node; props: Own }) {
  const widget = useSignal(find(props.kind));
  if (widget === "loading") return <Framed props={props}><Skeleton props={props} /></Framed>;
  if (widget === "failed") return <Framed props={props}><Missing kind={props.kind} /></Framed>;
  return (
    <Boundary subject={props}>
      <Drawn widget={widget} node={node} props={props} />
    </Boundary>
  );
}

function Drawn({ widget, node, props }: { widget: AnyWidget; node: Node; props: Own }) {
  switch (widget.role) {
    case "output": {
      const { Component } = widget as unknown as Output<Own>;
      return <Framed props={props}><Component props={props} /></Framed>;
    }
    case "input":
      return <InputElement widget={widget as unknown as Input<Own, unknown>} node={node} props={props} />;
    case "trigger":
      return <TriggerElement widget={widget as unknown as Trigger<Own>} id={node.id} props={props} />;
    case "container": {
      const { Component } = widget as unknown as Container<Own>;
      const inside = node.children.length > 0 ? <Children ids={node.children} /> : null;
      return <Component id={node.id} props={props}>{inside}</Component>;
    }
  }
}

interface InputElementProps {
  widget: Input<Own, unknown>;
  node: Node;
  props: Own;
}

function InputElement({ widget: { Component, absent }, node, props }: InputElementProps) {
  const session = useSession();
  const shown = useShownValue(node.id);
  const setValue = useCallback(
    (value: unknown) => session.inputs.set(node.id, value),
    [session, node.id],
  );
  return (
    <Framed props={props}>
      <Component
        id={node.id}
        props={props}
        value={shown === undefined ? absent : shown}
        overrides={node.overrides}
        setValue={setValue}
      />
    </Framed>
  );
}

function TriggerElement({ widget: { Component }, id, props }: { widget: Trigger<Own>; id: string; props: Own }) {
  const session = useSession();
  const pull = useCallback(() => session.pull(id), [session, id]);
  return <Framed props={props}><Component id={id} props={props} pull={pull} /></Framed>;
}

/** The box around every element that is not a container. */
const Framed: FC<{ props: Own; children: ReactNode }> = ({ props, children }) => {
  const { className, style } = sized(props.width ?? WIDTHS[props.kind]);
  return (
    <div
      className={`stElementContainer element-container${keyClass(props.key)}${className}`}
      data-testid="stElementContainer"
      data-stale="false"
      style={style}
    >
      {children}
    </div>
  );
};

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
      <button type="button" onClick={() => location.reload()}>Reload the page</button>
    </div>
  );
}
