/** The world around a session, played by the test: its server and its time. */

import { decode, encode } from "@msgpack/msgpack";

import type { Ports, Socket } from "../src/core/connection";
import type { Locks, Place, TabStorage } from "../src/core/session_persistence";
import type { ClientMessage, ServerMessage, Welcome } from "../src/core/wire.gen";

/** An address without parameters. */
export const noAddress = () => ({ query: "", entry: 0, isNew: false, path: "" });

const WELCOME = {
  id: "s1",
  resumed: false,
  applied: 0,
  received: 0,
  lasts: true,
  isDeveloper: false,
  isAsked: false,
  limit: 1000,
};

/** What the server answers to hello. */
export function welcome(told: Partial<typeof WELCOME> = {}): Welcome {
  const { id, resumed, applied, received, lasts, isDeveloper, isAsked, limit } = {
    ...WELCOME,
    ...told,
  };
  return [
    "welcome",
    id,
    resumed,
    applied,
    received,
    lasts,
    isDeveloper,
    isAsked,
    limit,
    "My app",
    "1.0",
    "",
  ];
}

/** The far end of one socket. */
export class FakeSocket implements Socket {
  binaryType = "";
  readyState = 0;
  bufferedAmount = 0;
  early: unknown[] | null = null;
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  sent: ClientMessage[] = [];
  /** How often a sign of life was asked for. */
  pings = 0;
  /** Whether nothing is heard of the server any more. */
  isSilent = false;

  send(frame: Uint8Array): void {
    const message = decode(frame) as ClientMessage;
    if (message[0] !== "ping") return void this.sent.push(message);
    this.pings += 1;
    if (!this.isSilent) this.says(0, ["pong"]);
  }

  close(): void {
    this.readyState = 3;
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  says(number: number, ...messages: ServerMessage[]): void {
    this.onmessage?.({ data: encode([number, messages]) });
  }

  breaks(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code, reason: "" });
  }
}

/** Time that passes when told to. */
export class FakeClock {
  now = 0;
  readonly #tasks = new Set<{ at: number; task: () => void }>();

  after = (milliseconds: number, task: () => void) => {
    const entry = { at: this.now + milliseconds, task };
    this.#tasks.add(entry);
    return () => void this.#tasks.delete(entry);
  };

  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const [next] = [...this.#tasks].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#tasks.delete(next);
      this.now = next.at;
      next.task();
    }
    this.now = end;
  }
}

/** The ports of a session whose sockets are collected as they are made. */
export function fakePorts(sockets: FakeSocket[] = [], clock = new FakeClock()): Ports {
  const connect = () => {
    sockets.push(new FakeSocket());
    return sockets.at(-1)!;
  };
  const quiet = { random: () => 1, address: noAddress, preload: () => {}, report: () => {} };
  return { connect, after: clock.after, ...quiet };
}

/** The storage of one tab. */
export class FakeTabStorage implements TabStorage {
  readonly texts = new Map<Place, string>();
  isThere = true;
  writes = 0;
  /** How many letters there is room for in all. */
  room = Infinity;

  read = (place: Place) => this.texts.get(place) ?? null;

  write = (place: Place, text: string | null) => {
    if (!this.isThere) return false;
    const others = [...this.texts].filter(([each]) => each !== place);
    const size = others.reduce((sum, [, each]) => sum + each.length, text?.length ?? 0);
    if (text !== null && size > this.room) return false;
    if (place === "") this.writes += 1;
    if (text === null) this.texts.delete(place);
    else this.texts.set(place, text);
    return true;
  };

  get text(): string | null {
    return this.read("");
  }

  get content(): unknown {
    return this.text === null ? null : JSON.parse(this.text);
  }

  get drafts(): unknown {
    return (JSON.parse(this.read(":drafts") ?? "{}") as { drafts?: unknown }).drafts;
  }
}

/** The locks that all tabs of a browser share. */
export class FakeLocks implements Locks {
  readonly taken = new Set<string>();

  async take(name: string): Promise<(() => void) | null> {
    if (this.taken.has(name)) return null;
    this.taken.add(name);
    return () => void this.taken.delete(name);
  }
}
