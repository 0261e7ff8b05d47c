/** Field: the label, the frame and the messages that inputs have in common. */

import "./field.css";

import { type ReactNode, useId } from "react";

import { Label, type LabelledProps } from "./label";

/** The attributes that tie a native control to its label and its messages. */
export interface ControlAttributes {
  id: string;
  disabled: boolean;
  "aria-required": true | undefined;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

interface FieldProps {
  /** As in the class and test id of the page structure, such as "stTextInput". */
  name: string;
  props: LabelledProps;
  /** Why the text cannot be sent; it stands where the notes do. */
  error?: string | null;
  /** Short notes shown while the control has focus. */
  instructions?: (string | false | null | undefined)[];
  /** For a label that names a group of controls: what a click on it focuses. */
  focus?: () => void;
  children(control: ControlAttributes): ReactNode;
}

/** Draw a native control or a group, its label above it and its messages below. */
export function Field({ name, props, error, instructions = [], focus, children }: FieldProps) {
  const id = useId();
  const notes = instructions.filter(Boolean);
  const message = error ? `${id}-error` : notes.length > 0 ? `${id}-notes` : undefined;
  return (
    <div className={`st-field ${name}`} data-testid={name} data-invalid={!!error || undefined}>
      <Label props={props} control={focus ? undefined : id} id={labelId(id)} focus={focus} />
      {children({
        id,
        disabled: props.disabled,
        "aria-required": props.required || undefined,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": message,
      })}
      {error && (
        <span className="st-field-error" id={message} data-testid={`${name}Error`} role="alert">
          {error}
        </span>
      )}
      {!error && message && (
        <div className="st-instructions" id={message} data-testid="InputInstructions">
          {notes.map((note, index) => (
            <span key={index}>{note}</span>
          ))}
        </div>
      )}
    </div>
  );
}

/** The id of the label of a control, for a group, and for one that an open list hides all others from. */
export function labelId(control: string): string {
  return `${control}-label`;
}
