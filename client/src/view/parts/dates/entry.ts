/** Entry: what is being typed into the fields of a date or time, until it is sent. */

import { type RefObject, useLayoutEffect, useRef, useState } from "react";

import type { View } from "../../define";
import { useCommit, useDraft, useText } from "../../draft";

/** As on the wire: one number, or none while it is empty; of a range both ends, or the first. */
export type Numbers = readonly number[];
/** What the fields have: of a range one for each end. */
type Entered = readonly (number | null)[];

export interface Entry {
  entered: Entered;
  problem: string | null;
  isDirty: boolean;
  /** Counts how often the fields are to forget what is half typed. */
  restarts: number;
  /** Keep what one field has. */
  enter(index: number, number: number | null): void;
  /** Send what the fields have, if it is whole and fits; false if it does not. */
  commit(): boolean;
  /** Send other numbers, whatever the fields have. */
  send(numbers: Numbers): void;
  /** Go back to what was sent last; tells whether there was anything else. */
  restore(): boolean;
}

interface Rules {
  isRange: boolean;
  required: boolean;
  clearable: boolean;
  /** Said of what is not whole. */
  incomplete: string;
  /** Return what is wrong with a number, or null. */
  problemOf(number: number): string | null;
}

/** Keep what is typed into the fields below `box`, and send it when it is whole. */
export function useEntry(
  view: View<unknown, Numbers>,
  box: RefObject<HTMLElement | null>,
  rules: Rules,
): Entry {
  const { id, value, overrides, setValue } = view;
  // As text: after a refresh the list is another one.
  const [draft, setDraft] = useText({ id, value: value.join(), overrides });
  const [problem, setProblem] = useDraft<string>(overrides);
  const [restarts, setRestarts] = useState(0);
  const sent = paired(value);
  const entered = draft === null ? sent : parsed(draft);
  // What has come of one event so far, which may enter, send and submit before this is drawn again.
  const latest = useRef<Entered | null>(null);
  useLayoutEffect(() => {
    latest.current = null;
  });

  function paired(numbers: Numbers): Entered {
    return rules.isRange ? [numbers[0] ?? null, numbers[1] ?? null] : [numbers[0] ?? null];
  }

  function current(): Entered {
    return latest.current ?? entered;
  }

  function enter(index: number, number: number | null) {
    const all = current().map((each, at) => (at === index ? number : each));
    latest.current = all;
    setDraft(all.join());
    setProblem(null);
  }

  function send(numbers: Numbers) {
    latest.current = paired(numbers);
    setDraft(null);
    setProblem(null);
    if (numbers.join() !== value.join()) setValue(numbers);
  }

  function restore(): boolean {
    const isOther = current().join() !== sent.join() || isHalfTyped(box.current);
    send(value);
    // Fields that show what was sent stay as they are, and so does the focus.
    if (isOther) setRestarts(restarts + 1);
    return isOther || problem !== null;
  }

  /** Send what is entered, or say what is wrong with it; false if something is. */
  function commit(all: Entered = current(), isFinal = false): boolean {
    const numbers = all.filter((each) => each !== null);
    const isChecked = isFinal || numbers.join() !== value.join();
    const found = isHalfTyped(box.current)
      ? rules.incomplete
      : isChecked && problemOf(all, numbers);
    if (found) setProblem(found);
    else if (numbers.length || rules.clearable) send(numbers);
    else restore();
    return !found;
  }

  function problemOf(all: Entered, numbers: number[]): string | null {
    if (numbers.length) return problemIn(all, numbers);
    return rules.required ? "This field is required." : null;
  }

  function problemIn(all: Entered, numbers: number[]): string | null {
    const outside = numbers.filter((each) => !value.includes(each)).map(rules.problemOf);
    if (outside.some(Boolean)) return outside.find(Boolean)!;
    if (all[0] === null) return "Please choose a start date, too.";
    const [start = 0, end = start] = numbers;
    return end < start ? "The end date must not be before the start date." : null;
  }

  useCommit(id, (text) => (text === null ? commit(current(), true) : commit(parsed(text))));

  const isDirty = entered.join() !== sent.join();
  return { entered, problem, isDirty, restarts, enter, commit: () => commit(), send, restore };
}

function parsed(text: string): Entered {
  return text.split(",").map((each) => (each === "" ? null : Number(each)));
}

/** Whether one of the fields has some of its parts and not all of them. */
function isHalfTyped(box: HTMLElement | null): boolean {
  const fields = box?.querySelectorAll("[role=group]") ?? [];
  return [...fields].some((field) => {
    const parts = field.querySelectorAll("[role=spinbutton]").length;
    const empty = field.querySelectorAll("[role=spinbutton][data-placeholder]").length;
    return empty > 0 && empty < parts;
  });
}
