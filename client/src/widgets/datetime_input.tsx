/** Datetime input: a day with a time. */

import { useId, useRef } from "react";

import type { DatetimeInput } from "../core/wire.gen";
import { clockOf, dayOf, written } from "../lib/moments";
import { define } from "../view/define";
import { lazily } from "../view/lazily";
import { Box } from "../view/parts/dates/box";
import { type Numbers, useEntry } from "../view/parts/dates/entry";
import { ClockField, DayField } from "../view/parts/dates/fields";
import { Localized } from "../view/parts/dates/locale";
import { CALENDAR, Popup } from "../view/parts/dates/popup";
import { Typing } from "../view/parts/dates/typing";

const load = () => import("../view/parts/dates/calendar");
const CalendarPopup = lazily(async () => (await load()).CalendarPopup);

const CHOOSE = "Choose date and time";

export default define<DatetimeInput, Numbers>((view) => {
  const { props, value } = view;
  const { format, step, min_value, max_value, disabled } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const entry = useEntry(view, fields, {
    isRange: false,
    required: props.required,
    clearable: props.clearable,
    incomplete: "Please complete the date and time.",
    problemOf: (moment) => (moment < min_value || moment > max_value ? outside(props) : null),
  });
  const entered = entry.entered[0] ?? null;
  // The clock that is emptied, to type another time, keeps the day.
  const current = entered ?? value[0] ?? null;

  /** Move to a day, at the same time as far as the bounds let it. */
  function move(day: number) {
    const moment = day + (current === null ? 0 : clockOf(current));
    entry.send([Math.min(Math.max(moment, min_value), max_value)]);
  }

  return (
    <Localized>
      <Box
        name="stDateTimeInput"
        testId="stDateTimeInputField"
        props={props}
        entry={entry}
        clear={props.clearable && value.length > 0 ? "Clear date and time" : null}
        control={box}
        fields={fields}
        end={
          <Popup
            label={CHOOSE}
            testId="stDateTimeInputCalendarButton"
            icon={CALENDAR}
            disabled={disabled}
            load={load}
          >
            {(opened) => (
              <CalendarPopup
                overlay={{
                  ...opened,
                  label: CHOOSE,
                  testId: "stDateTimeInputCalendar",
                  anchor: box,
                }}
                value={value}
                low={min_value}
                high={max_value}
                choose={([day]) => move(day!)}
              >
                <div className="st-calendar-clock" data-testid="stDateTimeInputPopoverTime">
                  <span id={id}>Time</span>
                  <Typing entry={entry}>
                    <ClockField
                      key={entry.restarts}
                      labelledBy={id}
                      format="24h"
                      step={step}
                      disabled={value.length === 0}
                      number={current && clockOf(current)}
                      enter={(time) => time !== null && entry.enter(0, dayOf(current!) + time)}
                      commit={entry.commit}
                    />
                  </Typing>
                </div>
              </CalendarPopup>
            )}
          </Popup>
        }
      >
        {(field) => (
          <DayField
            key={entry.restarts}
            {...field}
            format={format}
            step={step}
            number={entered}
            enter={(number) => entry.enter(0, number)}
          />
        )}
      </Box>
    </Localized>
  );
});

function outside({ format, min_value, max_value }: DatetimeInput): string {
  const [low, high] = [min_value, max_value].map((each) => written(each, format, "datetime"));
  return `Please select a date between ${low} and ${high}.`;
}
