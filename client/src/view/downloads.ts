/**
 * Downloads: the files that a person has asked for and that are yet to come.
 *
 * A file that is made for a press is asked for again by whoever is connected anew, until it has
 * come: who makes it may have died. The number of the press is kept in the tab, so that a page that
 * was loaded again goes on with it, and nothing is saved twice. All of it comes with the buttons, as
 * nothing can be fetched from a server that is away.
 */

import type { Session } from "../core/session";
import { Signal } from "../core/signal";
import type { Download } from "../core/wire.gen";
import { Gone, saveFile, Unsaved } from "./saving";

/** How often a file is asked for anew that was gone when it was fetched: its server may have died. */
const MOST_LOST = 3;
/** How long, in ms, until then; and the longest pause between two questions for one. */
const AGAIN_AFTER = 250;
const LONGEST_PAUSE = 2000;

/** What is known of how a file went that is yet to come. */
interface Search {
  /** How often it was asked for as it was not there, and how often although the store had it. */
  tries: number;
  lost: number;
}

/** A file that is there, as far as is known; nobody was asked for one whose press is 0. */
type Told = Omit<Download, "kind" | "problem">;

/** What became of the last press of a button: "" while its file is on its way, or a sentence. */
type Problems = ReadonlyMap<string, string>;

const known = new WeakMap<Session, Downloads>();

/** Return the downloads of a session. */
export function downloadsOf(session: Session): Downloads {
  const downloads = known.get(session) ?? new Downloads(session);
  known.set(session, downloads);
  return downloads;
}

export class Downloads {
  /** By the ids of buttons. */
  readonly problems = new Signal<Problems>(new Map());
  readonly #session: Session;
  /** The buttons whose files are being saved, and the press of each, 0 if nobody has to make it. */
  readonly #saving = new Map<string, number>();
  /** Those of which the file of the last press was not there when it was fetched. */
  readonly #searches = new Map<string, Search>();

  constructor(session: Session) {
    this.#session = session;
    session.connectionStatus.subscribe(() => this.#askAgain());
    session.effects.current.subscribe(() => this.#look());
  }

  /** Have the file made that a press asks for, whose event comes next. */
  ask(button: string): void {
    this.#searches.delete(button);
    this.#begin(button);
    this.#note(button, "");
  }

  /** Go on with what was asked for before the page was loaded again. */
  resume(button: string): void {
    if (this.problems.get().has(button) || !this.#asked(button)) return;
    this.#note(button, "");
    this.#askFor(button);
  }

  /** Save the file that the page shows; while it may be about to show another, ask which. */
  save(button: string, url: string): void {
    if (this.#session.busy.get()) return this.ask(button);
    this.#searches.delete(button);
    this.#note(button, "");
    void this.#save({ button, press: 0, url, unstored: false });
  }

  #begin(button: string): void {
    const press = this.#session.inputs.next;
    this.#session.make(button, press); // before its event: what the page shows can be made at once
    this.#keep(button, press);
  }

  #askAgain(): void {
    if (this.#session.connectionStatus.get() !== "connected") return;
    for (const [button, problem] of this.problems.get()) {
      if (!problem && !this.#saving.has(button)) this.#askFor(button);
    }
  }

  #askFor(button: string): void {
    const press = this.#asked(button);
    if (press) this.#session.make(button, press);
    else this.#note(button, null); // The session has begun anew: nobody waits any more.
  }

  /** Take what the server says of files; whatever it repeats is over at once. */
  #look(): void {
    for (const { id, props } of this.#session.effects.current.get()) {
      if (props.kind !== "download") continue;
      this.#session.effects.end(id);
      this.#take({ url: "", problem: "", unstored: false, ...props } as Download);
    }
  }

  #take({ button, press, url, problem, unstored }: Download): void {
    if (this.#asked(button) !== press || this.#saving.has(button)) return;
    if (problem) {
      this.#keep(button, null);
      this.#note(button, problem);
      return;
    }
    void this.#save({ button, press, url, unstored });
  }

  async #save({ button, press, url, unstored }: Told) {
    const done = () => void (press && this.#keep(button, null));
    this.#saving.set(button, press);
    let isLost = false;
    try {
      await saveFile(url, done);
      this.#searches.delete(button);
      this.#note(button, null);
    } catch (problem) {
      if (!(problem instanceof Unsaved)) throw problem;
      isLost = problem instanceof Gone && (await this.#waits(button, unstored));
      if (!isLost) {
        done();
        this.#note(button, problem.message);
      }
    } finally {
      this.#saving.delete(button);
    }
    // The session knows more: who has answered may be another process, which has yet to hear of it.
    if (isLost && press === 0) this.#begin(button);
    else if (isLost) this.#askFor(button);
  }

  /** Wait until it makes sense to ask for a file again that was not there; false if it does not. */
  async #waits(button: string, unstored: boolean): Promise<boolean> {
    const { tries, lost } = this.#searches.get(button) ?? { tries: 0, lost: 0 };
    const now = { tries: tries + 1, lost: lost + (unstored ? 0 : 1) };
    this.#searches.set(button, now);
    if (now.lost > MOST_LOST) return false;
    const pause = Math.min(AGAIN_AFTER * 2 ** tries, LONGEST_PAUSE);
    await new Promise((wake) => setTimeout(wake, pause));
    return true;
  }

  /** Return the number of the press whose file is yet to come; 0 for none. */
  #asked(button: string): number {
    const press = this.#session.view.get(`${button}/download`);
    return typeof press === "number" ? press : 0;
  }

  #keep(button: string, press: number | null): void {
    this.#session.view.set(`${button}/download`, press);
  }

  #note(button: string, problem: string | null): void {
    const problems = new Map(this.problems.get());
    if (problem === null) problems.delete(button);
    else problems.set(button, problem);
    this.problems.set(problems);
  }
}
