/** Number input: a number, typed or stepped. */

import "./number_input.css";

import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";

import { isNumeric, printf } from "../lib/printf";
import { addExactly } from "../lib/steps";
import type { NumberInput } from "../core/wire.gen";
import { define } from "../view/define";
import { useCommit, useDraft, useText } from "../view/draft";
import { isEnter, useEnter } from "../view/enter";
import { Control, ControlButton } from "../view/parts/control";
import { Field } from "../view/parts/field";

const HOLD = 400;
const REPEAT = 80;

type Direction = 1 | -1;
type Check = { number: number | null } | { problem: string };

export default define<NumberInput, number | null>((view) => {
  const { props, value, overrides, setValue } = view;
  const { disabled, icon, min_value, max_value } = props;
  const [draft, setDraft] = useText(view);
  const [problem, setProblem] = useDraft<string>(overrides);
  const shown = value === null ? "" : formatted(value, props);
  const isTyped = (text: string | null) => text !== null && text !== shown;
  const isDirty = isTyped(draft);
  const current = draft === null ? value : numberOf(draft, props);

  const input = useRef<HTMLInputElement>(null);
  useCommit(
    view.id,
    (text) => !input.current || commit(input.current, text ?? draft, text === null),
  );
  const enter = useEnter(isDirty);

  function commit(field: HTMLInputElement, text = draft, isFinal = false): boolean {
    const isChanged = isTyped(text) || field.validity.badInput;
    // The text of a number that nobody changed may be rounded: it is no measure.
    const isChecked = isChanged || (isFinal && value === null);
    const check = isChecked ? checked(field, props) : { number: value };
    if ("problem" in check) {
      setProblem(check.problem);
      return false;
    }
    // An empty field that may not stay empty shows its last number again.
    keep(!isChanged || (check.number === null && !props.clearable) ? value : check.number);
    return true;
  }

  function keep(number: number | null) {
    setDraft(null);
    setProblem(null);
    if (number !== value) setValue(number);
  }

  function next(direction: Direction): number | null {
    const low = min_value ?? -Infinity;
    const high = max_value ?? Infinity;
    const start = min_value ?? 0;
    const number = current === null ? start : addExactly(current, direction * props.step);
    if (disabled || !props.step || (direction > 0 ? number > high : number < low)) return null;
    return Math.max(low, Math.min(number, high));
  }

  function step(direction: Direction): boolean {
    const number = next(direction);
    if (number !== null) keep(number);
    return number !== null;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (isEnter(event) && commit(event.currentTarget)) enter.submit();
    if (event.key === "Escape" && props.clearable && !props.required) keep(null);
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    step(event.key === "ArrowUp" ? 1 : -1);
  }

  return (
    <Field
      name="stNumberInput"
      props={props}
      error={problem}
      instructions={[!problem && enter.hint]}
    >
      {(control) => (
        <Control
          name="stNumberInput"
          testId="stNumberInputContainer"
          icon={icon}
          disabled={disabled}
        >
          <input
            {...control}
            ref={input}
            type="number"
            data-testid="stNumberInputField"
            value={draft ?? shown}
            min={min_value ?? undefined}
            max={max_value ?? undefined}
            step="any"
            inputMode={props.is_integer && (min_value ?? -1) >= 0 ? "numeric" : undefined}
            placeholder={props.placeholder ?? undefined}
            onChange={(event) => {
              setDraft(event.currentTarget.value);
              setProblem(null);
            }}
            onBlur={(event) => commit(event.currentTarget)}
            onKeyDown={onKeyDown}
            onWheel={(event) => event.currentTarget.blur()} // a page that scrolls changes no number
          />
          <Step name="Down" canStep={next(-1) !== null} step={() => step(-1)} />
          <Step name="Up" canStep={next(1) !== null} step={() => step(1)} />
        </Control>
      )}
    </Field>
  );
});

const NOT_A_NUMBER = "Enter a number.";

function formatted(number: number, { format }: NumberInput): string {
  const text = format ? printf(format, number) : "";
  return isNumeric(text) ? text : `${number}`; // a number field can show numbers only
}

function numberOf(text: string, { is_integer }: NumberInput): number | null {
  if (!isNumeric(text)) return null;
  return is_integer ? Math.trunc(Number(text)) : Number(text);
}

function checked(field: HTMLInputElement, props: NumberInput): Check {
  if (field.validity.badInput) return { problem: NOT_A_NUMBER };
  if (field.value === "") {
    return props.required ? { problem: "This field is required." } : { number: null };
  }
  const number = numberOf(field.value, props);
  if (number === null) return { problem: NOT_A_NUMBER };
  const low = props.min_value ?? -Infinity;
  const high = props.max_value ?? Infinity;
  const isExact = !props.is_integer || Number.isSafeInteger(number);
  return number < low || number > high || !isExact ? { problem: boundsOf(props) } : { number };
}

function boundsOf(props: NumberInput): string {
  // Whole numbers are bound to what JavaScript can count; that is not worth telling.
  const [low, high] = [props.min_value, props.max_value].map((bound) =>
    bound == null || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? null : formatted(bound, props),
  );
  if (low && high) return `Must be between ${low} and ${high}.`;
  return low ? `Must be at least ${low}.` : high ? `Must be at most ${high}.` : NOT_A_NUMBER;
}

interface StepProps {
  name: "Up" | "Down";
  canStep: boolean;
  /** Take one step, and tell whether there was room for it. */
  step(): boolean;
}

/** A button that steps when it is clicked, and goes on stepping while it is held. */
function Step({ name, canStep, step }: StepProps) {
  const [isHeld, setHeld] = useState(false);
  const hasRepeated = useRef(false);
  const repeat = useEffectEvent(() => {
    hasRepeated.current = true;
    if (!step()) setHeld(false);
  });
  useEffect(() => {
    if (!isHeld) return;
    let timer = setTimeout(function again() {
      repeat();
      timer = setTimeout(again, REPEAT);
    }, HOLD);
    return () => clearTimeout(timer);
  }, [isHeld]);
  const release = () => setHeld(false);
  return (
    <ControlButton
      label={name === "Up" ? "Increment" : "Decrement"}
      data-testid={`stNumberInputStep${name}`}
      tabIndex={-1}
      disabled={!canStep}
      onPointerDown={() => {
        hasRepeated.current = false;
        setHeld(true);
      }}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={release}
      onClick={() => hasRepeated.current || step()}
    >
      <path d={name === "Up" ? "M5 12h14M12 5v14" : "M5 12h14"} />
    </ControlButton>
  );
}
