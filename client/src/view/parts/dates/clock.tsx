/** Clock: a list of times of day, one step apart. */

import "./clock.css";

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";

import { DAY } from "../../../lib/moments";
import { placeAfter } from "../../roving";
import { Overlay, type OverlayProps } from "./overlay";

/** Beyond this many there is one time each quarter of an hour. */
const MOST = 1440;
/** How many times the page keys pass. */
const PAGE = 8;
const QUARTER_HOUR = DAY / 96;

interface TimesProps {
  value: number | null;
  /** In milliseconds. */
  step: number;
  format: "24h" | "12h" | "localized";
  choose(time: number): void;
}

interface TimesPopupProps extends TimesProps {
  overlay: OverlayProps;
}

/** Draw the list above the page. */
export function TimesPopup({ overlay, ...times }: TimesPopupProps) {
  return (
    <Overlay {...overlay}>
      <Times label={overlay.label} {...times} />
    </Overlay>
  );
}

/** Draw the list; the last time that is not after `value` is the active one at first. */
function Times({ label, value, step, format, choose }: TimesProps & { label: string }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const times = useMemo(() => {
    const distance = DAY / step > MOST ? QUARTER_HOUR : step;
    return Array.from({ length: Math.ceil(DAY / distance) }, (_, index) => index * distance);
  }, [step]);
  const [place, setActive] = useState(() => indexOf(value, times));
  // The script may have made the list shorter since.
  const active = Math.min(place, times.length - 1);
  const isMoved = useRef(false);
  const write = useMemo(() => writer(format, step), [format, step]);

  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const block = isMoved.current ? "nearest" : "center";
    list.current?.children[active]?.scrollIntoView({ block });
    isMoved.current = true;
  }, [active]);

  function onKeyDown(event: KeyboardEvent) {
    const next = placeAfter(event, active, times.length, PAGE);
    if (event.key === "Enter" || event.key === " ") choose(times[active]!);
    else if (next === null) return;
    else setActive(Math.min(Math.max(next, 0), times.length - 1));
    event.preventDefault();
  }

  return (
    <div
      ref={list}
      role="listbox"
      aria-label={label}
      className="st-times"
      tabIndex={0}
      aria-activedescendant={`${id}-${active}`}
      onKeyDown={onKeyDown}
    >
      {times.map((time, index) => (
        <div
          key={time}
          id={`${id}-${index}`}
          role="option"
          className="st-time"
          aria-selected={time === value}
          data-active={index === active || undefined}
          onClick={() => choose(time)}
        >
          {write(time)}
        </div>
      ))}
    </div>
  );
}

function indexOf(value: number | null, times: number[]): number {
  const time = value ?? DAY / 2;
  return Math.max(0, times.filter((each) => each <= time).length - 1);
}

function writer(format: TimesProps["format"], step: number): (time: number) => string {
  const text = new Intl.DateTimeFormat(navigator.language, {
    hour: "2-digit",
    minute: "2-digit",
    ...(step % 60_000 ? { second: "2-digit" } : {}),
    ...(format === "24h" ? { hourCycle: "h23" } : format === "12h" ? { hour12: true } : {}),
    timeZone: "UTC",
  });
  return (time) => text.format(time);
}
