/** Fields: the parts of a date or a time, each of which is typed or stepped by itself. */

import "./fields.css";
import "./pressable";

import { type KeyboardEvent, useContext, useMemo } from "react";
import {
  DateField,
  DateFieldStateContext,
  DateSegment,
  type DateSegmentProps,
} from "react-aria-components/DateField";
import { Group } from "react-aria-components/Group";
import { TimeField, TimeFieldStateContext } from "react-aria-components/TimeField";

import {
  clockOf,
  dayOf,
  stepped,
  toDate,
  toDateTime,
  toNumber,
  toTime,
} from "../../../lib/moments";
import { isEnter } from "../../enter";

type Part = DateSegmentProps["segment"];

interface Common {
  number: number | null;
  /** The ids of what names the field. */
  labelledBy: string;
  describedBy?: string | undefined;
  isInvalid?: boolean;
  disabled: boolean;
  required?: boolean;
  /** Take what the field has, null while it is empty. */
  enter(number: number | null): void;
  /** Send what was entered, as Enter was pressed. */
  commit(): void;
}

interface DateProps extends Common {
  /** As "YYYY/MM/DD". */
  format: string;
  /** In seconds, of a day with a time: what the arrow keys of its last part go by. */
  step?: number;
}

interface TimeProps extends Common {
  format: "24h" | "12h" | "localized";
  /** In seconds: what the arrow keys of the last part go by. */
  step: number;
}

/** Draw a field for a day; with a step, for a day and a time to the minute. */
export function DayField({ format, step, number, enter, commit, ...rest }: DateProps) {
  const moment = useMemo(() => {
    if (number === null) return null;
    return step === undefined ? toDate(number) : toDateTime(number);
  }, [number, step]);
  return (
    <DateField
      {...attributes(rest)}
      granularity={step === undefined ? "day" : "minute"}
      hourCycle={24}
      value={moment}
      onChange={(entered) => enter(entered && toNumber(entered))}
    >
      <Parts
        format={format}
        commit={commit}
        onKeyDown={step ? steps(number, step, enter) : undefined}
      />
    </DateField>
  );
}

/** Draw a field for a time of day, with seconds if the step has some. */
export function ClockField({ format, step, number, enter, commit, ...rest }: TimeProps) {
  const time = useMemo(() => (number === null ? null : toTime(number)), [number]);
  return (
    <TimeField
      {...attributes(rest)}
      granularity={step % 60 ? "second" : "minute"}
      hourCycle={format === "localized" ? undefined : format === "24h" ? 24 : 12}
      value={time}
      onChange={(entered) => enter(entered && toNumber(entered))}
    >
      <Parts commit={commit} onKeyDown={steps(number, step, enter)} />
    </TimeField>
  );
}

function attributes({
  labelledBy,
  describedBy,
  isInvalid,
  disabled,
  required,
}: Omit<Common, "number" | "enter" | "commit">) {
  return {
    className: "st-moment",
    "aria-labelledby": labelledBy,
    "aria-describedby": describedBy,
    isInvalid: isInvalid ?? false,
    isDisabled: disabled,
    isRequired: required ?? false,
    shouldForceLeadingZeros: true,
    validationBehavior: "aria" as const,
  };
}

interface PartsProps {
  /** The order of the parts of a day; without one, as the locale has it. */
  format?: string;
  commit(): void;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
}

function Parts({ format, commit, onKeyDown }: PartsProps) {
  const ofDate = useContext(DateFieldStateContext);
  const ofTime = useContext(TimeFieldStateContext);
  const state = (ofDate ?? ofTime)!;
  const runs = format ? arranged(state.segments, format) : [state.segments];
  return (
    <div
      className="st-parts"
      onKeyDownCapture={(event) => {
        if (!isEnter(event)) return onKeyDown?.(event);
        // A day that there is not, as 31 February, gives way to the nearest.
        state.confirmPlaceholder();
        commit();
      }}
    >
      <Group>
        {runs.map((run, at) => (
          <span key={at} className="st-run">
            {run.map((part, index) => (
              <DateSegment
                key={part.type === "literal" ? index : part.type}
                segment={part}
                className="st-part"
              >
                {({ text, type, isPlaceholder }) => (isPlaceholder && CLOCK_PARTS[type]) || text}
              </DateSegment>
            ))}
          </span>
        ))}
      </Group>
    </div>
  );
}

/** What stands where a part of a time is to be typed, for which locales have no letters. */
const CLOCK_PARTS: Record<string, string> = { hour: "hh", minute: "mm", second: "ss" };

/** Put the parts of a day into the order of a format, with its sign between them; then a time. */
function arranged(parts: readonly Part[], format: string): Part[][] {
  const find = (type: string) => parts.find((each) => each.type === type)!;
  const sign = format.replace(/[YMD]/g, "")[0]!;
  const day = joined(
    format.split(sign).map((token) => find(TYPES[token]!)),
    sign,
  );
  if (!find("hour")) return [day];
  return [[...day, literal(", ")], joined([find("hour"), find("minute")], ":")];
}

function joined(parts: Part[], sign: string): Part[] {
  return parts.flatMap((each, index) => (index ? [literal(sign), each] : [each]));
}

const TYPES: Record<string, string> = { YYYY: "year", MM: "month", DD: "day" };

function literal(text: string): Part {
  return { type: "literal", text, isPlaceholder: false, placeholder: "", isEditable: false };
}

/** Have the arrow keys of the last part go to the next whole step, which may be past the hour. */
function steps(number: number | null, step: number, enter: Common["enter"]) {
  const last = step % 60 ? "second" : "minute";
  return (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    const isLast = (event.target as HTMLElement).dataset.type === last;
    if (number === null || !direction || !isLast || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    enter(dayOf(number) + stepped(clockOf(number), step * 1000, direction));
  };
}

const DIRECTIONS: Record<string, 1 | -1> = { ArrowUp: 1, ArrowDown: -1 };
