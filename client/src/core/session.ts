/** One tab's session: joins the connection, the tree and the inputs. */

import { Connection, type Ports } from "./connection";
import { Drafts, type SavedDrafts } from "./drafts";
import { Effects } from "./effects";
import { Inputs } from "./inputs";
import { Inspector } from "./inspector";
import { ServerStatus } from "./server_status";
import { Signal } from "./signal";
import { Tree } from "./tree";
import {
  PROTOCOL,
  type Batch,
  type Event,
  type Hello,
  type ServerMessage,
  type Welcome,
} from "./wire.gen";
import { ViewState, type SavedViewState } from "./view_state";
import { encodeMessage } from "./wire";

/** What the next load of the page needs to go on from here. */
export interface Saved {
  readonly session: string;
  readonly how: Hello[5];
  readonly next: number;
  readonly events: readonly Event[];
  readonly drafts: SavedDrafts;
  readonly view: SavedViewState;
}

const ACK_EVERY = 64;
const ACK_WITHIN = 1000;
/** Events that are sent before the first of them is applied: the server reads no more. */
const WINDOW = 500;

export class Session {
  readonly tree: Tree;
  readonly drafts: Drafts;
  readonly view: ViewState;
  readonly effects: Effects;
  readonly server = new ServerStatus();
  readonly inspector = new Inspector((shown) => this.#connection.send(["inspect", shown]));
  /** True from what a person did, or the start of a run, or a new page, until a run has ended. */
  readonly busy = new Signal(false);
  /** Whether the last run came to the end of the script. */
  readonly isWhole = new Signal(false);
  /** True while the server has not confirmed all that a person did. */
  readonly isUnsaved = new Signal(false);
  /** The id with which the next load of the page goes on, if it may. */
  readonly lasting = new Signal<string | null>(null);
  /** True from when the browser says that it is offline until the server is heard. */
  readonly isOffline = new Signal(false);
  readonly #ports: Ports;
  readonly #connection: Connection;
  #inputs: Inputs;
  #id: string | null;
  #how: Hello[5];
  #lasts: boolean;
  #seen = 0;
  #acknowledged = 0;
  #cancelAck: (() => void) | null = null;
  #running = false;

  constructor(ports: Ports, saved: Saved | null = null) {
    this.#ports = ports;
    this.drafts = new Drafts(saved?.drafts);
    this.tree = new Tree(ports.preload, (node, value) => this.drafts.rebase(node, value));
    this.view = new ViewState(saved?.view);
    this.effects = new Effects(ports.preload);
    this.#id = saved?.session ?? null;
    this.#how = saved?.how ?? "resume";
    this.#lasts = saved !== null;
    this.#inputs = this.#newInputs(saved?.next, saved?.events);
    this.#connection = new Connection(ports, {
      hello: () => this.#hello(),
      receive: (batch) => this.#receive(batch),
      isWaiting: () => this.#isWaiting,
      tooBig: () => this.#giveUpLargest(),
      onForbidden: () => this.#onForbidden(),
      onLoggedOut: () => this.#forgetAll(null),
    });
  }

  get connectionStatus() {
    return this.#connection.status;
  }

  get inputs(): Inputs {
    return this.#inputs;
  }

  /** Connect. */
  open(): void {
    this.#connection.open();
  }

  /** Take the session back, after another page or an absence, with all that has happened since. */
  reclaim(): void {
    this.#forgetSeen();
    this.#connection.open();
  }

  /** Leave a socket that may be dead behind. */
  renew(): void {
    this.#connection.renew();
  }

  /** Do not wait longer with the next attempt to reconnect. */
  retry(): void {
    this.#connection.retry();
  }

  /** The browser says that it is offline; a server that answers is within reach all the same. */
  goOffline(): void {
    this.isOffline.set(true);
    this.#connection.ask();
  }

  /** Press something. What is half typed comes first, as the person has seen it on the page. */
  press(id: string, payload?: unknown): void {
    this.drafts.commit();
    this.#inputs.press(id, payload);
  }

  /** Tell what is not as it was when the connection was opened; a new one is told by itself. */
  tell(facts: string): void {
    this.#connection.send(["facts", facts]);
  }

  /** Have the file made that a press asks for, whose event has this number. */
  make(id: string, press: number): void {
    this.#connection.send(["make", id, press]);
  }

  /** End the run that is going on. */
  stop(): void {
    this.#connection.send(["stop"]);
  }

  /** Say whether the page can be seen: clocks rest while it cannot. */
  tellSeen(isSeen: boolean): void {
    this.#connection.send(["seen", isSeen]);
  }

  /** Have the server forget this session and begin a new one. */
  startOver(): void {
    this.#forgetAll(this.#id);
    this.#connection.open();
  }

  /** Begin anew with the next connection, which is to end the session of this id, if any. */
  #forgetAll(id: string | null): void {
    this.#id = id;
    this.#how = id === null ? "resume" : "reset";
    this.#forgetSeen();
    this.#running = false;
    this.#inputs = this.#newInputs();
    this.drafts.clear();
    this.view.clear();
    this.effects.clear();
    this.tree.clear();
    this.lasting.set(null);
    this.#noteBusy();
  }

  /** Return what the next page load needs; null if it begins anew. */
  save(): Saved | null {
    if (this.#id === null || !this.#lasts) return null;
    const events = this.connectionStatus.get() === "refused" ? [] : this.#inputs.unconfirmed;
    return {
      session: this.#id,
      how: this.#how,
      next: this.#inputs.next,
      events,
      drafts: this.drafts.save(),
      view: this.view.save(),
    };
  }

  #newInputs(next?: number, events?: readonly Event[]): Inputs {
    const send = (event: Event) => {
      this.#send(event);
      this.#connection.hurry();
      this.#noteBusy();
    };
    return new Inputs(this.tree, send, next, events);
  }

  #hello(): Hello {
    const oldest = this.#inputs.unconfirmed[0]?.[1] ?? this.#inputs.next;
    const { query, entry, isNew, path } = this.#ports.address();
    return ["hello", PROTOCOL, this.#id, this.#seen, oldest, this.#how, query, entry, isNew, path];
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
        return this.#welcome(message);
      case "reset":
        return this.tree.reset();
      case "run_started":
        this.#running = true;
        this.server.runStarted();
        return this.#apply(message[1]);
      case "edits":
        return this.tree.apply(message[1]);
      case "run_ended":
        this.#running = false;
        this.isWhole.set(message[1] === "done");
        if (message[1] !== "superseded") this.tree.sweep();
        return this.inspector.refresh();
      case "ack_event":
        return this.#inputs.confirm(message[1]);
      case "pong":
        this.isOffline.set(false);
        return this.#connection.answered();
      case "effect":
        return this.effects.take(message);
      case "inspected":
        return this.inspector.take({
          entries: message[1],
          runs: message[2],
          caches: message[3],
        });
      default:
        return this.server.take(message);
    }
  }

  #welcome(welcome: Welcome): void {
    const [, id, resumed, applied, received, lasts, isDeveloper, isAsked, limit, ...facts] =
      welcome;
    const [title, version, theme] = facts;
    this.#id = id;
    this.#how = "resume";
    this.#lasts = lasts;
    this.isOffline.set(false);
    this.#connection.limit = limit;
    this.server.facts.set({ title, version, isDeveloper, isAsked, theme, limit });
    this.#inputs.skip(received);
    // What was missed comes in order: a value must not be folded before the run that applied it.
    if (!resumed) this.#beginAgain(applied);
    for (const event of this.#inputs.unconfirmed) this.#send(event);
    this.inspector.begin();
    this.lasting.set(lasts ? id : null);
  }

  #apply(number: number): void {
    const sent = this.#inputs.applied + WINDOW;
    this.#inputs.apply(number);
    for (const event of this.#inputs.unconfirmed) if (event[1] > sent) this.#send(event);
  }

  #beginAgain(applied: number): void {
    this.#forgetSeen();
    // The page is on its way: a run that has ended comes with its end.
    this.#running = true;
    if (this.server.store.get() === "away") this.tree.leaveStandIn();
    this.server.store.set("ok");
    this.#inputs.restart(applied);
  }

  #onForbidden(): boolean {
    if (this.#id === null) return false;
    this.#id = null;
    this.#how = "resume";
    this.#forgetSeen();
    this.#inputs = this.#newInputs();
    this.#noteBusy();
    this.lasting.set(null);
    this.server.restarted.set(this.server.reason.get());
    return true;
  }

  get #isWaiting(): boolean {
    return this.busy.get() || this.isUnsaved.get();
  }

  #noteBusy(): void {
    this.busy.set(this.#running || this.#inputs.isWaiting);
    this.isUnsaved.set(this.#inputs.unconfirmed.length > 0);
    if (this.#isWaiting) this.#connection.watch();
  }

  /** Whatever comes next is all that there is. */
  #forgetSeen(): void {
    this.#seen = this.#acknowledged = 0;
  }

  #noteSeen(number: number): void {
    this.#seen = number;
    if (number - this.#acknowledged >= ACK_EVERY) return this.#acknowledge();
    this.#cancelAck ??= this.#ports.after(ACK_WITHIN, () => this.#acknowledge());
  }

  #acknowledge(): void {
    this.#cancelAck?.();
    this.#cancelAck = null;
    if (this.#seen === this.#acknowledged) return;
    this.#acknowledged = this.#seen;
    this.#connection.send(["ack_batch", this.#seen]);
  }

  #send(event: Event): void {
    if (event[1] > this.#inputs.applied + WINDOW) return;
    if (!this.#connection.send(event)) this.#connection.send(this.#giveUp(event));
  }

  #giveUp(event: Event): Event {
    this.server.tooBig.set(true);
    return this.#inputs.giveUp(event);
  }

  #giveUpLargest(): void {
    const size = (event: Event) => encodeMessage(event).length;
    const [largest] = [...this.#inputs.unconfirmed].sort((a, b) => size(b) - size(a));
    if (largest) this.#giveUp(largest);
  }
}
