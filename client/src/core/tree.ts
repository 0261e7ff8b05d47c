/** The page as data: nodes by id, changed by the server's edits and folded inputs. */

import { Topics } from "./topics";
import type { Edit, Props } from "./wire.gen";

export const ROOTS = ["main", "sidebar"] as const;

export interface Node {
  readonly id: string;
  /** Null for the two roots. */
  readonly props: Props | null;
  readonly children: readonly string[];
  /** How often the script has set this input's value. */
  readonly overrides: number;
}

type Fields = Record<string, unknown>;

export class Tree {
  readonly topics = new Topics();
  readonly #nodes = new Map<string, Node>();
  readonly #parents = new Map<string, string>();
  /** Children lists made in this change, which may be altered in place until it ends. */
  readonly #loose = new Map<string, string[]>();
  /** Nodes from before a reset, shown until the new tree takes their place. */
  readonly #stale = new Set<string>();

  readonly #warm: (kind: string) => void;

  /** `warm` is told of every kind that is put, before anybody draws it. */
  constructor(warm: (kind: string) => void = () => {}) {
    this.#warm = warm;
    for (const id of ROOTS) this.#write({ id, props: null, children: [], overrides: 0 });
  }

  get(id: string): Node | undefined {
    return this.#nodes.get(id);
  }

  /** Take several steps as one: listeners hear of the outcome only. */
  change(steps: () => void): void {
    this.topics.change(() => {
      try {
        steps();
      } finally {
        this.#loose.clear();
      }
    });
  }

  /**
   * Apply the edits in order.
   *
   * @throws Error if one names a node that is not there: the tree is then out of step.
   */
  apply(edits: readonly Edit[]): void {
    this.change(() => edits.forEach((edit) => this.#step(edit)));
  }

  /** Take values that the server has applied as its own. */
  fold(values: Readonly<Fields>): void {
    this.change(() => {
      for (const [id, value] of Object.entries(values)) {
        const node = this.#nodes.get(id);
        if (node?.props) this.#write({ ...node, props: { ...node.props, value } as Props });
      }
    });
  }

  /** Expect a new tree: what is shown stays until `sweep`, unless it is put again. */
  reset(): void {
    for (const id of this.#nodes.keys()) if (this.#parents.has(id)) this.#stale.add(id);
  }

  /** Remove what is left from before the last reset. */
  sweep(): void {
    this.change(() => this.#cut([...this.#stale]));
  }

  /** Remove everything at once. */
  clear(): void {
    this.reset();
    this.sweep();
  }

  #step(edit: Edit): void {
    switch (edit[0]) {
      case "put": {
        const [, id, parent, after, props] = edit;
        this.#put(id, props);
        this.#place(id, parent, after);
        break;
      }
      case "move": {
        const [, id, parent, after] = edit;
        this.#known(id);
        this.#place(id, parent, after);
        break;
      }
      case "patch":
        this.#patch(edit[1], edit[2]);
        break;
      case "cut":
        this.#cut(edit[1]);
        break;
    }
  }

  #put(id: string, props: Props): void {
    this.#warm(props.kind);
    const old = this.#nodes.get(id);
    this.#stale.delete(id);
    if (!old) return this.#write({ id, props, children: [], overrides: 0 });
    const kept = sameValue(valueOf(old.props), valueOf(props));
    this.#write({ ...old, props, overrides: old.overrides + (kept ? 0 : 1) });
  }

  #patch(id: string, fields: Fields): void {
    const node = this.#known(id);
    const props = { ...node.props, ...fields } as Props;
    this.#write({ ...node, props, overrides: node.overrides + ("value" in fields ? 1 : 0) });
  }

  #place(id: string, parent: string, after: string): void {
    this.#known(parent);
    this.#detach(id);
    const siblings = this.#open(parent);
    if (after === "") siblings.unshift(id);
    else if (siblings.at(-1) === after) siblings.push(id);
    else {
      const index = siblings.indexOf(after);
      if (index < 0) throw unknown(after);
      siblings.splice(index + 1, 0, id);
    }
    this.#parents.set(id, parent);
  }

  #cut(ids: readonly string[]): void {
    for (const id of ids) {
      this.#detach(id);
      this.#forget(id);
    }
  }

  #forget(id: string): void {
    for (const child of this.#nodes.get(id)?.children ?? []) {
      // A child that was moved on keeps its life: only its own parent takes it along.
      if (this.#parents.get(child) === id) this.#forget(child);
    }
    this.#nodes.delete(id);
    this.#parents.delete(id);
    this.#stale.delete(id);
    this.#loose.delete(id);
  }

  #detach(id: string): void {
    const parent = this.#parents.get(id);
    if (parent === undefined) return;
    const siblings = this.#open(parent);
    siblings.splice(siblings.indexOf(id), 1);
    this.#parents.delete(id);
  }

  /** Give the list of children for changing; a new list, so that readers see the change. */
  #open(id: string): string[] {
    const loose = this.#loose.get(id);
    if (loose) return loose;
    const node = this.#known(id);
    const children = [...node.children];
    this.#write({ ...node, children });
    this.#loose.set(id, children);
    return children;
  }

  #known(id: string): Node {
    const node = this.#nodes.get(id);
    if (!node) throw unknown(id);
    return node;
  }

  #write(node: Node): void {
    this.#nodes.set(node.id, node);
    this.topics.touch(node.id);
  }
}

function unknown(id: string): Error {
  return new Error(`tree: an edit must name a node that is there, got id=${JSON.stringify(id)}`);
}

function valueOf(props: Props | null): unknown {
  return (props as Fields | null)?.["value"];
}

function sameValue(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
