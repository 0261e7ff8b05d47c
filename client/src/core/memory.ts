/**
 * What a tab remembers of its session for its next page load.
 *
 * It is kept in session storage, which a duplicate of the tab gets a copy of. So a tab holds a
 * lock on its session for as long as it lives: who finds the lock taken is a duplicate. Where
 * there are no locks, the memory is there only while the page is hidden or leaving.
 */

import type { Saved, Session } from "./session";

/** Session storage, or nothing where it is forbidden. */
export interface Shelf {
  read(): string | null;
  /** Replace what is there; false if there was no room, and all is as before. */
  write(text: string | null): boolean;
}

export interface Locks {
  /** Take a lock within some milliseconds. Answers how to let go of it; null: it is taken. */
  take(name: string, within: number): Promise<(() => void) | null>;
}

export interface MemoryPorts {
  readonly shelf: Shelf;
  /** Null where the browser has none. */
  readonly locks: Locks | null;
  after(milliseconds: number, task: () => void): () => void;
}

/** How long the page before this one, on a reload, may take to let go. */
const HANDOVER = 200;
/** A lock on a new session is free: this is for a browser that is busy. */
const PATIENCE = 10_000;
/** Events that stay unconfirmed for longer are written down. */
const MOMENT = 500;

export class Memory {
  readonly #ports: MemoryPorts;
  #session: Session | null = null;
  #held: string | null = null;
  #release: (() => void) | null = null;
  #writeLater: (() => void) | null = null;
  #writtenNext = 0;

  constructor(ports: MemoryPorts) {
    this.#ports = ports;
  }

  /** Take up what the page load before has left, or a copy of it if its tab still lives. */
  async recall(): Promise<Saved | null> {
    const { shelf, locks } = this.#ports;
    const text = shelf.read();
    if (text === null) return null;
    const saved = JSON.parse(text) as Saved;
    if (locks === null) shelf.write(null);
    if (locks === null || saved.how !== "resume" || (await this.#hold(saved.session, HANDOVER))) {
      return saved;
    }
    return { session: saved.session, how: "fork", next: 1, events: [], drafts: {} };
  }

  /** Remember this session from now on. */
  follow(session: Session): void {
    this.#session = session;
    if (this.#ports.locks === null) return;
    session.lasting.subscribe(() => {
      void this.#hold(session.lasting.get(), PATIENCE);
      this.write();
    });
    session.isUnsaved.subscribe(() => this.#noteUnsaved(session));
  }

  /** Write all down: the page is hidden, and may be gone without a word. */
  write(): void {
    const saved = this.#session?.save() ?? null;
    const { shelf } = this.#ports;
    const isWritten = shelf.write(saved && JSON.stringify(saved));
    if (!isWritten) shelf.write(JSON.stringify({ ...saved, events: [], drafts: {} }));
    this.#writtenNext = saved?.events.length ? saved.next : 0;
  }

  /** The page is leaving: whoever comes after it may have the session. */
  leave(): void {
    this.write();
    void this.#hold(null, 0);
  }

  /** The page is in sight: a duplicate that is made from now on has a living twin. */
  show(): void {
    if (this.#ports.locks === null) this.#ports.shelf.write(null);
  }

  /** Take the session back after `leave`; false if another page has it by now. */
  async comeBack(): Promise<boolean> {
    this.show();
    const id = this.#session?.lasting.get() ?? null;
    return this.#ports.locks === null || this.#hold(id, HANDOVER);
  }

  async #hold(id: string | null, within: number): Promise<boolean> {
    if (id === this.#held) return true;
    this.#release?.();
    this.#release = null;
    this.#held = id;
    if (id === null || this.#ports.locks === null) return true;
    const release = await this.#ports.locks.take(id, within);
    if (this.#held !== id) release?.();
    else if (release === null) this.#held = null;
    else this.#release = release;
    return release !== null;
  }

  #noteUnsaved(session: Session): void {
    const isUnsaved = session.isUnsaved.get();
    if (!isUnsaved && this.#writtenNext > 0) this.write();
    if (isUnsaved) this.#writeLater ??= this.#ports.after(MOMENT, () => this.#writeNow(session));
  }

  #writeNow(session: Session): void {
    this.#writeLater = null;
    if (session.isUnsaved.get() && session.inputs.next !== this.#writtenNext) this.write();
    this.#noteUnsaved(session);
  }
}
