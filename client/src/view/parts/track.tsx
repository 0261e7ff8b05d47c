/** Track: what a slider moves on, with one thumb or two, and what they stand for. */

import "./track.css";

import { Slider as Base } from "@base-ui/react/slider";
import {
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";

import { spaceLabels } from "../../lib/space_labels";
import { useCommit, useText } from "../draft";
import { useRest } from "../rest";
import { Label, type LabelledProps } from "./label";
import { plainText } from "./markdown";

const LABEL_GAP = 8;
const END = ["start", "end"];

interface TrackProps {
  id: string;
  props: LabelledProps;
  /** One place, or two for a range. */
  places: readonly number[];
  /** How often the script has set them. */
  overrides: number;
  low: number;
  high: number;
  step: number;
  /** What Page Up and Page Down move by. */
  largeStep: number;
  /** Bring a place to where one can be. */
  snap(place: number): number;
  /** What a place stands for, as text. */
  textOf(place: number): string;
  /** The same as it is shown, if it is shown otherwise. */
  show?(place: number): ReactNode;
  send(places: number[]): void;
}

/**
 * Draw a slider: it sends where it stands when it is released or rests, and at each key.
 *
 * Whoever holds a thumb moves it, whatever the script sets in the meantime.
 */
export function Track({ id, props, places, low, high, snap, textOf, ...rest }: TrackProps) {
  const { overrides, step, largeStep, show = textOf, send: sendPlaces } = rest;
  const now = { value: places, overrides };
  // What it stood over when it was taken hold of; null while nobody holds it.
  const [grip, setGrip] = useState<typeof now | null>(null);
  const [text, setText] = useText({ id, ...(props.disabled ? now : (grip ?? now)) });
  const draft = useMemo(() => {
    const within = (place: string) => Math.min(Math.max(Number(place), low), Math.max(low, high));
    return text === null ? null : text.split(",").map(within);
  }, [text, low, high]);
  const labelId = useId();
  const label = plainText(props.label);
  const shown = draft ?? places;
  const isFixed = high <= low;

  function snapped(moved: readonly number[]) {
    return moved.map((each, at) => (each === shown[at] ? each : snap(each)));
  }

  function send(settled: readonly number[]) {
    if (settled.some((each, at) => each !== places[at])) sendPlaces([...settled]);
  }

  function release(settled: readonly number[]) {
    setGrip(null);
    setText(null);
    send(settled);
  }

  useRest(draft, grip ? send : release);
  useCommit(id, () => {
    if (draft) release(draft);
    return true;
  });

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
        largeStep={largeStep}
        disabled={props.disabled || isFixed}
        thumbCollisionBehavior="none"
        onValueChange={(moved, { event }) => {
          if (!(event instanceof KeyboardEvent) || event.repeat) setGrip(grip ?? now);
          setText(snapped(moved).join());
        }}
        onValueCommitted={(moved, { event }) => {
          const goesOn = event instanceof KeyboardEvent && event.repeat;
          if (!goesOn) release(snapped(moved));
        }}
        onKeyUp={() => draft && release(draft)}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (draft && !currentTarget.contains(relatedTarget)) release(draft);
        }}
      >
        <Values shares={shown.map((each) => (each - low) / (high - low || 1))}>
          {shown.map(show)}
        </Values>
        <Base.Control className="st-slider-control">
          <Base.Track className="st-slider-track">
            <Base.Indicator className="st-slider-indicator" />
            {shown.map((_, index) => (
              <Base.Thumb
                key={index}
                index={index}
                className="st-slider-thumb"
                getAriaLabel={shown.length > 1 ? (at) => `${label} — ${END[at]}` : undefined}
                getAriaValueText={(_text, at) => textOf(at)}
              />
            ))}
          </Base.Track>
        </Base.Control>
        <div className="stSliderTickBar" data-testid="stSliderTickBar" aria-hidden="true">
          <span>{show(low)}</span>
          <span>{show(high)}</span>
        </div>
      </Base.Root>
    </div>
  );
}

/** Draw what the thumbs stand for above them, so that one does not cover the other. */
function Values({ children, shares }: { children: ReactNode[]; shares: number[] }) {
  const row = useRef<HTMLDivElement>(null);
  const arrange = useEffectEvent(() => {
    const labels = [...row.current!.children] as HTMLElement[];
    const room = row.current!.clientWidth;
    const spots = labels.map((label, index) => ({
      centre: shares[index]! * room,
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
      {children.map((text, index) => (
        <span key={index} className="stSliderThumbValue" data-testid="stSliderThumbValue">
          {text}
        </span>
      ))}
    </div>
  );
}
