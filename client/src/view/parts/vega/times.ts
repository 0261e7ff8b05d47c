/**
 * Times: moments of a table as Vega draws them. It tells time as the clock of the browser does, so
 * what is to be seen as the table says it is moved by as much as that clock is off.
 */

import { offsetAt } from "../../frames/zones";

const DAY = 86_400_000;
const MINUTE = 60_000;

/** How the moments of a column are told. */
export interface Clock {
  /** Return the milliseconds at which the browser's clock shows what the table says. */
  shown(milliseconds: number): number;
  /** Return the milliseconds in the table of what is shown. */
  told(milliseconds: number): number;
}

/** Return the clock of a zone; null for moments that are of none. */
export function clockOf(zone: string | null): Clock {
  const offset = zone === null ? () => 0 : remembered((at) => offsetAt(at, zone));
  return {
    shown: (at) => fromWall(at + offset(at)),
    told: (at) => {
      const wall = toWall(at);
      return wall - offset(wall - offset(wall));
    },
  };
}

function fromWall(wall: number): number {
  const guess = wall + ahead(wall);
  return wall + ahead(guess);
}

function toWall(milliseconds: number): number {
  return milliseconds - ahead(milliseconds);
}

/** How far UTC is ahead of the browser's clock. */
function ahead(milliseconds: number): number {
  return new Date(milliseconds).getTimezoneOffset() * MINUTE;
}

/** Ask once for each day on which it does not change. */
function remembered(offset: (at: number) => number): (at: number) => number {
  const days = new Map<number, number | null>();
  return (at) => {
    const day = Math.floor(at / DAY);
    let known = days.get(day);
    if (known === undefined) {
      const first = offset(day * DAY);
      known = first === offset((day + 1) * DAY) ? first : null;
      days.set(day, known);
    }
    return known ?? offset(at);
  };
}
