/** Box: the label, the bordered box and the messages of an input for dates or times. */

import type { ReactNode, Ref, RefObject } from "react";

import { useEnter } from "../../enter";
import { Control, ControlButton } from "../control";
import { Field, labelId } from "../field";
import type { LabelledProps } from "../label";
import type { Entry } from "./entry";
import { focusFirst, Typing } from "./typing";

/** What ties a field to its label and its messages. */
interface FieldAttributes {
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
  fields: RefObject<HTMLDivElement | null>;
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
  const { problem } = entry;
  const enter = useEnter(entry.isDirty);
  const focus = () => focusFirst(fields.current);

  return (
    <Field name={name} props={props} error={problem} instructions={[enter.hint]} focus={focus}>
      {(attributes) => (
        <Control name={name} testId={testId} ref={control} icon={null} disabled={props.disabled}>
          <Typing entry={entry} ref={fields} testId={`${name}FieldsScroller`}>
            {children({
              labelledBy: labelId(attributes.id),
              describedBy: attributes["aria-describedby"],
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
      )}
    </Field>
  );
}
