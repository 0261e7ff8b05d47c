/** Selectbox: one of several options. */

import { Combobox } from "@base-ui/react/combobox";
import { useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";

import { filterOptions } from "../lib/filter";
import type { Selectbox } from "../core/wire.gen";
import { define } from "../view/define";
import { useCommit, useDraft } from "../view/draft";
import { Clear, Control, ControlButton } from "../view/parts/control";
import { type ControlAttributes, Field } from "../view/parts/field";
import { MANY, Options, type Scroll } from "../view/parts/options";

/** The number of the row that stands for text of the person's own, as on the wire. */
const OWN = -1;

/** Holds the input that a `Combobox.Root` adds for forms, out of the page: a box has one input. */
const NOWHERE = document.createElement("div");

type Choice = [number, string] | null;

export default define<Selectbox, Choice>(({ id, props, value, overrides, setValue }) => {
  const { options, icon, filter_mode, accept_new_options } = props;
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useDraft<string>(overrides);
  const scroll = useRef<Scroll>(null);
  const [box, setBox] = useState<HTMLElement | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const disabled = props.disabled || (options.length === 0 && !accept_new_options);
  const canClear = props.clearable && !props.required;
  const text = value?.[1] ?? "";
  const chosen = useMemo(() => placeOf(value, options), [value, options]);
  const shown = useMemo(() => rowsFor(query, props), [query, props]);

  useCommit(id, () => {
    const isMissing = props.required && value === null && !disabled;
    setProblem(isMissing ? "This field is required." : null);
    return !isMissing;
  });

  useEffect(() => {
    // What is typed next takes the place of the choice.
    if (query === null && field.current === document.activeElement) field.current?.select();
  }, [query, text]);

  function choose(row: number) {
    setQuery(null);
    const choice: Choice = row === OWN ? [OWN, (query ?? "").trim()] : [row, options[row]!];
    setProblem(null);
    if (choice[0] !== chosen || choice[1] !== text) setValue(choice);
  }

  function clear() {
    setQuery(null);
    if (value !== null) setValue(null);
  }

  /** Text that was typed but not chosen is given up; an emptied one is a wish to clear. */
  function settle() {
    if (query === "" && canClear) clear();
    else setQuery(null);
  }

  /** What was typed is given up first, then the choice. */
  function escape() {
    if (query === null && canClear) clear();
    else setQuery(null);
  }

  return (
    <Field name="stSelectbox" props={{ ...props, disabled }} error={problem}>
      {(control) => (
        <>
          <Control name="stSelectbox" ref={setBox} role="group" icon={icon} disabled={disabled} />
          {createPortal(
            <Combobox.Root
              open={open}
              onOpenChange={setOpen}
              items={shown}
              filter={null}
              virtualized={shown.length > MANY}
              autoHighlight={query !== null}
              disabled={disabled}
              value={chosen}
              inputValue={query ?? text}
              itemToStringLabel={(row) => (row === chosen ? text : (options[row] ?? ""))}
              onInputValueChange={(typed, { reason }) => {
                if (reason === "input-change" && filter_mode !== null) setQuery(typed);
              }}
              onValueChange={(row, { reason, allowPropagation }) => {
                if (row !== null && reason === "item-press") choose(row);
                // An Escape with nothing to clear is meant for what holds the box.
                if (reason === "escape-key" && !canClear) allowPropagation();
              }}
              onItemHighlighted={(_row, { reason, index }) => {
                if (reason !== "pointer" && index >= 0) scroll.current?.to(index);
              }}
            >
              {box && createPortal(drawBox(control), box)}
              <Options
                shown={shown}
                anchor={box}
                scroll={scroll}
                testId="stSelectboxVirtualDropdown"
                textOf={(row) => (row === OWN ? `Add: ${query?.trim()}` : options[row])}
              />
            </Combobox.Root>,
            NOWHERE,
          )}
        </>
      )}
    </Field>
  );

  function drawBox(control: ControlAttributes) {
    return (
      <>
        <Combobox.Input
          {...control}
          ref={field}
          placeholder={props.placeholder ?? placeholderOf(props)}
          inputMode={filter_mode === null ? "none" : undefined}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          onMouseDown={({ currentTarget }) => {
            // A click into what is selected would take the selection back once it is over.
            if (query === null) currentTarget.setSelectionRange(text.length, text.length);
          }}
          onClick={(event) => query === null && event.currentTarget.select()}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === "Escape" && !nativeEvent.isComposing) escape();
          }}
          onBlur={({ currentTarget, relatedTarget }) => {
            settle();
            // Focus that goes to the page itself is taken for one in the list, which the page holds.
            if (relatedTarget?.contains(currentTarget)) setOpen(false);
          }}
        />
        {canClear && value !== null && !disabled && (
          <Clear
            label="Clear value"
            clear={() => {
              clear();
              field.current?.focus();
            }}
          />
        )}
        <Combobox.Trigger
          render={
            <ControlButton label="Open" tabIndex={-1}>
              <path d="M6 9l6 6 6-6" />
            </ControlButton>
          }
        />
      </>
    );
  }
});

/** Find the chosen option among today's: by its place if it still stands there, else by its text. */
function placeOf(value: Choice, options: readonly string[]): number | null {
  if (value === null) return null;
  const [row, text] = value;
  if (row !== OWN && options[row] === text) return row;
  return options.indexOf(text); // -1 is the row of text of one's own
}

function rowsFor(query: string | null, props: Selectbox): number[] {
  const { options, filter_mode, accept_new_options } = props;
  const rows = filterOptions(options, query ?? "", filter_mode ?? "contains");
  const typed = query?.trim().toLowerCase() ?? "";
  const isNew = typed !== "" && !rows.some((row) => options[row]!.toLowerCase() === typed);
  return accept_new_options && isNew ? [OWN, ...rows] : rows;
}

function placeholderOf({ options, accept_new_options }: Selectbox): string {
  if (options.length === 0) return accept_new_options ? "Add an option" : "No options to select";
  return accept_new_options ? "Choose or add an option" : "Choose an option";
}
