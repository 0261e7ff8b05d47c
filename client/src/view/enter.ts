/** Enter: what it does in a field, which is to apply the text or to submit the form around it. */

import { type KeyboardEvent, useContext } from "react";

import { FormContext } from "./form_context";

interface Enter {
  /** What to say of it below the field; false for nothing. */
  hint: string | false;
  /** Submit the form, if there is one that is submitted so. */
  submit(): void;
}

/**
 * Say what Enter does in a field.
 *
 * Args:
 *   isDirty: whether there is a text that is not applied yet.
 *   keys: what is to be pressed.
 */
export function useEnter(isDirty: boolean, keys = "Enter"): Enter {
  const form = useContext(FormContext);
  const hint = form ? form.takesEnter && "submit form" : isDirty && "apply";
  return {
    hint: hint && `Press ${keys} to ${hint}`,
    submit: () => form?.takesEnter && form.submit(),
  };
}

/** Whether Enter was pressed for a field to act on: once, however long it is held. */
export function isEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.repeat && !isComposing(event);
}

/** Whether a key belongs to an input method; WebKit ends the composition before its last key. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
