/** What a tab has written down of its session: read with care, as anything may have become of it. */

import type { Saved } from "./session";
import type { Event } from "./wire.gen";

export interface Found {
  readonly saved: Saved | null;
  /** Whether something was there that cannot be read. */
  readonly isDamaged: boolean;
  /** Names of the fields whose content found no room. */
  readonly unkept: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Read what was written of a session and, apart from it, of its drafts and its view state. */
export function readSaved(text: string | null, apart: string | null, view: string | null): Found {
  const fields = parsed(text);
  const others = parsed(apart);
  const { session, how, next } = fields;
  const written = listOf(fields.events);
  const events = soundEvents(written);
  // An older page wrote the drafts with the rest.
  const drafts = Object.entries({ ...fieldsOf(fields.drafts), ...fieldsOf(others.drafts) });
  const sound = drafts.filter(([, draft]) => typeof fieldsOf(draft).text === "string");
  const last = events.at(-1);
  const saved: Saved | null =
    typeof session === "string"
      ? {
          session,
          how: howOf(how),
          // A number that is too low does no harm: the server says which it has had.
          next: last ? last[1] + 1 : isNumber(next) ? next : 1,
          events,
          drafts: Object.fromEntries(sound) as Saved["drafts"],
          view: parsed(view), // not worth a word if it is damaged
        }
      : null;
  const isLost = (kept: string | null, found: Fields) => kept !== null && found === NOTHING;
  return {
    saved,
    isDamaged:
      isLost(apart, others) ||
      (text !== null && !saved) ||
      events.length < written.length ||
      sound.length < drafts.length,
    unkept: [...listOf(fields.unkept), ...listOf(others.unkept)].map(String),
  };
}

const NOTHING: Fields = {};

function howOf(how: unknown): Saved["how"] {
  if (how === "over") return "reset"; // the word of pages up to protocol 3
  return how === "fork" || how === "reset" ? how : "resume";
}

function parsed(text: string | null): Fields {
  try {
    return fieldsOf(JSON.parse(text ?? ""));
  } catch {
    return NOTHING;
  }
}

function fieldsOf(value: unknown): Fields {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? (value as Fields) : NOTHING;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Return the events up to the first that is none, or not the next: a server would wait for that. */
function soundEvents(written: unknown[]): Event[] {
  const events: Event[] = [];
  for (const event of written) {
    if (!isEvent(event) || (events[0] && event[1] !== events[0][1] + events.length)) break;
    events.push(event);
  }
  return events;
}

function isEvent(value: unknown): value is Event {
  const [tag, number, values, trigger] = listOf(value);
  const isWhole = tag === "event" && isNumber(number) && fieldsOf(values) === values;
  return isWhole && (trigger === null || typeof trigger === "string");
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
