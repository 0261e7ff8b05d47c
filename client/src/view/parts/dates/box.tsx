/** Box: the label, the bordered box and the messages of an input for dates or times. */

import "../field.css";

import { type MouseEvent, type ReactNode, type Ref, useId, useRef } from "react";

import { useEnter } from "../../enter";
import { Control, ControlButton } from "../control";
import { Label, type LabelledProps } from "../label";
import type { Entry } from "./entry";
import { focusFirst, Typing } from "./typing";

/** What ties a field to its label and its messages. */
export interface FieldAttributes {
  labelledBy: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  disabled: boolean;
  required: boolean;
  commit(): void;
}

interface BoxProps {
  /** As in the class and test id of the page structure, such as "stDateInput". */
  name: string;
  /** The test id of the bordered box. */
  testId: string;
  props: LabelledProps;
  entry: Entry;
  /** What the button that empties the box is called; null if there is to be none. */
  clear: string | null;
  /** The elements that hold the fields, and the bordered box. */
  fields: Ref<HTMLDivElement>;
  control: Ref<HTMLDivElement>;
  /** What stands at the end of the box. */
  end: ReactNode;
  children(field: FieldAttributes): ReactNode;
}

/** Draw the fields of `children` in a box. */
export function Box({
  name,
  testId,
  props,
  entry,
  clear,
  fields,
  control,
  end,
  children,
}: BoxProps) {
  const id = useId();
  const { problem } = entry;
  const enter = useEnter(entry.isDirty);
  const root = useRef<HTMLDivElement>(null);
  const focus = () => focusFirst(root.current);

  return (
    <div
      ref={root}
      className={`st-field ${name}`}
      data-testid={name}
      data-invalid={!!problem || undefined}
    >
      <div onClick={(event) => isLabel(event) && focus()}>
        <Label props={props} id={`${id}-label`} />
      </div>
      <Control name={name} testId={testId} ref={control} icon={null} disabled={props.disabled}>
        <Typing entry={entry} ref={fields} testId={`${name}FieldsScroller`}>
          {children({
            labelledBy: `${id}-label`,
            describedBy: problem ? `${id}-error` : undefined,
            isInvalid: !!problem,
            disabled: props.disabled,
            required: !!props.required,
            commit: () => entry.commit() && enter.submit(),
          })}
        </Typing>
        {clear !== null && !props.disabled && (
          <ControlButton
            label={clear}
            data-testid={`${name}ClearButton`}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              entry.send([]);
              requestAnimationFrame(focus);
            }}
          >
            <path d="M6 6l12 12M18 6L6 18" />
          </ControlButton>
        )}
        {end}
      </Control>
      {problem ? (
        <span
          className="st-field-error"
          id={`${id}-error`}
          data-testid={`${name}Error`}
          role="alert"
        >
          {problem}
        </span>
      ) : (
        <div className="st-instructions" data-testid="InputInstructions">
          {enter.hint && <span>{enter.hint}</span>}
        </div>
      )}
    </div>
  );
}

function isLabel(event: MouseEvent): boolean {
  return (event.target as Element).closest("label") !== null;
}
