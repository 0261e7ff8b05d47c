/** One tab's session: joins the connection, the tree and the inputs. */

import { Connection, type Ports } from "./connection";
import { Inputs } from "./inputs";
import { Signal } from "./signal";
import { Tree } from "./tree";
import { PROTOCOL, type Batch, type Event, type Hello, type ServerMessage } from "./wire.gen";
import { encodeMessage } from "./wire";

/** What a page refresh must keep. */
export interface Saved {
  readonly session: string | null;
  readonly next: number;
  readonly events: readonly Event[];
}

/** What the shell shows of the session besides the page. */
export interface Facts {
  readonly title: string;
  readonly version: string;
  /** Why the server closed the door, when `link` is `refused`. */
  readonly reason: string;
}

const SEEN_EVERY = 64;
const SEEN_WITHIN = 1000;

export class Session {
  readonly tree: Tree;
  /** True from what a person did, or the start of a run, until the run has ended. */
  readonly busy = new Signal(false);
  /** True if the script has changed on disk since it ran. */
  readonly changed = new Signal(false);
  /** True once an input was given up because the server found it too big. */
  readonly tooBig = new Signal(false);
  readonly facts = new Signal<Facts>({ title: "", version: "", reason: "" });
  readonly #ports: Ports;
  readonly #connection: Connection;
  #inputs: Inputs;
  #id: string | null;
  #seen = 0;
  #told = 0;
  #tellLater: (() => void) | null = null;
  #running = false;

  constructor(ports: Ports, saved: Saved | null = null) {
    this.#ports = ports;
    this.tree = new Tree(ports.warm);
    this.#id = saved?.session ?? null;
    this.#inputs = this.#newInputs(saved?.next, saved?.events);
    this.#connection = new Connection(ports, {
      hello: () => this.#hello(),
      receive: (batch) => this.#receive(batch),
      tooBig: () => this.#giveUp(),
    });
  }

  get link() {
    return this.#connection.link;
  }

  get inputs(): Inputs {
    return this.#inputs;
  }

  /** Connect; also to leave a socket that may be dead behind. */
  open(): void {
    this.#connection.open();
  }

  /** Do not wait longer with the next attempt to reconnect. */
  retry(): void {
    this.#connection.retry();
  }

  /** End the run that is going on. */
  stop(): void {
    this.#connection.send(["stop"]);
  }

  /** Leave this session and begin a new one. */
  startOver(): void {
    this.#id = null;
    this.#seen = this.#told = 0;
    this.#running = false;
    this.#inputs = this.#newInputs();
    this.tree.clear();
    this.#connection.open();
  }

  /** Give what the next page load needs to go on from here. */
  save(): Saved {
    const events = this.link.get() === "refused" ? [] : this.#inputs.unconfirmed;
    return { session: this.#id, next: this.#inputs.next, events };
  }

  #newInputs(next?: number, events?: readonly Event[]): Inputs {
    const send = (event: Event) => {
      this.#connection.send(event);
      this.#noteBusy();
    };
    return new Inputs(this.tree, send, next, events);
  }

  #hello(): Hello {
    const oldest = this.#inputs.unconfirmed[0]?.[1] ?? this.#inputs.next;
    return ["hello", PROTOCOL, this.#id, this.#seen, oldest];
  }

  #receive([number, messages]: Batch): void {
    if (number !== 0 && number <= this.#seen) return;
    try {
      this.tree.change(() => messages.forEach((message) => this.#take(message)));
    } catch (problem) {
      // The tree is out of step with the server: an unknown batch number asks for all of it.
      this.#seen = 0;
      throw problem;
    }
    this.#noteBusy();
    if (number !== 0) this.#noteSeen(number);
  }

  #take(message: ServerMessage): void {
    switch (message[0]) {
      case "welcome":
        return this.#welcome(message[1], message[2], message[3], message[4], message[5]);
      case "reset":
        return this.tree.reset();
      case "run_started":
        this.#running = true;
        this.changed.set(false);
        return this.#inputs.apply(message[2]);
      case "edits":
        return this.tree.apply(message[1]);
      case "run_ended":
        this.#running = false;
        if (message[2] !== "cut") this.tree.sweep();
        return;
      case "confirmed":
        return this.#inputs.confirm(message[1]);
      case "changed":
        return this.changed.set(true);
      case "refused":
        return this.facts.set({ ...this.facts.get(), reason: message[1] });
    }
  }

  #welcome(id: string, resumed: boolean, applied: number, title: string, version: string): void {
    this.#id = id;
    if (!resumed) {
      this.#seen = this.#told = 0;
      this.#running = false;
    }
    this.facts.set({ ...this.facts.get(), title, version });
    this.#inputs.apply(applied);
    for (const event of this.#inputs.unconfirmed) this.#connection.send(event);
  }

  #noteBusy(): void {
    this.busy.set(this.#running || this.#inputs.isWaiting);
  }

  #noteSeen(number: number): void {
    this.#seen = number;
    if (number - this.#told >= SEEN_EVERY) return this.#tellSeen();
    this.#tellLater ??= this.#ports.after(SEEN_WITHIN, () => this.#tellSeen());
  }

  #tellSeen(): void {
    this.#tellLater?.();
    this.#tellLater = null;
    if (this.#seen === this.#told) return;
    this.#told = this.#seen;
    this.#connection.send(["seen", this.#seen]);
  }

  #giveUp(): void {
    this.#inputs.giveUpLargest((event) => encodeMessage(event).length);
    this.tooBig.set(true);
  }
}
