/** Zones: how far clocks are ahead of UTC. */

const zones = new Map<string, Intl.DateTimeFormat | null>();

/** Return how far a time zone is ahead of UTC at an instant, in milliseconds; 0 if it is unknown. */
export function offsetAt(milliseconds: number, zone: string): number {
  const fixed = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (fixed) return Number(`${fixed[1]}1`) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
  if (/^(utc|gmt|z)$/i.test(zone)) return 0;
  const clock = clockIn(zone);
  if (!clock) return 0;
  const parts: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(milliseconds)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const there = Date.UTC(year, month - 1, day, hour % 24, minute, second);
  return there - Math.floor(milliseconds / 1000) * 1000;
}

function clockIn(zone: string): Intl.DateTimeFormat | null {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    // a zone that this browser does not know: told in UTC
  }
  zones.set(zone, made);
  return made;
}
