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

import { clockOf, stepped, toDate, toDateTime, toNumber, toTime } from "../../../lib/moments";

type Part = DateSegmentProps["segment"];

interface Common {
  number: number | null;
  /** The ids of what names the field. */
  labelledBy: string;
  describedBy?: string | undefined;
  isInvalid?: boolean;
  disabled: boolean;
  required?: boolean;
  enter(number: number | null): void;
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
export function DayField({ format, step, number, enter, ...rest }: DateProps) {
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
      <Parts format={format} onKeyDown={step ? steps(number, step, enter) : undefined} />
    </DateField>
  );
}

/** Draw a field for a time of day, with seconds if the step has some. */
export function ClockField({ format, step, number, enter, ...rest }: TimeProps) {
  const time = useMemo(() => (number === null ? null : toTime(number)), [number]);
  return (
    <TimeField
      {...attributes(rest)}
      granularity={step % 60 ? "second" : "minute"}
      hourCycle={format === "localized" ? undefined : format === "24h" ? 24 : 12}
      value={time}
      onChange={(entered) => enter(entered && toNumber(entered))}
    >
      <Parts onKeyDown={steps(number, step, enter)} />
    </TimeField>
  );
}

function attributes({
  labelledBy,
  describedBy,
  isInvalid,
  disabled,
  required,
}: Omit<Common, "number" | "enter">) {
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
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
}

function Parts({ format, onKeyDown }: PartsProps) {
  const ofDate = useContext(DateFieldStateContext);
  const ofTime = useContext(TimeFieldStateContext);
  const state = (ofDate ?? ofTime)!;
  const parts = format ? arranged(state.segments, format) : state.segments;
  return (
    <div
      className="st-parts"
      onKeyDownCapture={(event) => {
        // A day that there is not, as 31 February, gives way to the nearest.
        if (event.key === "Enter") state.confirmPlaceholder();
        else onKeyDown?.(event);
      }}
    >
      <Group>
        {parts.map((part, index) => (
          <DateSegment
            key={part.type === "literal" ? index : part.type}
            segment={part}
            className="st-part"
          />
        ))}
      </Group>
    </div>
  );
}

/** Put the parts of a day into the order of a format, with its sign between them, before a time. */
function arranged(parts: readonly Part[], format: string): Part[] {
  const sign = literal(format.replace(/[YMD]/g, "")[0]!);
  const find = (type: string) => parts.filter((each) => each.type === type);
  const day = format.split(sign.text).map((token) => find(TYPES[token]!));
  const clock = [find("hour"), find("minute")].filter((each) => each.length);
  return [
    ...day.flatMap((each, index) => (index ? [sign, ...each] : each)),
    ...clock.flatMap((each, index) => [literal(index ? ":" : ", "), ...each]),
  ];
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
    const clock = clockOf(number);
    enter(number - clock + stepped(clock, step * 1000, direction));
  };
}

const DIRECTIONS: Record<string, 1 | -1> = { ArrowUp: 1, ArrowDown: -1 };
