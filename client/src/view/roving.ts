/** Roving: how keys go from one to the next of several things that are one stop for Tab. */

import { type KeyboardEvent, useState } from "react";

/**
 * Return the place that a key leads to, which may be beyond the ends; null if the key leads nowhere.
 *
 * Args:
 *   event: heard at what holds the things, which is read from left to right, or from right to left.
 *   at: the place to go from.
 *   count: how many places there are.
 *   page: by how many places the page keys go, if they do.
 */
export function placeAfter(
  { key, currentTarget }: KeyboardEvent,
  at: number,
  count: number,
  page?: number,
): number | null {
  const isReversed = getComputedStyle(currentTarget).direction === "rtl";
  const places: Record<string, number | undefined> = {
    ArrowRight: at + (isReversed ? -1 : 1),
    ArrowLeft: at - (isReversed ? -1 : 1),
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: page && at + page,
    PageUp: page && at - page,
    Home: 0,
    End: count - 1,
  };
  return places[key] ?? null;
}

interface Roving {
  count: number;
  /** The place that Tab comes to, wherever the focus was when it left. */
  first: number;
  /** Whether the first comes after the last. */
  isRound?: boolean;
}

/** Have keys move the focus, and choose nothing, in a group of buttons. */
export function useRoving({ count, first, isRound = false }: Roving) {
  const [focused, setFocused] = useState<number | null>(null);
  const stop = Math.min(focused ?? first, count - 1);
  return {
    group: {
      onBlur: () => setFocused(null),
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        const place = focused === null ? null : placeAfter(event, focused, count);
        if (place === null) return;
        event.preventDefault();
        const buttons = event.currentTarget.querySelectorAll("button");
        const button = buttons[isRound ? (place + count) % count : place];
        button?.focus();
        // A browser is content with a button of which an edge can be seen.
        button?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
      },
    },
    button: (place: number) => ({
      tabIndex: place === stop ? 0 : -1,
      onFocus: () => setFocused(place),
    }),
  };
}
