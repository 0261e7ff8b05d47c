/**
 * Forms: what is entered in one is held back as a draft, and sent when it is submitted.
 *
 * A held value is kept as half a text is: it outlasts reruns, refreshes and servers, and gives way to
 * what the script sets.
 */

import { HELD, isCurrent } from "./draft";
import type { Session } from "./session";
import { isSameValue, type Node } from "./tree";

/** Hold the new value of an input back. */
export function hold({ busy, drafts, inputs }: Session, id: string, value: unknown): void {
  const node = inputs.node(id);
  if (!node) return;
  // What the value is now may be cleared by the run that goes on, and what is entered may not.
  if (!busy.get() && isSameValue(value, node.value)) return drafts.drop(id + HELD);
  // A password is never written down.
  const isSecret = node.props?.kind === "text_input" && node.props.type === "password";
  const { value: over, overrides } = node;
  drafts.set(id + HELD, { text: JSON.stringify(value), value: over, overrides, isSecret });
}

/**
 * Send all that has changed in a form as one event; false if some of it cannot be sent.
 *
 * While a run goes on that may clear the form, all that it shows is sent, of the kinds that `isInput`
 * tells; or, if nothing was entered since, nothing: what was submitted does not count twice.
 */
export function submit(
  session: Session,
  form: string,
  button: string,
  isInput: (kind: string) => boolean,
): boolean {
  const { busy, drafts, inputs } = session;
  const { props } = session.tree.get(form) ?? {};
  const isToClear = busy.get() && props?.kind === "form" && props.clear_on_submit === true;
  drafts.commit();
  const usable = [...below(session, form)].filter((node) => !isDisabled(node));
  // All of them: each says what is wrong with it, and the first of those comes in sight.
  const [wrong] = usable.filter(({ id }) => !drafts.settle(id));
  if (wrong) {
    drafts.reveal(wrong.id);
    return false;
  }
  const values: Record<string, unknown> = {};
  for (const { id } of usable) {
    const draft = drafts.get(id + HELD);
    const node = inputs.node(id)!;
    if (draft && isCurrent(draft, node.value, node.overrides)) values[id] = JSON.parse(draft.text);
  }
  if (isToClear && Object.keys(values).length > 0)
    for (const { id } of usable) {
      const node = inputs.node(id)!;
      if (!(id in values) && isInput(node.props!.kind)) values[id] = node.value;
    }
  inputs.submit(button, values);
  // An event that is too large is given up: what it was to bring stays in the form.
  for (const [id, value] of Object.entries(values))
    if (isSameValue(inputs.node(id)?.value, value)) drafts.drop(id + HELD);
  return true;
}

/** Tell whether a form has a button by which it can be submitted at all. */
export function hasButton(session: Session, form: string): boolean {
  return firstButton(session, form) !== undefined;
}

/** Return the button that Enter presses: the first one, unless it is disabled. */
export function enterButton(session: Session, form: string): string | null {
  const first = firstButton(session, form);
  return first && !isDisabled(first) ? first.id : null;
}

function firstButton(session: Session, form: string): Node | undefined {
  for (const node of below(session, form)) {
    if (node.props?.kind === "form_submit_button") return node;
  }
  return undefined;
}

function isDisabled({ props }: Node): boolean {
  return props !== null && "disabled" in props && props.disabled === true;
}

/** Yield all that is in a container, in reading order. */
function* below(session: Session, id: string): Generator<Node> {
  for (const child of session.tree.get(id)?.children ?? []) {
    const node = session.tree.get(child);
    if (node) yield node;
    yield* below(session, child);
  }
}
