/** Form: a container whose inputs are submitted together. */

import "./form.css";

import { type RefObject, useMemo, useRef, useState, useSyncExternalStore } from "react";

import { HELD } from "../core/draft";
import { enterButton, hasButton, hold, submit } from "../core/form";
import type { Session } from "../core/session";
import type { Form as FormProps } from "../core/wire.gen";
import { define } from "../view/define";
import { useText } from "../view/draft";
import { Drawing, type Drawable } from "../view/element";
import { FormContext, type Form } from "../view/form_context";
import { useSession, useSignal } from "../view/hooks";
import { Notice } from "../view/parts/notice";
import { useReachable } from "../view/parts/scrollable";
import { sized } from "../view/parts/size";
import { loadWidget } from "../view/registry";

export default define<FormProps>(
  ({ id, props, children }) => {
    const session = useSession();
    const box = useRef<HTMLDivElement>(null);
    const [form] = useState(() => new Drafted(session, id, box));
    const { busy } = session;
    const isMute = useSyncExternalStore(
      busy.subscribe,
      () => !busy.get() && !hasButton(session, id),
    );
    const isWhole = useSignal(session.isWhole); // else it may not have come to the button
    const { className, style, isFixed } = sized(props.width, props.height);
    const reachable = useReachable(box, "Scrollable content", isFixed);
    return (
      <FormContext value={form}>
        <div className={`stLayoutWrapper${className}`} data-testid="stLayoutWrapper" style={style}>
          <div
            ref={box}
            className={`stForm${props.border ? " st-form-border" : ""}${isFixed ? " st-scroll" : ""}`}
            data-testid="stForm"
            {...reachable}
          >
            <div className="stVerticalBlock" data-testid="stVerticalBlock">
              {children}
              {isMute && isWhole && (
                <div data-testid="stFormMissingSubmitButton">
                  <Notice severity="warning">
                    This form has no submit button: what is entered in it is never sent. Add{" "}
                    <code>st.form_submit_button</code>.
                  </Notice>
                </div>
              )}
            </div>
          </div>
        </div>
      </FormContext>
    );
  },
  { framed: false },
);

/** One form, as its elements know it. */
class Drafted implements Form {
  readonly Element = Held;
  readonly #session: Session;
  readonly #id: string;
  readonly #box: RefObject<HTMLElement | null>;

  constructor(session: Session, id: string, box: RefObject<HTMLElement | null>) {
    this.#session = session;
    this.#id = id;
    this.#box = box;
  }

  get takesEnter(): boolean {
    const { props } = this.#session.tree.get(this.#id) ?? {};
    const isOn = props?.kind === "form" && (props as Partial<FormProps>).enter_to_submit !== false;
    return isOn && enterButton(this.#session, this.#id) !== null;
  }

  submit(button = enterButton(this.#session, this.#id)): void {
    if (button === null || submit(this.#session, this.#id, button, isInput)) return;
    // Once the fields have been drawn that say what is wrong with them.
    requestAnimationFrame(() => this.#box.current && focusWrong(this.#box.current));
  }
}

/** Go to the first field that says what is wrong with it, unless it has the focus. */
function focusWrong(form: HTMLElement): void {
  const field = firstWrong(form);
  if (!field || field.contains(document.activeElement)) return;
  const control = "[role=spinbutton], input:enabled, textarea";
  field.querySelector<HTMLElement>(control)?.focus({ preventScroll: true });
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  field.scrollIntoView({ block: "center", behavior: isStill ? "auto" : "smooth" });
}

/** Return that field; what a popover holds stands elsewhere on the page. */
function firstWrong(form: HTMLElement): HTMLElement | null {
  const wrong = ".st-field[data-invalid]";
  for (const at of form.querySelectorAll<HTMLElement>(`${wrong}, [aria-haspopup=dialog]`)) {
    const popup = document.getElementById(at.getAttribute("aria-controls") ?? "");
    const found = at.matches(wrong) ? at : popup?.querySelector<HTMLElement>(wrong);
    if (found) return found;
  }
  return null;
}

/** Kinds with the props of an input that have no value which a form could clear. */
const VALUELESS = ["form_submit_button", "link_button", "placeholder"];

function isInput(kind: string): boolean {
  const widget = loadWidget(kind).get();
  const isLabelled = typeof widget === "object" && "label_visibility" in widget.defaults;
  return isLabelled && !VALUELESS.includes(kind);
}

/** Draw an element with what is held back for it. */
function Held({ node }: { node: Drawable }) {
  const session = useSession();
  const { id } = node;
  const [held] = useText(node, false, id + HELD);
  const shown = useMemo<Drawable>(
    () => (held === null ? node : { ...node, value: JSON.parse(held) as unknown }),
    [node, held],
  );
  const [holdBack] = useState(() => (value: unknown) => hold(session, id, value));
  return <Drawing node={shown} hold={holdBack} />;
}
