/** Multiselect: several of many options, in a list. */

import "../view/parts/fading.css";
import "./multiselect.css";

import { Combobox } from "@base-ui/react/combobox";
import { useEffect, useMemo, useRef, useState } from "react";

import { type Choice, invitation, OWN, placeOf, rowsFor } from "../lib/options";
import type { Multiselect } from "../core/wire.gen";
import { define } from "../view/define";
import { isComposing } from "../view/enter";
import { Clear } from "../view/parts/control";
import { OpenList, Picker } from "../view/parts/picker";

/** The row that stands for all options in sight. */
const ALL = -2;

/** The rows of chosen texts that are no options count down from here. */
const STRANGERS = -3;

export default define<Multiselect, Choice[]>(({ props, value, setValue }) => {
  const { options, max_selections: most, filter_mode, accept_new_options, wrap } = props;
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const disabled = props.disabled || (options.length === 0 && !accept_new_options);
  const chosen = useMemo(() => rowsOf(value, options), [value, options]);
  const isFull = most !== null && value.length >= most;
  const left = useMemo(
    () => (isFull ? [] : leftFor(query, props, value, chosen)),
    [query, props, value, chosen, isFull],
  );
  const count = left[0] === OWN ? left.length - 1 : left.length;
  const hasAll = count > 1 && (props.select_all === true || count <= Number(props.select_all));
  const shown = useMemo(() => (hasAll ? [...left, ALL] : left), [left, hasAll]);

  useEffect(() => {
    // In one line, the box ends with what is typed.
    if (field.current === document.activeElement)
      field.current?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [value]);

  function change(rows: readonly number[]) {
    const choices = new Map(chosen.map((row, index) => [row, value[index]!]));
    const added = rows.flatMap((row) => (row === ALL ? left.filter((each) => each >= 0) : [row]));
    const next = added.map((row): Choice => {
      if (row === OWN) return [OWN, (query ?? "").trim()];
      return choices.get(row) ?? [row, options[row]!];
    });
    setQuery(null);
    setValue(next.slice(0, most ?? undefined));
  }

  function textOf(row: number) {
    if (row === OWN) return `Add: ${query?.trim()}`;
    if (row === ALL) return query?.trim() ? `Select ${count} matches` : "Select all";
    return options[row];
  }

  return (
    <Picker<true>
      name="stMultiSelect"
      listId="stMultiSelectDropdown"
      props={{ ...props, disabled }}
      shown={shown}
      top={hasAll ? ALL : undefined}
      textOf={textOf}
      empty={isFull ? fullText(most) : undefined}
      query={query}
      setOpen={setOpen}
      root={{
        open,
        multiple: true,
        value: chosen,
        inputValue: query ?? "",
        itemToStringLabel: (row) => options[row] ?? "",
        onOpenChange: (next, { reason, cancel }) => {
          if (reason === "item-press") return cancel(); // there may be more to choose
          setOpen(next);
        },
        onInputValueChange: (typed, { reason }) => {
          if (reason === "input-change" && filter_mode !== null) setQuery(typed);
        },
        onValueChange: (rows, { reason, allowPropagation }) => {
          if (reason !== "escape-key") change(rows);
          // There is nothing for Escape to clear: it is meant for what holds the box.
          else if (query === null) allowPropagation();
        },
      }}
    >
      {({ onBlur, ...control }) => (
        <>
          <Combobox.Chips
            className="st-chips st-fading"
            data-testid="stMultiSelectTagsContainer"
            data-wrap={wrap ?? "auto"}
            aria-label={value.length > 0 ? "Selected values" : undefined}
          >
            {value.map(([, text], index) => (
              <Combobox.Chip key={chosen[index]} className="st-chip" data-tag="">
                <span title={text}>{text}</span>
                {!disabled && <Remove text={text} />}
              </Combobox.Chip>
            ))}
            <Combobox.Input
              {...control}
              ref={field}
              data-empty={!query || undefined}
              placeholder={
                value.length > 0 ? "" : (props.placeholder ?? invitation(props, "options"))
              }
              inputMode={filter_mode === null ? "none" : undefined}
              onKeyDown={(event) => {
                if (event.key === "Escape" && !isComposing(event)) setQuery(null);
              }}
              onBlur={(event) => {
                setQuery(null);
                onBlur(event);
              }}
            />
          </Combobox.Chips>
          {value.length > 0 && !disabled && (
            <Clear
              label="Clear all"
              clear={() => {
                change([]);
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

function Remove({ text }: { text: string }) {
  return (
    <Combobox.ChipRemove className="st-chip-remove" aria-label={`Remove ${text}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 6l12 12M18 6L6 18" />
      </svg>
    </Combobox.ChipRemove>
  );
}

/** Return the row of each choice: its place today, or one of its own. */
function rowsOf(value: readonly Choice[], options: readonly string[]): number[] {
  return value.map((choice, index) => {
    const place = placeOf(choice, options);
    return place >= 0 ? place : STRANGERS - index;
  });
}

/** Return the rows that are left to choose from. */
function leftFor(
  query: string | null,
  props: Multiselect,
  value: readonly Choice[],
  chosen: readonly number[],
): number[] {
  const taken = new Set(chosen);
  const typed = query?.trim().toLowerCase();
  if (value.some(([, text]) => text.toLowerCase() === typed)) taken.add(OWN);
  return rowsFor(query, props).filter((row) => !taken.has(row));
}

function fullText(most: number): string {
  const options = most === 1 ? "1 option" : `${most} options`;
  return `You can only select up to ${options}. Remove an option first.`;
}
