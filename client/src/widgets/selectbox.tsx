/** Selectbox: one of several options. */

import { Combobox } from "@base-ui/react/combobox";
import { useEffect, useMemo, useRef, useState } from "react";

import { type Choice, invitation, OWN, placeOf, rowsFor } from "../lib/options";
import type { Selectbox } from "../core/wire.gen";
import { define } from "../view/define";
import { useCommit, useDraft } from "../view/draft";
import { isComposing } from "../view/enter";
import { Clear } from "../view/parts/control";
import { OpenList, Picker } from "../view/parts/picker";

export default define<Selectbox, Choice | null>(({ id, props, value, overrides, setValue }) => {
  const { options, filter_mode, accept_new_options } = props;
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useDraft<string>(overrides);
  const field = useRef<HTMLInputElement>(null);
  const disabled = props.disabled || (options.length === 0 && !accept_new_options);
  const canClear = props.clearable && !props.required;
  const text = value?.[1] ?? "";
  const chosen = useMemo(() => value && placeOf(value, options), [value, options]);
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
    <Picker
      name="stSelectbox"
      listId="stSelectboxVirtualDropdown"
      props={{ ...props, disabled }}
      icon={props.icon}
      error={problem}
      shown={shown}
      textOf={(row) => (row === OWN ? `Add: ${query?.trim()}` : options[row])}
      query={query}
      setOpen={setOpen}
      root={{
        open,
        onOpenChange: setOpen,
        value: chosen,
        inputValue: query ?? text,
        itemToStringLabel: (row) => (row === chosen ? text : (options[row] ?? "")),
        onInputValueChange: (typed, { reason }) => {
          if (reason === "input-change" && filter_mode !== null) setQuery(typed);
        },
        onValueChange: (row, { reason, allowPropagation }) => {
          if (row !== null && reason === "item-press") choose(row);
          // An Escape with nothing to clear is meant for what holds the box.
          if (reason === "escape-key" && !canClear) allowPropagation();
        },
      }}
    >
      {({ onBlur, ...control }) => (
        <>
          <Combobox.Input
            {...control}
            ref={field}
            placeholder={props.placeholder ?? invitation(props, "an option")}
            inputMode={filter_mode === null ? "none" : undefined}
            onFocus={(event) => event.currentTarget.select()}
            onMouseDown={({ currentTarget }) => {
              // A click into what is selected would take the selection back once it is over.
              if (query === null) currentTarget.setSelectionRange(text.length, text.length);
            }}
            onClick={(event) => query === null && event.currentTarget.select()}
            onKeyDown={(event) => {
              if (event.key === "Escape" && !isComposing(event)) escape();
            }}
            onBlur={(event) => {
              settle();
              onBlur(event);
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
          <OpenList />
        </>
      )}
    </Picker>
  );
});
