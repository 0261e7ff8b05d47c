/** Slider: a number, a date or a time within bounds, or a range of them. */

import "./slider.css";

import { Slider as Base } from "@base-ui/react/slider";
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from "react";

import { formatDate } from "../lib/dates";
import { formatNumber } from "../lib/numbers";
import { spaceLabels } from "../lib/space_labels";
import { snap } from "../lib/steps";
import type { Slider } from "../core/wire.gen";
import { define } from "../view/define";
import { useDraft } from "../view/draft";
import { Label } from "../view/parts/label";

/** How long a slider that is being moved must rest before its value is sent. */
const REST = 200;
const LABEL_GAP = 8;

export default define<Slider, number[]>(({ props, value, overrides, setValue }) => {
  const { min_value: low, max_value: high, step, disabled } = props;
  const [draft, setDraft] = useDraft<readonly number[]>(overrides);
  const labelId = useId();
  const shown = draft ?? value;
  const isFixed = high <= low;
  const texts = shown.map((each) => textOf(each, props));

  function snapped(moved: readonly number[]) {
    return moved.map((each, at) => (each === shown[at] ? each : snap(each, low, high, step)));
  }

  function send(settled: readonly number[]) {
    setDraft(null);
    if (settled.some((each, at) => each !== value[at])) setValue([...settled]);
  }

  useRest(draft, send);

  return (
    <div className="st-field stSlider" data-testid="stSlider">
      <Label props={props} id={labelId} />
      <Base.Root
        className="st-slider"
        aria-labelledby={labelId}
        value={shown}
        min={low}
        max={isFixed ? low + 1 : high}
        step={step > 0 ? step : 1}
        largeStep={largeStep(props)}
        disabled={disabled || isFixed}
        thumbCollisionBehavior="none"
        onValueChange={(moved) => setDraft(snapped(moved))}
        onValueCommitted={(moved, { event }) => {
          const goesOn = event instanceof KeyboardEvent && event.repeat;
          if (!goesOn) send(snapped(moved));
        }}
        onKeyUp={() => draft && send(draft)}
      >
        <Values texts={texts} places={shown.map((each) => (each - low) / (high - low || 1))} />
        <Base.Control className="st-slider-control">
          <Base.Track className="st-slider-track">
            <Base.Indicator className="st-slider-indicator" />
            {shown.map((_, index) => (
              <Base.Thumb
                key={index}
                index={index}
                className="st-slider-thumb"
                getAriaLabel={shown.length > 1 ? (at) => `${props.label} — ${END[at]}` : undefined}
                getAriaValueText={(_text, at) => textOf(at, props)}
              />
            ))}
          </Base.Track>
        </Base.Control>
        <div className="stSliderTickBar" data-testid="stSliderTickBar" aria-hidden="true">
          <span>{textOf(low, props)}</span>
          <span>{textOf(high, props)}</span>
        </div>
      </Base.Root>
    </div>
  );
});

const END = ["start", "end"];

/** Send `draft` once it has not changed for a while. */
function useRest(draft: readonly number[] | null, send: (settled: readonly number[]) => void) {
  const onRest = useEffectEvent(send);
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => onRest(draft), REST);
    return () => clearTimeout(timer);
  }, [draft]);
}

/** A tenth of the way, in whole steps: what Page Up and Page Down move by. */
function largeStep({ min_value, max_value, step }: Slider): number {
  return Math.max(1, Math.round((max_value - min_value) / 10 / step)) * step;
}

function textOf(value: number, { unit, format }: Slider): string {
  if (unit === "int" || unit === "float") return formatNumber(value, format ?? "plain");
  // A script's times carry no zone: they are told as if both they and this clock were in UTC.
  const now = Date.now() - new Date().getTimezoneOffset() * 60_000;
  return formatDate(value, format ?? "iso8601", unit, now);
}

/** The values, above their thumbs. */
function Values({ texts, places }: { texts: string[]; places: number[] }) {
  const row = useRef<HTMLDivElement>(null);
  const arrange = useEffectEvent(() => {
    const labels = [...row.current!.children] as HTMLElement[];
    const room = row.current!.clientWidth;
    const spots = labels.map((label, index) => ({
      centre: places[index]! * room,
      width: label.offsetWidth,
    }));
    spaceLabels(spots, room, LABEL_GAP).forEach((left, index) => {
      labels[index]!.style.left = `${left}px`;
    });
  });
  useLayoutEffect(() => arrange());
  useEffect(() => {
    const observer = new ResizeObserver(() => arrange());
    observer.observe(row.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={row} className="st-slider-values" aria-hidden="true">
      {texts.map((text, index) => (
        <span key={index} className="stSliderThumbValue" data-testid="stSliderThumbValue">
          {text}
        </span>
      ))}
    </div>
  );
}
