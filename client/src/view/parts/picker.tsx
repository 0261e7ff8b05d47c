/** Picker: a box to type into, with the options that are found in a list below it. */

import { Combobox } from "@base-ui/react/combobox";
import { type ComponentProps, type FocusEvent, type ReactNode, useRef, useState } from "react";
import { createPortal } from "react-dom";

import { Control, ControlButton } from "./control";
import { type ControlAttributes, Field, labelId } from "./field";
import type { LabelledProps } from "./label";
import { MANY, Options, type Scroll } from "./options";

/** Holds the input that a `Combobox.Root` adds for forms, out of the page: a box has one input. */
const NOWHERE = document.createElement("div");

type Root<Many extends boolean> = ComponentProps<typeof Combobox.Root<number, Many>>;

interface PickerProps<Many extends boolean> {
  /** As in the class and test id of the page structure, such as "stSelectbox". */
  name: string;
  /** The test id of the list. */
  listId: string;
  props: LabelledProps;
  icon?: string | null;
  error?: string | null;
  /** What the list shows, in order; a row's value is its number here. */
  shown: readonly number[];
  /** The last row, if it is to stand above all others. */
  top?: number;
  textOf(row: number): string | undefined;
  /** What stands in place of an empty list. */
  empty?: string;
  /** What is typed; null if nothing is. */
  query: string | null;
  setOpen(open: boolean): void;
  root: Root<Many>;
  /** What stands in the box. */
  children(control: Control): ReactNode;
}

interface Control extends ControlAttributes {
  /** An open list hides the label from screen readers, unless it is referred to. */
  "aria-labelledby": string;
  spellCheck: false;
  onBlur(event: FocusEvent<HTMLInputElement>): void;
}

export function Picker<Many extends boolean = false>(picker: PickerProps<Many>) {
  const { name, props, icon = null, error, shown, textOf, query, setOpen, root, children } = picker;
  const scroll = useRef<Scroll>(null);
  const [box, setBox] = useState<HTMLElement | null>(null);

  /** Focus that goes to the page itself is taken for one in the list, which the page holds. */
  function onBlur({ currentTarget, relatedTarget }: FocusEvent) {
    if (relatedTarget?.contains(currentTarget)) setOpen(false);
  }

  function attributes(control: ControlAttributes): Control {
    return { ...control, "aria-labelledby": labelId(control.id), spellCheck: false, onBlur };
  }

  return (
    <Field name={name} props={props} error={error}>
      {(control) => (
        <>
          <Control name={name} ref={setBox} role="group" icon={icon} disabled={props.disabled} />
          {createPortal(
            <Combobox.Root<number, Many>
              items={shown}
              filter={null}
              virtualized={shown.length > MANY}
              autoHighlight={query !== null}
              disabled={props.disabled}
              onItemHighlighted={(_row, { reason, index }) => {
                if (reason !== "pointer" && index >= 0) scroll.current?.to(index);
              }}
              {...root}
            >
              {box && createPortal(children(attributes(control)), box)}
              <Options
                shown={shown}
                top={picker.top}
                anchor={box}
                scroll={scroll}
                testId={picker.listId}
                textOf={textOf}
                empty={picker.empty}
              />
            </Combobox.Root>,
            NOWHERE,
          )}
        </>
      )}
    </Field>
  );
}

/** Draw the button that opens the list. */
export function OpenList() {
  return (
    <Combobox.Trigger
      render={
        <ControlButton label="Open" tabIndex={-1}>
          <path d="M6 9l6 6 6-6" />
        </ControlButton>
      }
    />
  );
}
