/**
 * What a tab remembers of its session for its next page load.
 *
 * It is kept in session storage, which a duplicate of the tab gets a copy of. So a tab holds a
 * lock on its session for as long as it lives: a tab that finds the lock taken is a duplicate. Where
 * there are no locks, it is there only while the page is hidden or leaving.
 *
 * Room is short there. What a person did comes first, and what is half typed has a place apart:
 * to make room for the events view state and drafts go, and then the largest values.
 */

import { readSaved, type Found } from "./saved";
import type { Saved, Session } from "./session";

/** The session with its events; drafts; view state; what was damaged, for whoever wants to know why. */
export type Place = "" | ":drafts" | ":view" | ":damaged";

/** Session storage, or nothing where it is forbidden. */
export interface TabStorage {
  /** Whether it is there at all. */
  readonly isThere: boolean;
  read(place: Place): string | null;
  /** Replace what is there; false if there was no room, and all is as before. */
  write(place: Place, text: string | null): boolean;
}

export interface Locks {
  /** Take a lock within some milliseconds. Answers how to let go of it; null: it is taken. */
  take(name: string, within: number): Promise<(() => void) | null>;
}

interface PersistencePorts {
  readonly storage: TabStorage;
  /** Null where the browser has none. */
  readonly locks: Locks | null;
  /** Whether the page was here before, and was loaded again. */
  readonly isReload: boolean;
  after(milliseconds: number, task: () => void): () => void;
}

/** How long the page before this one may take to let go. */
const HANDOVER = 200;
/** The same on a reload, which no duplicate is: long enough for a machine that is busy. */
const HANDOVER_ON_RELOAD = 2_000;
/** A lock on a new session is free: this is for a browser that is busy. */
const PATIENCE = 10_000;
/** Events that stay unconfirmed for longer are written down. */
const MOMENT = 500;
/** Letters of what was damaged that are set aside. */
const MOST_ASIDE = 10_000;

export class SessionPersistence {
  readonly #ports: PersistencePorts;
  #session: Session | null = null;
  #held: string | null = null;
  #release: (() => void) | null = null;
  #writeLater: (() => void) | null = null;
  #writtenNext = 0;
  #found: Found | null = null;
  #isKept: boolean;
  #isTold = false;

  constructor(ports: PersistencePorts) {
    this.#ports = ports;
    this.#isKept = ports.storage.isThere;
  }

  /** Take up what the page load before has left, or a copy of it if its tab still lives. */
  async recall(): Promise<Saved | null> {
    const { storage, locks } = this.#ports;
    const text = storage.read("");
    const apart = storage.read(":drafts");
    const found = readSaved(text, apart, storage.read(":view"));
    if (found.isDamaged) storage.write(":damaged", `${text}\n${apart}`.slice(0, MOST_ASIDE));
    if (locks === null || !found.saved) this.#clear();
    const { saved } = found;
    const handover = this.#ports.isReload ? HANDOVER_ON_RELOAD : HANDOVER;
    if (
      !saved ||
      locks === null ||
      saved.how !== "resume" ||
      (await this.#hold(saved.session, handover))
    ) {
      this.#found = found;
      return saved;
    }
    return { ...saved, how: "fork", next: 1, events: [], drafts: {} };
  }

  /** Remember this session from now on. */
  follow(session: Session): void {
    this.#session = session;
    this.#tellOfLosses(session);
    session.lasting.subscribe(() => {
      if (this.#ports.locks !== null) {
        void this.#hold(session.lasting.get(), PATIENCE);
        this.write();
      }
      if (this.#ports.isReload) this.#tellIfNothingIsKept(session);
    });
    session.isUnsaved.subscribe(() => {
      this.#tellIfNothingIsKept(session);
      if (this.#ports.locks !== null) this.#noteUnsaved(session);
    });
  }

  /** Write all down: the page is hidden, and may be gone without a word. */
  write(): void {
    const saved = this.#session?.save() ?? null;
    this.#writtenNext = saved?.events.length ? saved.next : 0;
    if (!saved) return this.#clear();
    const { drafts, view, ...rest } = saved;
    this.#isKept = this.#writeEvents(rest);
    this.#writeDrafts(drafts);
    this.#ports.storage.write(":view", Object.keys(view).length > 0 ? JSON.stringify(view) : null);
  }

  /** The page is leaving: whoever comes after it may have the session. */
  leave(): void {
    this.write();
    void this.#hold(null, 0);
  }

  /** The page is in sight: whoever duplicates the tab from now on leaves this one running. */
  show(): void {
    if (this.#ports.locks === null) this.#clear();
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

  #clear(): void {
    this.#ports.storage.write("", null);
    this.#ports.storage.write(":drafts", null);
    this.#ports.storage.write(":view", null);
  }

  /** Write down what must not be lost; false if there is no room for so much as the session. */
  #writeEvents(saved: Omit<Saved, "drafts" | "view">): boolean {
    const { storage } = this.#ports;
    const unkept: string[] = [];
    let { events } = saved;
    const write = () => storage.write("", JSON.stringify({ ...saved, events, unkept }));
    if (write()) return true;
    storage.write(":view", null);
    storage.write(":drafts", null);
    while (!write()) {
      const largest = events
        .filter(([, , values]) => Object.keys(values).length > 0)
        .sort(bySize)[0];
      if (!largest) return false;
      const [tag, number, values, trigger] = largest;
      unkept.push(...Object.keys(values).map((id) => this.#nameOf(id)));
      events = events.map((each) => (each === largest ? [tag, number, {}, trigger] : each));
    }
    return true;
  }

  #writeDrafts(drafts: Saved["drafts"]): void {
    const { storage } = this.#ports;
    const unkept: string[] = [];
    const entries = Object.entries(drafts).sort(bySize);
    if (!entries.length) return void storage.write(":drafts", null);
    while (
      !storage.write(":drafts", JSON.stringify({ drafts: Object.fromEntries(entries), unkept }))
    ) {
      const largest = entries.shift();
      if (!largest) return void storage.write(":drafts", null);
      unkept.push(this.#nameOf(largest[0]));
    }
  }

  #nameOf(place: string): string {
    const [id = ""] = place.split("\n");
    const props = this.#session?.tree.get(id)?.props;
    return (props && "label" in props && props.label) || id;
  }

  /** Say what the page load before could not hand on. */
  #tellOfLosses({ server }: Session): void {
    if (!this.#found) return;
    const { saved, isDamaged, unkept } = this.#found;
    const names = [...new Set(unkept)].map((name) => `“${name}”`).join(", ");
    if (names)
      server.tell(
        "dropped",
        `What you had entered in ${names} was too large for this browser to keep.`,
      );
    if (!isDamaged) return;
    const end = saved ? "some of it is missing" : "it begins anew";
    server.tell("unfound", `What this browser had kept of the page is damaged: ${end}.`);
  }

  #tellIfNothingIsKept({ server, lasting }: Session): void {
    if (this.#isKept || this.#isTold || lasting.get() === null) return;
    this.#isTold = true;
    server.tell("unfound", "This browser keeps nothing for this page: a reload begins anew.");
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

function bySize(left: unknown, right: unknown): number {
  return JSON.stringify(right).length - JSON.stringify(left).length;
}
