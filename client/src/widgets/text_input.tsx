/** Text input: one line of text. */

import "./text_input.css";

import { type KeyboardEvent, type MouseEvent, useEffect, useEffectEvent, useState } from "react";

import type { TextInput } from "../core/wire.gen";
import { defineInput } from "../view/define";
import { useCommit, useDraft, useText } from "../view/draft";
import { Field } from "../view/parts/field";
import { Icon } from "../view/parts/icon";

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

export default defineInput<TextInput, string | null>((view) => {
  const { props, value, overrides, setValue } = view;
  const { type = "default", max_chars, icon, disabled, live = false } = props;
  const [draft, setDraft] = useText(view, type === "password");
  const [problem, setProblem] = useDraft<string>(overrides);
  const [isComposing, setComposing] = useState(false);
  const [isRevealed, setRevealed] = useState(false);
  const text = draft ?? value ?? "";
  const isDirty = text !== (value ?? "");

  function commit(entered: string) {
    const isChanged = entered !== (value ?? "");
    const found = isChanged ? problemOf(entered, props) : null;
    setProblem(found);
    setDraft(found === null ? null : entered);
    if (isChanged && found === null) setValue(entered);
  }

  useCommit(view.id, commit);
  useLive(live, isDirty && !isComposing ? text : null, commit);

  return (
    <Field
      name="stTextInput"
      props={props}
      error={problem}
      instructions={[
        isDirty && live === false && "Press Enter to apply",
        max_chars != null && `${text.length}/${max_chars}`,
      ]}
    >
      {(control) => (
        <div
          className="st-control"
          data-testid="stTextInputRootElement"
          data-disabled={disabled || undefined}
        >
          {icon && (
            <span className="st-control-icon" data-testid="stTextInputIcon">
              <Icon icon={icon} />
            </span>
          )}
          <input
            {...control}
            type={isRevealed ? "text" : NATIVE[type]}
            data-testid="stTextInputField"
            value={text}
            maxLength={max_chars ?? undefined}
            placeholder={props.placeholder ?? undefined}
            autoComplete={props.autocomplete ?? undefined}
            onChange={(event) => {
              setDraft(event.currentTarget.value);
              setProblem(null);
            }}
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={() => setComposing(false)}
            onBlur={(event) => commit(event.currentTarget.value)}
            onKeyDown={(event) => isEnter(event) && commit(event.currentTarget.value)}
          />
          {type === "password" && (
            <Reveal isRevealed={isRevealed} disabled={disabled} toggle={() => setRevealed(!isRevealed)} />
          )}
          {type === "search" && text !== "" && !disabled && <Clear clear={() => commit("")} />}
        </div>
      )}
    </Field>
  );
}, "");

function isEnter({ key, nativeEvent }: KeyboardEvent): boolean {
  return key === "Enter" && !nativeEvent.isComposing;
}

/** Send `text` once it has stood still for a while; null when there is nothing to send. */
function useLive(live: boolean | number, text: string | null, send: (text: string) => void) {
  const onPause = useEffectEvent(send);
  useEffect(() => {
    if (live === false || text === null) return;
    const timer = setTimeout(() => onPause(text), live === true ? PAUSE : live);
    return () => clearTimeout(timer);
  }, [live, text]);
}

/** Say why a text cannot be sent, or null if it can. */
function problemOf(text: string, { required, validate, validate_message }: TextInput) {
  if (required && text.trim() === "") return "This field is required.";
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

/** Leave the focus in the field: losing it would send the text. */
function keepFocus(event: MouseEvent) {
  event.preventDefault();
}

interface RevealProps {
  isRevealed: boolean;
  disabled: boolean | undefined;
  toggle(): void;
}

function Reveal({ isRevealed, disabled, toggle }: RevealProps) {
  return (
    <button
      type="button"
      className="st-control-button"
      aria-label={isRevealed ? "Hide password" : "Show password"}
      disabled={disabled}
      onMouseDown={keepFocus}
      onClick={toggle}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7-10-7-10-7z" />
        <circle cx="12" cy="12" r="3" />
        {isRevealed && <path d="M4 4l16 16" />}
      </svg>
    </button>
  );
}

function Clear({ clear }: { clear(): void }) {
  return (
    <button
      type="button"
      className="st-control-button"
      aria-label="Clear"
      onMouseDown={keepFocus}
      onClick={clear}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 6l12 12M18 6L6 18" />
      </svg>
    </button>
  );
}
