/** Text input: one line of text. */

import "./text_input.css";

import { useEffect, useEffectEvent, useState } from "react";

import type { TextInput } from "../core/wire.gen";
import { define } from "../view/define";
import { isEnter, useEnter } from "../view/enter";
import { Clear, Control, Reveal } from "../view/parts/control";
import { Field } from "../view/parts/field";
import { emptyProblem, useTextField } from "../view/text_field";

/** The pause in typing after which a live input sends its text, in milliseconds. */
const PAUSE = 250;

const NATIVE = {
  default: "text",
  password: "password",
  email: "email",
  url: "url",
  phone: "tel",
  search: "search",
};

export default define<TextInput, string | null>((view) => {
  const { props } = view;
  const { type, max_chars, icon, disabled, live } = props;
  const [isRevealed, setRevealed] = useState(false);
  const { text, isDirty, isComposing, problem, commit, native } = useTextField(view, {
    problemOf: (entered) => problemOf(entered, props),
    isSecret: type === "password",
  });

  const enter = useEnter(isDirty && live === false);
  useLive(live, isDirty && !isComposing ? text : null, commit);

  return (
    <Field
      name="stTextInput"
      props={props}
      error={problem}
      instructions={[enter.hint, max_chars !== null && `${text.length}/${max_chars}`]}
    >
      {(control) => (
        <Control name="stTextInput" testId="stTextInputRootElement" icon={icon} disabled={disabled}>
          <input
            {...control}
            {...native}
            type={isRevealed ? "text" : NATIVE[type]}
            data-testid="stTextInputField"
            maxLength={max_chars ?? undefined}
            placeholder={props.placeholder ?? undefined}
            autoComplete={props.autocomplete ?? undefined}
            onKeyDown={(event) => isEnter(event) && commit(text) && enter.submit()}
          />
          {type === "password" && (
            <Reveal
              isRevealed={isRevealed}
              disabled={disabled}
              toggle={() => setRevealed(!isRevealed)}
            />
          )}
          {type === "search" && text !== "" && !disabled && <Clear clear={() => commit("")} />}
        </Control>
      )}
    </Field>
  );
});

/** Send `text` once it has stood still for a while; null when there is nothing to send. */
function useLive(live: boolean | number, text: string | null, send: (text: string) => void) {
  const onPause = useEffectEvent(send);
  useEffect(() => {
    if (live === false || text === null) return;
    const timer = setTimeout(() => onPause(text), live === true ? PAUSE : live);
    return () => clearTimeout(timer);
  }, [live, text]);
}

/** Return why text cannot be sent, or null if it can. */
function problemOf(text: string, { required, validate, validate_message }: TextInput) {
  const empty = emptyProblem(text, required);
  if (empty !== null) return empty;
  if (text === "" || !validate || expression(validate)?.test(text) !== false) return null;
  return validate_message ?? `Must match the pattern ${validate}`;
}

/** Compile a script's pattern; one that is not valid checks nothing. */
function expression(source: string): RegExp | null {
  for (const flags of ["su", "s"]) {
    try {
      return new RegExp(source, flags);
    } catch {
      continue;
    }
  }
  return null;
}
