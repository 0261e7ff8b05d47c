/** Slider: a number, a date or a time within bounds, or a range of them. */

import { formatDate } from "../lib/dates";
import { formatNumber } from "../lib/numbers";
import { snap } from "../lib/steps";
import type { Slider } from "../core/wire.gen";
import { define } from "../view/define";
import { Track } from "../view/parts/track";

export default define<Slider, number[]>(({ id, props, value, overrides, setValue }) => {
  const { min_value: low, max_value: high, step } = props;
  return (
    <Track
      id={id}
      props={props}
      places={value}
      overrides={overrides}
      low={low}
      high={high}
      step={step}
      // A tenth of the way, in whole steps.
      largeStep={Math.max(1, Math.round((high - low) / 10 / step)) * step}
      snap={(place) => snap(place, low, high, step)}
      textOf={(place) => textOf(place, props)}
      send={setValue}
    />
  );
});

function textOf(value: number, { unit, format }: Slider): string {
  if (unit === "int" || unit === "float") return formatNumber(value, format ?? "plain");
  // A script's times carry no zone: they are told as if both they and this clock were in UTC.
  const now = Date.now() - new Date().getTimezoneOffset() * 60_000;
  return formatDate(value, format ?? "iso8601", unit, now);
}
