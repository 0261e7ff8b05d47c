/** One element: finds the widget of a node's kind and draws it. */

import { memo, useContext, useMemo, useState, type ReactNode } from "react";

import type { Session } from "../core/session";
import type { Node, SparseProps } from "../core/tree";
import type { Image } from "../core/wire.gen";
import { Boundary } from "./boundary";
import { Children } from "./children";
import type { View, Widget } from "./define";
import { FormContext } from "./form_context";
import { useNode, useSession, useSignal } from "./hooks";
import { useAwaited } from "./lazily";
import { keyClass } from "./parts/key";
import { sized } from "./parts/size";
import { loadWidget } from "./registry";

/** What the box around an element knows of it. */
interface Framed {
  kind: string;
  key?: string | null;
  width?: string | number;
  height?: string | number | null;
}

/** A widget as it is used here: the registry has matched it with the props by kind. */
interface OwnWidget extends Widget<Framed, unknown> {
  readonly defaults: object;
}

/** A node that is drawn by its kind. */
export type Drawable = Node & { readonly props: SparseProps };

export const Element = memo(function Element({ id }: { id: string }) {
  const node = useNode(id);
  const form = useContext(FormContext);
  const isLate = useLate(node?.props?.kind);
  if (!node?.props) return null;
  const given = { node: node as Drawable };
  return form ? <form.Element {...given} /> : drawing(given, isLate);
});

interface DrawingProps {
  node: Drawable;
  /** Takes a new value of an input, if that is not to be sent at once. */
  hold?(value: unknown): void;
}

/** Draw a node, or what stands in for it while its widget is not there. */
export function Drawing(given: DrawingProps) {
  return drawing(given, useLate(given.node.props.kind));
}

function drawing(given: DrawingProps, isLate: boolean) {
  const widget = loadWidget(given.node.props.kind).get();
  return isLate || typeof widget === "string" ? <Late {...given} /> : guarded(widget, given);
}

/** Tell whether a kind was not there when it was first to be drawn: most are, and need no signal. */
function useLate(kind?: string): boolean {
  const [isLate, setLate] = useState(false);
  const isMissing = kind !== undefined && typeof loadWidget(kind).get() === "string";
  if (isMissing && !isLate) setLate(true);
  return isLate || isMissing;
}

function Late(given: DrawingProps) {
  const { props } = given.node;
  const widget = useSignal(loadWidget(props.kind));
  useAwaited(widget === "loading");
  if (widget === "loading" && props.kind === "dialog") return null; // It stands over the page.
  if (widget === "loading" || widget === "failed")
    return framed(
      { width: "stretch", ...props },
      widget === "loading" ? <Skeleton props={props} /> : <Missing kind={props.kind} />,
    );
  return guarded(widget, given);
}

function guarded(widget: object, given: DrawingProps) {
  const { node } = given;
  return (
    <Boundary subject={node}>
      <Drawn key={node.props.kind} widget={widget as OwnWidget} {...given} />
    </Boundary>
  );
}

function Drawn({ widget, node, hold }: DrawingProps & { widget: OwnWidget }) {
  const { draw, isFramed, defaults } = widget;
  const { id, props: sparse, value, overrides, children: ids } = node;
  const props: Framed = useMemo(() => ({ ...defaults, ...sparse }), [defaults, sparse]);
  const session = useSession();
  const [actions] = useState(() => new Actions(session, id));
  const view: View<Framed, unknown> = {
    id,
    props,
    value,
    overrides,
    children: ids.length > 0 ? <Children ids={ids} /> : null,
    get setValue() {
      // What has no such label is no input: it opens and closes at once.
      return hold && "label_visibility" in props ? hold : actions.setValue;
    },
    get press() {
      return actions.press;
    },
  };
  const drawn = draw(view);
  return isFramed ? framed(props, drawn) : drawn;
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

/** Draw the box around every element that has none of its own. */
function framed(props: Framed, children: ReactNode) {
  const { className, style } = sized(
    props.width ?? "auto",
    props.height === "stretch" ? "stretch" : null,
  );
  return (
    <div
      className={`stElementContainer element-container${keyClass(props.key ?? null)}${className}`}
      data-testid="stElementContainer"
      data-stale="false"
      style={style}
    >
      {children}
    </div>
  );
}

/** How high an element is, as its script says it, and how high a chart is else. */
interface Upright {
  height?: number | string;
  room?: number;
}

function heightOf(props: SparseProps, lines: number): number | string {
  const { height, room } = props as Upright;
  if (room !== undefined) return typeof height === "number" ? height : room;
  if (props.kind === "caption") return "1.84rem";
  return height ?? ("label" in props ? "4.25rem" : `${1 + 1.5 * lines}rem`);
}

/** Holds the place of an element whose module is still loading, at about its height. */
function Skeleton({ props }: { props: SparseProps }) {
  const lines = "body" in props && props.body ? props.body.split("\n", 20).length : 1;
  const { width, pixels, sizes } = props as Partial<Image>;
  const size = sizes?.[0];
  return (
    <div
      className="stSkeleton"
      data-testid="stSkeleton"
      style={
        size
          ? {
              width: width === "content" ? (pixels ?? size[0]) : "100%",
              height: "auto",
              aspectRatio: size.join("/"),
            }
          : { height: heightOf(props, lines) }
      }
    />
  );
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
