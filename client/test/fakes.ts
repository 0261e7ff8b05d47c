/** The world around a session, played by the test: its server and its time. */

import { decode, encode } from "@msgpack/msgpack";

import type { Socket } from "../src/core/connection";
import type { ClientMessage, ServerMessage } from "../src/core/wire.gen";

/** The far end of one socket. */
export class FakeSocket implements Socket {
  binaryType = "";
  readyState = 0;
  early: unknown[] | null = null;
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  sent: ClientMessage[] = [];

  send(frame: Uint8Array): void {
    this.sent.push(decode(frame) as ClientMessage);
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
