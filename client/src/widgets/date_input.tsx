/** Date input: a day, or the two days of a range. */

import { Fragment, useId, useRef } from "react";

import type { DateInput } from "../core/wire.gen";
import { written } from "../lib/moments";
import { define } from "../view/define";
import { lazily } from "../view/lazily";
import { Box } from "../view/parts/dates/box";
import { type Numbers, useEntry } from "../view/parts/dates/entry";
import { DayField } from "../view/parts/dates/fields";
import { Localized } from "../view/parts/dates/locale";
import { CALENDAR, Popup } from "../view/parts/dates/popup";

const load = () => import("../view/parts/dates/calendar");
const CalendarPopup = lazily(async () => (await load()).CalendarPopup);

const ENDS = ["start date", "end date"];

export default define<DateInput, Numbers>((view) => {
  const { props, value } = view;
  const { is_range, format, min_value, max_value, disabled } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const entry = useEntry(view, fields, {
    isRange: is_range,
    required: props.required,
    clearable: props.clearable,
    incomplete: "Please complete the date.",
    problemOf: (day) => (day < min_value || day > max_value ? outside(props) : null),
  });
  const label = is_range ? "Choose date range" : "Choose date";

  return (
    <Localized>
      <Box
        name="stDateInput"
        testId="stDateInputField"
        props={props}
        entry={entry}
        clear={props.clearable && value.length > 0 ? "Clear date" : null}
        control={box}
        fields={fields}
        end={
          <Popup
            label={label}
            testId="stDateInputCalendarButton"
            icon={CALENDAR}
            disabled={disabled}
            load={load}
          >
            {(opened) => (
              <CalendarPopup
                overlay={{ ...opened, label, testId: "stDateInputCalendar", anchor: box }}
                isRange={is_range}
                value={value}
                low={min_value}
                high={max_value}
                choose={(days) => {
                  entry.send(days);
                  if (days.length === entry.entered.length) opened.close();
                }}
              />
            )}
          </Popup>
        }
      >
        {({ labelledBy, ...field }) =>
          entry.entered.map((day, index) => (
            <Fragment key={`${entry.restarts}-${index}`}>
              {index > 0 && <span aria-hidden="true">–</span>}
              {is_range && (
                <span id={`${id}-${index}`} hidden>
                  {ENDS[index]}
                </span>
              )}
              <DayField
                {...field}
                labelledBy={is_range ? `${labelledBy} ${id}-${index}` : labelledBy}
                format={format}
                number={day}
                enter={(entered) => entry.enter(index, entered)}
              />
            </Fragment>
          ))
        }
      </Box>
    </Localized>
  );
});

function outside({ format, min_value, max_value }: DateInput): string {
  const [low, high] = [min_value, max_value].map((day) => written(day, format, "date"));
  return `Please select a date between ${low} and ${high}.`;
}
