/** What is being typed and not yet sent, by widget: no reconnect and no refresh loses it. */

import { HELD, type Draft } from "./draft";
import { Subscriptions } from "./subscriptions";
import { isSameValue, type Node } from "./tree";

/** The drafts of a page, for its next load. */
export type SavedDrafts = Readonly<Record<string, Pick<Draft, "text" | "value">>>;

/** Sends a text, or looks at what is there if it is null; false if that cannot be sent. */
export type Commit = (text: string | null) => boolean;

interface Field {
  readonly send: Commit;
  readonly reveal: () => void;
}

const BEFORE_THIS_PAGE = -1;

export class Drafts {
  readonly #subscriptions = new Subscriptions();
  readonly #drafts = new Map<string, Draft>();
  readonly #fields = new Map<string, Field>();

  constructor(saved: SavedDrafts = {}) {
    for (const [id, draft] of Object.entries(saved)) {
      this.#drafts.set(id, { ...draft, overrides: BEFORE_THIS_PAGE, isSecret: false });
    }
  }

  subscribe(id: string, listener: () => void): () => void {
    return this.#subscriptions.subscribe(id, listener);
  }

  get(id: string): Draft | undefined {
    return this.#drafts.get(id);
  }

  /** Where something is kept. */
  places(): string[] {
    return [...this.#drafts.keys()];
  }

  set(id: string, draft: Draft): void {
    this.#drafts.set(id, draft);
    this.#subscriptions.touch(id);
  }

  drop(id: string): void {
    if (this.#drafts.delete(id)) this.#subscriptions.touch(id);
  }

  /** Have what is typed over the value of a node stand over the one that it is cleared to. */
  rebase({ id, value, overrides }: Node, cleared: unknown): void {
    for (const place of [id, id + HELD]) {
      const draft = this.get(place);
      // What is typed over a value that is yet to be applied is not over this one.
      if (draft && isSameValue(draft.value, value))
        this.set(place, { ...draft, value: cleared, overrides });
    }
  }

  /** Say how the field of a widget sends its text, and comes in sight; the answer takes that back. */
  onCommit(id: string, send: Commit, reveal: () => void): () => void {
    const field = { send, reveal };
    this.#fields.set(id, field);
    return () => {
      if (this.#fields.get(id) === field) this.#fields.delete(id);
    };
  }

  /** Have the field of a widget send what is half typed; false if what is in it cannot be sent. */
  settle(id: string): boolean {
    return this.#fields.get(id)?.send(this.get(id)?.text ?? null) ?? true;
  }

  /** Have all opened that the field of a widget is closed up in. */
  reveal(id: string): void {
    this.#fields.get(id)?.reveal();
  }

  /** Have the fields send what is half typed, in the order in which it was begun. */
  commit(): void {
    for (const id of this.places()) this.settle(id);
  }

  clear(): void {
    for (const id of this.places()) this.drop(id);
  }

  save(): SavedDrafts {
    const open = [...this.#drafts].filter(([, { isSecret }]) => !isSecret);
    return Object.fromEntries(open.map(([id, { text, value }]) => [id, { text, value }]));
  }
}
