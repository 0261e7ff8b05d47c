/** Upload: one file on its way, part by part, over lost connections and restarted servers. */

import { Signal } from "../../core/signal";
import { PartError, sendPart } from "./part";

/** A file that the server has: its id, name, type and size, and the receipts for its parts. */
export type Uploaded = readonly [
  id: string,
  name: string,
  type: string,
  size: number,
  parts: readonly string[],
];

/**
 * `waiting`: for its turn. `stalled`: it is tried again by itself. `failed`: a person has to decide.
 */
export type Progress =
  | { readonly status: "waiting" | "sending" | "stalled"; readonly sent: number }
  | { readonly status: "done"; readonly sent: number }
  | { readonly status: "failed"; readonly sent: number; readonly problem: string };

/** Files that are sent at the same moment: the browser has few connections, and clicks need one. */
const AT_ONCE = 3;
const FIRST_PART = 1 << 19;
const LEAST_PART = 1 << 18;
const MOST_PART = 1 << 23;
const TOO_LARGE = 413;
/** Milliseconds that a part should take: long enough to be worth it, short enough to lose. */
const QUICK = 1000;
const SLOW = 4000;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

const waiting: Upload[] = [];
let going = 0;

export class Upload {
  readonly id = newId();
  readonly name: string;
  readonly progress: Signal<Progress>;
  readonly file: File;
  readonly #permit: () => string;
  readonly #onChange: () => void;
  readonly #receipts: string[] = [];
  #sure = 0;
  #size = FIRST_PART;
  /** What lies between may take no request as large as the server would. */
  #most = MOST_PART;
  #abort = new AbortController();

  /** Begin, or fail at once with a `problem` that is known already. */
  constructor(
    file: File,
    name: string,
    permit: () => string,
    onChange: () => void,
    problem?: string,
  ) {
    this.file = file;
    this.name = name;
    this.#permit = permit;
    this.#onChange = onChange;
    this.progress = new Signal<Progress>(
      problem === undefined
        ? { status: "waiting", sent: 0 }
        : { status: "failed", sent: 0, problem },
    );
    if (problem === undefined) this.#queue();
  }

  get status(): Progress["status"] {
    return this.progress.get().status;
  }

  /** Whether it will come to an end by itself. */
  get isUnderWay(): boolean {
    return !["done", "failed"].includes(this.status);
  }

  /** What the server knows the file by, once it is whole. */
  get uploaded(): Uploaded {
    return [this.id, this.name, this.file.type, this.file.size, this.#receipts];
  }

  /** Go on where it failed. */
  retry(): void {
    if (this.status === "failed") this.#queue();
  }

  /** Send no more of it. */
  cancel(): void {
    const place = waiting.indexOf(this);
    if (place >= 0) waiting.splice(place, 1);
    this.#abort.abort();
  }

  #queue(): void {
    this.#abort = new AbortController();
    this.#tell({ status: "waiting", sent: this.#sure });
    waiting.push(this);
    turn();
  }

  /** Send all that is missing; called when it is its turn. */
  async send(): Promise<void> {
    const { signal } = this.#abort;
    try {
      while (this.#sure < this.file.size) await this.#sendNext(signal);
      this.#tell({ status: "done", sent: this.#sure });
    } catch (error) {
      if (signal.aborted) return;
      const problem = error instanceof PartError ? error.message : UNREADABLE;
      this.#tell({ status: "failed", sent: this.#sure, problem });
    }
  }

  async #sendNext(signal: AbortSignal): Promise<void> {
    const { file } = this;
    for (let wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, 2 * wait)) {
      const offset = this.#sure;
      const part = file.slice(offset, offset + this.#size);
      const began = performance.now();
      try {
        const of = { permit: this.#permit(), size: file.size, offset };
        const receipt = await sendPart(part, of, signal, (sent) =>
          this.#tell({ status: "sending", sent: offset + Math.min(sent, part.size) }),
        );
        this.#receipts.push(receipt);
        this.#sure += part.size;
        this.#tell({ status: "sending", sent: this.#sure });
        this.#adapt(performance.now() - began);
        return;
      } catch (error) {
        if (!(error instanceof PartError)) throw error;
        const isTooLarge = error.status === TOO_LARGE && part.size > LEAST_PART;
        if (!error.isPassing && !isTooLarge) throw error;
        this.#size = Math.max(LEAST_PART, Math.min(part.size, this.#size) / 2);
        if (isTooLarge) {
          this.#most = this.#size;
          continue;
        }
        this.#tell({ status: "stalled", sent: this.#sure });
        await rest(wait, signal);
      }
    }
  }

  #adapt(took: number): void {
    if (took < QUICK) this.#size = Math.min(this.#most, this.#size * 2);
    else if (took > SLOW) this.#size = Math.max(LEAST_PART, this.#size / 2);
  }

  #tell(progress: Progress): void {
    const before = this.status;
    this.progress.set(progress);
    if (progress.status !== before) this.#onChange();
  }
}

const UNREADABLE = "The file cannot be read any more. Choose it again.";

/** Have the next files sent, as far as it is their turn. */
function turn(): void {
  while (going < AT_ONCE) {
    const next = waiting.shift();
    if (!next) return;
    going += 1;
    void next.send().finally(() => {
      going -= 1;
      turn();
    });
  }
}

/** Wait, but not longer than until the browser is online again. */
function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((settle, fail) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", wake);
      signal.removeEventListener("abort", stop);
    };
    const wake = () => {
      end();
      settle();
    };
    const stop = () => {
      end();
      fail(signal.reason);
    };
    const timer = setTimeout(wake, milliseconds);
    addEventListener("online", wake);
    signal.addEventListener("abort", stop);
  });
}

/** Return an id that no other upload has; `crypto.randomUUID` needs HTTPS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
