/** One lasting connection made of many sockets: it reconnects until the server says no. */

import { Signal } from "./signal";
import { decodeBatch, encodeMessage, Parts } from "./wire";
import type { Batch, ClientMessage, Hello } from "./wire.gen";

/** The part of the browser's WebSocket that is used here. */
export interface Socket {
  binaryType: string;
  readonly readyState: number;
  /** Bytes that were sent and have not left the browser yet. */
  readonly bufferedAmount: number;
  /** Frames that came before there was anybody to listen: `Hello` has been sent already. */
  readonly early?: unknown[] | null;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  send(frame: Uint8Array): void;
  close(): void;
}

/** What the core needs from the world around it. */
export interface Ports {
  connect(): Socket;
  /** Call `task` after some milliseconds; the answer cancels it. */
  after(milliseconds: number, task: () => void): () => void;
  random(): number;
  /** The path and the query of the page's address, which the tab may have been left without. */
  address(): {
    readonly query: string;
    readonly entry: number;
    readonly isNew: boolean;
    readonly path: string;
  };
  /** Get ready to draw elements of this kind. */
  preload(kind: string): void;
  /** Tell the developer of something that should not have happened. */
  report(problem: unknown): void;
}

interface Listener {
  hello(): Hello;
  receive(batch: Batch): void;
  /** Whether an answer is to come: else nobody minds that the server is silent. */
  isWaiting(): boolean;
  /** The server would not take a frame because of its size. */
  tooBig(): void;
  /** The server says that the session is another browser's; answers whether to begin anew. */
  onForbidden(): boolean;
  /** The session was somebody's who has logged out. */
  onLoggedOut(): void;
}

/**
 * `lost`: tries again by itself. `replaced`: another page has taken the session over.
 * `refused`: the server does not understand this page. `outdated`: the page must be loaded again.
 */
export type ConnectionStatus =
  | "connecting"
  | "connected"
  | "lost"
  | "replaced"
  | "refused"
  | "outdated";

const OPEN = 1;
const CODES = { tooBig: 1009, draining: 1012, loggedOut: 4401, notYours: 4403, moved: 4412 };
const ENDS: Record<number, ConnectionStatus> = {
  4400: "refused",
  4408: "replaced",
  4409: "outdated",
};
/** After these somebody else is ready to go on. */
const AT_ONCE = [CODES.draining, CODES.loggedOut, CODES.notYours, CODES.moved];
const JITTER = 20;
const FIRST_WAIT = 100;
const LONGEST_WAIT = 10_000;
/** Who does something waits no longer than others after so many failures: less than a second. */
const FEW_FAILURES = 4;
const PATIENCE = 8000;
const STEADY = 2000;
/** Time between two looks at a connection on which something waits. */
const BEAT = 2500;
/** The server is asked at the first look, and given up at this one if it has not answered. */
const BEATS = 3;
/** What is under way on a slow link is given one look more. */
const MOVING = -1;
/** How many times longer a connection may take that was given up again and again. */
const MOST_PATIENCE = 16;

export class Connection {
  readonly status = new Signal<ConnectionStatus>("connecting");
  /** Size in bytes of the largest message that the server takes. */
  limit = Infinity;
  readonly #ports: Ports;
  readonly #listener: Listener;
  #socket: Socket | null = null;
  #parts = new Parts();
  #failures = 0;
  #cancelTimer = () => {};
  #cancelBeat: (() => void) | null = null;
  #beats = 0;
  #patience = 1;
  #unsent = 0;

  constructor(ports: Ports, listener: Listener) {
    this.#ports = ports;
    this.#listener = listener;
  }

  /** Connect now, also if a retry is due later or a socket is open. */
  open(): void {
    this.#drop();
    const socket = this.#ports.connect();
    this.#socket = socket;
    this.#parts = new Parts();
    this.#beats = this.#unsent = 0;
    socket.binaryType = "arraybuffer";
    const greet = () => socket.send(encodeMessage(this.#listener.hello()));
    if (socket.readyState === OPEN && !socket.early) greet();
    else if (!socket.early) socket.onopen = greet;
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = (event) => this.#closed(event.code);
    this.#cancelTimer = this.#ports.after(PATIENCE, () => this.#closed(0));
    socket.early?.forEach((frame) => this.#receive(frame));
  }

  /** Try again at once, if the connection is lost. */
  retry(): void {
    if (this.status.get() === "lost") this.open();
  }

  /** Somebody has done something: try again soon, if the connection is lost. */
  hurry(): void {
    const isResting = this.status.get() === "lost" && !this.#socket;
    if (!isResting || this.#failures <= FEW_FAILURES) return;
    this.#cancelTimer();
    this.#failures = FEW_FAILURES - 1;
    this.#tryLater(0);
  }

  /** Leave a socket that may be dead behind, unless the server has ended the conversation. */
  renew(): void {
    if (!Object.values(ENDS).includes(this.status.get())) this.open();
  }

  /**
   * Send a message if connected; what matters is sent again after the next welcome.
   *
   * Returns false if it is larger than the server takes.
   */
  send(message: ClientMessage): boolean {
    if (this.status.get() !== "connected" || this.#socket?.readyState !== OPEN) return true;
    const frame = encodeMessage(message);
    if (frame.length > this.limit) return false;
    this.#socket.send(frame);
    return true;
  }

  /** Close the connection in time if the server does not answer while something waits. */
  watch(): void {
    this.#cancelBeat ??= this.#ports.after(BEAT, () => this.#beat());
  }

  /** Ask for a sign of life. */
  ask(): void {
    this.send(["ping"]);
  }

  /** The server has answered: it hears us, and we hear it. */
  answered(): void {
    this.#beats = 0;
    this.#patience = 1;
  }

  #beat(): void {
    this.#cancelBeat = null;
    if (this.status.get() !== "connected" || !this.#listener.isWaiting()) {
      this.#beats = 0;
      return;
    }
    // A large message on its way up is a sign of life too.
    const unsent = this.#socket?.bufferedAmount ?? 0;
    if (unsent < this.#unsent) this.#beats = MOVING;
    this.#unsent = unsent;
    this.#beats += 1;
    if (this.#beats === 1) this.ask();
    if (this.#beats < BEATS * this.#patience) return this.watch();
    // Whatever it is that takes so long gets more time on the next connection: it must end once.
    this.#patience = Math.min(MOST_PATIENCE, 2 * this.#patience);
    this.#closed(0);
  }

  #receive(frame: unknown): void {
    if (this.status.get() !== "connected") {
      this.#cancelTimer();
      // A server that greets and then falls over must not be asked ten times a second.
      this.#cancelTimer = this.#ports.after(STEADY, () => (this.#failures = 0));
      this.status.set("connected");
    }
    try {
      const whole = this.#parts.join(new Uint8Array(frame as ArrayBuffer));
      if (whole) this.#listener.receive(decodeBatch(whole));
      else this.#beats = MOVING;
    } catch (problem) {
      this.#ports.report(problem);
      this.#closed(0);
    }
  }

  #closed(code: number): void {
    this.#drop();
    const end = code === CODES.notYours && !this.#listener.onForbidden() ? "refused" : ENDS[code];
    if (end) return this.status.set(end);
    if (code === CODES.loggedOut) this.#listener.onLoggedOut();
    if (code === CODES.tooBig) this.#listener.tooBig();
    this.status.set("lost");
    this.#tryLater(code);
  }

  #tryLater(code: number): void {
    this.#cancelTimer = this.#ports.after(this.#wait(code), () => this.open());
    this.#failures += 1;
  }

  #wait(code: number): number {
    if (this.#failures === 0 && AT_ONCE.includes(code)) return JITTER * this.#ports.random();
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures);
    return longest * (0.5 + this.#ports.random() / 2);
  }

  #drop(): void {
    this.#cancelTimer();
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
