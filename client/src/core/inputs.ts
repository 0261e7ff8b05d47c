/**
 * What a person did, in order, so that nothing of it is lost.
 *
 * An event gets the next number and is kept until the server has confirmed it, to be sent again
 * after a reconnect. Until a run has applied it, its values are shown over those of the tree.
 */

import type { Node, Tree } from "./tree";
import type { Event } from "./wire.gen";

type Values = Event[2];

/** A value that no run has applied yet. */
interface Waiting {
  readonly number: number;
  readonly value: unknown;
  /** The node that it is shown over, and that node with the value. */
  over?: Node;
  shown?: Node;
}

export class Inputs {
  readonly #tree: Tree;
  readonly #send: (event: Event) => void;
  #events: Event[];
  #next: number;
  #applied = 0;
  #confirmed = 0;
  /** The newest value of each widget that no run has applied yet. */
  readonly #waiting = new Map<string, Waiting>();

  constructor(tree: Tree, send: (event: Event) => void, next = 1, events: readonly Event[] = []) {
    this.#tree = tree;
    this.#send = send;
    this.#next = next;
    this.#events = [...events];
    for (const event of events) this.#show(event);
  }

  /** The number of the next event. */
  get next(): number {
    return this.#next;
  }

  /** The number of the last event that a run has applied. */
  get applied(): number {
    return this.#applied;
  }

  /** Events that must be sent again after a reconnect, oldest first. */
  get unconfirmed(): readonly Event[] {
    return this.#events.filter(([, number]) => number > this.#confirmed);
  }

  /** Whether a person did something that no run has applied yet. */
  get isWaiting(): boolean {
    return this.#events.some(([, number]) => number > this.#applied);
  }

  /** Change an input's value. */
  set(id: string, value: unknown): void {
    this.#record({ [id]: value }, null);
  }

  /** Press something: every press counts, and may carry a value for the one run that it leads to. */
  press(id: string, payload?: unknown): void {
    this.#record(payload === undefined ? {} : { [id]: payload }, id);
  }

  /** Press something that brings values along. */
  submit(id: string, values: Values): void {
    this.#record(values, id);
  }

  /** Ask for a rerun. */
  rerun(): void {
    this.#record({}, null);
  }

  /** A node as the page shows it; the same object for as long as nothing of it has changed. */
  node(id: string): Node | undefined {
    const node = this.#tree.get(id);
    const waiting = this.#waiting.get(id);
    if (!node || !waiting) return node;
    if (waiting.over !== node) {
      waiting.over = node;
      waiting.shown = { ...node, value: waiting.value };
    }
    return waiting.shown;
  }

  /** Learn that events up to `number` are part of the session. */
  apply(number: number): void {
    if (number <= this.#applied) return;
    const values: Values = {};
    for (const event of this.#events) {
      if (event[1] > this.#applied && event[1] <= number)
        Object.assign(values, lastingValues(event));
    }
    this.#applied = number;
    this.skip(number);
    for (const [id, waiting] of this.#waiting)
      if (waiting.number <= number) this.#waiting.delete(id);
    this.#tree.fold(values);
    this.#forget();
  }

  /** Learn that the server has had events up to `number`: those numbers are taken. */
  skip(number: number): void {
    this.#next = Math.max(this.#next, number + 1);
  }

  /** Learn that a session was restored, perhaps to before events that a run had applied. */
  restart(number: number): void {
    this.apply(number);
    if (number === this.#applied) return;
    this.#applied = number;
    for (const event of this.#events) if (event[1] > number) this.#show(event);
  }

  /** Learn that events up to `number` are safe. */
  confirm(number: number): void {
    this.#confirmed = Math.max(this.#confirmed, number);
    this.#forget();
  }

  /** Empty an event that the server will not take, and return what is left: its number. */
  giveUp(event: Event): Event {
    const [tag, number] = event;
    const emptied: Event = [tag, number, {}, null];
    this.#events = this.#events.map((each) => (each === event ? emptied : each));
    for (const id of Object.keys(lastingValues(event))) {
      if (this.#waiting.get(id)?.number === number) this.#waiting.delete(id);
      this.#tree.subscriptions.touch(id);
    }
    return emptied;
  }

  #record(values: Values, trigger: string | null): void {
    const event: Event = ["event", this.#next, values, trigger];
    this.#next += 1;
    this.#events.push(event);
    // The server works while the page shows it.
    this.#send(event);
    if (this.#events.at(-1) === event) this.#show(event);
  }

  #show(event: Event): void {
    this.#tree.subscriptions.change(() => {
      for (const [id, value] of Object.entries(lastingValues(event))) {
        this.#waiting.set(id, { number: event[1], value });
        this.#tree.subscriptions.touch(id);
      }
    });
  }

  #forget(): void {
    const done = Math.min(this.#applied, this.#confirmed);
    this.#events = this.#events.filter(([, number]) => number > done);
  }
}

/** The page itself: it is pressed to go to another one, and that lasts. */
const PAGE = "main";

/** What an event leaves behind: all but the value of a press, which is over with its run. */
function lastingValues([, , values, trigger]: Event): Values {
  if (trigger === null || trigger === PAGE || !(trigger in values)) return values;
  return Object.fromEntries(Object.entries(values).filter(([id]) => id !== trigger));
}
