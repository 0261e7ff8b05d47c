/**
 * Changes: what a component says it keeps, and what is triggered in it.
 *
 * What it says in one go is sent together. Each trigger counts: of two with one name, the second
 * comes in an event of its own.
 */

import { encode } from "../../../core/msgpack";

export type Values = Record<string, unknown>;

export interface Target {
  /** Say why something cannot be sent. */
  refuse(problem: Error): void;
  /** Keep these values. */
  keep(values: Values): void;
  /** Trigger these, and keep values with them, if there are any new ones. */
  trigger(triggers: Values, values: Values | null): void;
}

export class Changes {
  readonly #target: Target;
  #noted: Values = {};
  #kept: Values = {};
  #texts = new Map<string, string>();
  #isChanged = false;
  #triggers: Values[] = [];
  #isDue = false;

  constructor(target: Target) {
    this.#target = target;
  }

  /** Hear what is kept, as the page has it. */
  note(values: Values): void {
    this.#noted = values;
    if (this.#isChanged || values === this.#kept) return;
    this.#kept = values;
    this.#texts.clear();
  }

  /** Keep a value; the same one as before is no news. */
  keep(name: string, value: unknown): void {
    const text = textOf(name, value);
    if (text === this.#textOf(name)) return;
    this.#kept = { ...this.#kept, [name]: JSON.parse(text) as unknown };
    this.#texts.set(name, text);
    this.#isChanged = true;
    this.#ask();
  }

  /** Trigger something. */
  trigger(name: string, value: unknown): void {
    const plain = JSON.parse(textOf(name, value)) as unknown;
    const free = this.#triggers.find((each) => !(name in each));
    if (free) free[name] = plain;
    else this.#triggers.push({ [name]: plain });
    this.#ask();
  }

  #textOf(name: string): string | undefined {
    if (!this.#texts.has(name) && name in this.#kept)
      this.#texts.set(name, JSON.stringify(this.#kept[name]));
    return this.#texts.get(name);
  }

  #ask(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => this.#send());
  }

  #send(): void {
    const triggers = this.#triggers;
    let values = this.#isChanged ? this.#kept : null;
    this.#isDue = this.#isChanged = false;
    this.#triggers = [];
    if (values && this.#isTooLarge("what it keeps", values)) {
      this.note(this.#noted);
      values = null;
    }
    if (triggers.length === 0 && values) this.#target.keep(values);
    for (const each of triggers) {
      if (this.#isTooLarge("what it triggers", each)) continue;
      this.#target.trigger(each, values);
      values = null;
    }
    if (values && triggers.length > 0) this.#target.keep(values);
  }

  #isTooLarge(what: string, values: Values): boolean {
    const size = encode(values).length;
    if (size <= LARGEST) return false;
    const kilobytes = Math.ceil(size / 1000);
    const problem = `${what} is too large: ${kilobytes} kB, at most ${LARGEST / 1000} kB`;
    this.#target.refuse(new RangeError(problem));
    return true;
  }
}

/** Bytes of all that a component may keep: the server takes little more in one message. */
const LARGEST = 900_000;

/** Return the JSON of a value; what JSON does not know is as JSON.stringify has it. */
function textOf(name: string, value: unknown): string {
  if (typeof name !== "string" || name === "" || name.length > 200)
    throw new TypeError(`the name of a value must be a text, got ${String(name).slice(0, 100)}`);
  return JSON.stringify(value) ?? "null";
}
