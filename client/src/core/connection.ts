/** One lasting connection made of many sockets: it reconnects until the server says no. */

import { Signal } from "./signal";
import { decodeBatch, encodeMessage } from "./wire";
import type { Batch, ClientMessage, Hello } from "./wire.gen";

/** The part of the browser's WebSocket that is used here. */
export interface Socket {
  binaryType: string;
  readonly readyState: number;
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
  /** Get ready to draw elements of this kind. */
  warm(kind: string): void;
  /** Tell the developer of something that should not have happened. */
  report(problem: unknown): void;
}

export interface Listener {
  hello(): Hello;
  receive(batch: Batch): void;
  /** The server would not take a frame because of its size. */
  tooBig(): void;
}

/**
 * `lost`: tries again by itself. `refused`: the server does not understand this page.
 * `outdated`: the page must be loaded anew.
 */
export type Link = "connecting" | "connected" | "lost" | "refused" | "outdated";

const OPEN = 1;
const CODES = { tooBig: 1009, badMessage: 4400, protocol: 4409 };
const FIRST_WAIT = 100;
const LONGEST_WAIT = 10_000;
const PATIENCE = 10_000;
const STEADY = 2000;

export class Connection {
  readonly link = new Signal<Link>("connecting");
  readonly #ports: Ports;
  readonly #listener: Listener;
  #socket: Socket | null = null;
  #failures = 0;
  #cancelTimer = () => {};

  constructor(ports: Ports, listener: Listener) {
    this.#ports = ports;
    this.#listener = listener;
  }

  /** Connect now, also if a retry is due later or a socket is open. */
  open(): void {
    this.#drop();
    const socket = this.#ports.connect();
    this.#socket = socket;
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
    if (this.link.get() === "lost") this.open();
  }

  /** Send a message if connected; what matters is sent again after the next welcome. */
  send(message: ClientMessage): void {
    if (this.link.get() !== "connected" || this.#socket?.readyState !== OPEN) return;
    this.#socket.send(encodeMessage(message));
  }

  #receive(frame: unknown): void {
    if (this.link.get() !== "connected") {
      this.#cancelTimer();
      // A server that greets and then falls over must not be asked ten times a second.
      this.#cancelTimer = this.#ports.after(STEADY, () => (this.#failures = 0));
      this.link.set("connected");
    }
    try {
      this.#listener.receive(decodeBatch(frame as ArrayBuffer));
    } catch (problem) {
      this.#ports.report(problem);
      this.#closed(0);
    }
  }

  #closed(code: number): void {
    this.#drop();
    if (code === CODES.badMessage) return this.link.set("refused");
    if (code === CODES.protocol) return this.link.set("outdated");
    if (code === CODES.tooBig) this.#listener.tooBig();
    this.link.set("lost");
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures);
    this.#failures += 1;
    this.#cancelTimer = this.#ports.after(longest * (0.5 + this.#ports.random() / 2), () =>
      this.open(),
    );
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
