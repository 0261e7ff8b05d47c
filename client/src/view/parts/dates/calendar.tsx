/** Calendar: a month to choose a day from, or the first and the last day of a range. */

import "./calendar.css";

import type { CalendarDate } from "@internationalized/date";
import { type ReactNode, useContext, useEffect, useEffectEvent, useMemo } from "react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarStateContext,
} from "react-aria-components/Calendar";
import { RangeCalendar, RangeCalendarStateContext } from "react-aria-components/RangeCalendar";

import { toDate, toNumber } from "../../../lib/moments";
import type { Numbers } from "./entry";
import { Overlay, type OverlayProps } from "./overlay";

/** How far the list of years reaches beyond the one in sight. */
const YEARS = 100;

interface DaysProps {
  value: Numbers;
  low: number;
  high: number;
  /** Take the days that were chosen: of a range the first alone, then both. */
  choose(days: Numbers): void;
}

interface CalendarPopupProps extends DaysProps {
  isRange?: boolean;
  overlay: OverlayProps;
  children?: ReactNode;
}

/** Draw a calendar above the page, and perhaps something below it. */
export function CalendarPopup({ isRange, children, overlay, ...days }: CalendarPopupProps) {
  return (
    <Overlay {...overlay}>
      {isRange ? (
        <Range label={overlay.label} {...days} />
      ) : (
        <Day label={overlay.label} {...days} />
      )}
      {children}
    </Overlay>
  );
}

function Day({ label, value, low, high, choose }: DaysProps & { label: string }) {
  const day = useDay(value[0] ?? null);
  return (
    <Calendar
      aria-label={label}
      className="st-calendar"
      value={day}
      minValue={useDay(low)}
      maxValue={useDay(high)}
      onChange={(date) => choose([toNumber(date)])}
      autoFocus
    >
      <Month />
    </Calendar>
  );
}

function Range({ label, value, low, high, choose }: DaysProps & { label: string }) {
  const start = useDay(value[0] ?? null);
  const end = useDay(value[1] ?? null);
  return (
    <RangeCalendar
      aria-label={label}
      className="st-calendar st-calendar-range"
      value={start && end && { start, end }}
      defaultFocusedValue={start}
      minValue={useDay(low)}
      maxValue={useDay(high)}
      onChange={(range) => choose([toNumber(range.start), toNumber(range.end)])}
      // What is half chosen stays so.
      commitBehavior="reset"
      autoFocus
    >
      <FirstDay half={end ? null : start} choose={(day) => choose([toNumber(day)])} />
      <Month />
    </RangeCalendar>
  );
}

interface FirstDayProps {
  /** The day that a range begins with whose last day is to be chosen yet. */
  half: CalendarDate | null;
  choose(day: CalendarDate): void;
}

/** Tell of the first day of a range when it is chosen, and go on from one that is. */
function FirstDay({ half, choose }: FirstDayProps) {
  const { anchorDate, isDragging, setAnchorDate } = useContext(RangeCalendarStateContext)!;
  const tell = useEffectEvent(choose);
  const chosen = isDragging ? null : anchorDate;
  useEffect(() => {
    if (chosen && (!half || half.compare(chosen))) tell(chosen);
    if (!anchorDate && half) setAnchorDate(half);
  }, [chosen, anchorDate, half, setAnchorDate]);
  return null;
}

function Month() {
  return (
    <>
      <div className="st-calendar-header">
        <Turn slot="previous" label="Previous month" path="M15 6l-6 6 6 6" />
        <Choices />
        <Turn slot="next" label="Next month" path="M9 6l6 6-6 6" />
      </div>
      <CalendarGrid className="st-calendar-grid" weekdayStyle="short">
        {(date) => <CalendarCell date={date} className="st-calendar-day" />}
      </CalendarGrid>
    </>
  );
}

function Turn({ slot, label, path }: { slot: "previous" | "next"; label: string; path: string }) {
  return (
    <Button slot={slot} className="st-calendar-turn" aria-label={label}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
    </Button>
  );
}

/** The month and the year in sight, each to be chosen from a list. */
function Choices() {
  const one = useContext(CalendarStateContext);
  const several = useContext(RangeCalendarStateContext);
  const state = (one ?? several)!;
  const { focusedDate: date, minValue, maxValue } = state;
  const first = Math.max(minValue?.year ?? 1, date.year - YEARS);
  const last = Math.min(maxValue?.year ?? 9999, date.year + YEARS);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const months = useMemo(() => monthNames(navigator.language), []);
  const isOut = (month: number) => {
    const begin = date.set({ month, day: 1 });
    const end = begin.add({ months: 1 }).subtract({ days: 1 });
    return !!(minValue && end.compare(minValue) < 0) || !!(maxValue && begin.compare(maxValue) > 0);
  };
  return (
    <>
      <select
        aria-label="month"
        className="st-calendar-choice"
        value={date.month}
        onChange={({ target }) => state.setFocusedDate(date.set({ month: Number(target.value) }))}
      >
        {months.map((name, index) => (
          <option key={index} value={index + 1} disabled={isOut(index + 1)}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label="year"
        className="st-calendar-choice"
        value={date.year}
        onChange={({ target }) => state.setFocusedDate(date.set({ year: Number(target.value) }))}
      >
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </select>
    </>
  );
}

function monthNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month)));
}

/** The same object for the same day. */
function useDay(number: number | null): CalendarDate | null {
  return useMemo(() => (number === null ? null : toDate(number)), [number]);
}
