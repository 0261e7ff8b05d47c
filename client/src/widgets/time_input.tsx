/** Time input: a time of day. */

import { useRef } from "react";

import type { TimeInput } from "../core/wire.gen";
import { define } from "../view/define";
import { lazily } from "../view/lazily";
import { Box } from "../view/parts/dates/box";
import { type Numbers, useEntry } from "../view/parts/dates/entry";
import { ClockField } from "../view/parts/dates/fields";
import { Localized } from "../view/parts/dates/locale";
import { CLOCK, Popup } from "../view/parts/dates/popup";

const load = () => import("../view/parts/dates/clock");
const TimesPopup = lazily(async () => (await load()).TimesPopup);

const CHOOSE = "Choose time";

export default define<TimeInput, Numbers>((view) => {
  const { props, value } = view;
  const { step, format, required, clearable } = props;
  const box = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const entry = useEntry(view, fields, {
    isRange: false,
    required,
    clearable,
    incomplete: "Please complete the time.",
    problemOf: () => null,
  });

  return (
    <Localized>
      <Box
        name="stTimeInput"
        testId="stTimeInputTimeDisplay"
        props={props}
        entry={entry}
        clear={clearable && value.length > 0 ? "Clear time" : null}
        control={box}
        fields={fields}
        end={
          <Popup
            label={CHOOSE}
            testId="stTimeInputListButton"
            icon={CLOCK}
            disabled={props.disabled}
            load={load}
          >
            {(opened) => (
              <TimesPopup
                overlay={{ ...opened, label: CHOOSE, testId: "stTimeInputList", anchor: box }}
                value={value[0] ?? null}
                step={step * 1000}
                format={format}
                choose={(time) => {
                  entry.send([time]);
                  opened.close();
                }}
              />
            )}
          </Popup>
        }
      >
        {(field) => (
          <ClockField
            key={entry.restarts}
            {...field}
            format={format}
            step={step}
            number={entry.entered[0] ?? null}
            enter={(entered) => entry.enter(0, entered)}
          />
        )}
      </Box>
    </Localized>
  );
});
