/** The page as data: nodes by id, changed by the server's edits and folded inputs. */

import { Subscriptions } from "./subscriptions";
import { PAGE, type Edit, type Props } from "./wire.gen";

export interface Node {
  readonly id: string;
  /** Null for the sidebar and the bottom, of which nothing is to be said. */
  readonly props: SparseProps | null;
  /** Null for an element without one. */
  readonly value: unknown;
  readonly children: readonly string[];
  /** How often the script has set the value. */
  readonly overrides: number;
}

type Fields = Record<string, unknown>;

/** Props as they travel: what is as usual is left out, and known to who draws the element. */
export type SparseProps = { readonly kind: Props["kind"] } & Partial<Props>;

/** Roots without props; they are never told of, and are always there. */
const BARE_ROOTS = ["sidebar", "bottom"];

export class Tree {
  readonly subscriptions = new Subscriptions();
  readonly #nodes = new Map<string, Node>();
  readonly #parents = new Map<string, string>();
  /** Children lists made in this change, which may be altered in place until it ends. */
  readonly #loose = new Map<string, string[]>();
  /** Nodes from before a reset, shown until the new tree takes their place. */
  readonly #stale = new Set<string>();
  /** Nodes of a page that stood in for this one, until the new tree takes their place. */
  readonly #standIns = new Set<string>();

  readonly #preload: (kind: string) => void;
  readonly #clearing: (node: Node, value: unknown) => void;

  /**
   * `preload` is told of every kind that is inserted, before anybody draws it, and `clearing` of
   * every node that is to be cleared, and to which value.
   */
  constructor(
    preload: (kind: string) => void = () => {},
    clearing: (node: Node, value: unknown) => void = () => {},
  ) {
    this.#preload = preload;
    this.#clearing = clearing;
    this.#write(rootOf("main", PAGE));
    for (const id of BARE_ROOTS) this.#write(rootOf(id, null));
  }

  get(id: string): Node | undefined {
    return this.#nodes.get(id);
  }

  /** Take several steps as one: listeners hear of the outcome only. */
  change(steps: () => void): void {
    this.subscriptions.change(() => {
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
        if (node) this.#write({ ...node, value });
      }
    });
  }

  /** Expect a new tree: what is shown stays until `sweep`, unless it is inserted again. */
  reset(): void {
    for (const id of this.#nodes.keys()) if (!BARE_ROOTS.includes(id)) this.#stale.add(id);
  }

  /** Learn that what is shown is of a page that stood in for the one that comes now. */
  leaveStandIn(): void {
    for (const id of this.#nodes.keys()) this.#standIns.add(id);
  }

  /** Whether a node is of a page that stood in for this one: what it shows means nothing here. */
  isOfStandIn(id: string): boolean {
    return this.#standIns.has(id);
  }

  /** Remove what is left from before the last reset. */
  sweep(): void {
    this.change(() => {
      if (this.#stale.delete("main")) this.#write({ ...this.#known("main"), props: PAGE });
      this.#remove([...this.#stale]);
    });
  }

  /** Remove everything at once. */
  clear(): void {
    this.reset();
    this.sweep();
  }

  #step(edit: Edit): void {
    switch (edit[0]) {
      case "insert": {
        const [, id, parent, after, props, value] = edit;
        this.#insert(id, props, value);
        return this.#place(id, parent, after);
      }
      case "move": {
        const [, id, parent, after] = edit;
        this.#known(id);
        return this.#place(id, parent, after);
      }
      case "update": {
        const [, id, fields] = edit;
        return this.#update(id, fields);
      }
      case "append": {
        const [, id, field, text] = edit;
        const before = (this.#known(id).props as unknown as Fields)[field] as string;
        return this.#update(id, { [field]: before + text });
      }
      case "set": {
        const [, id, value] = edit;
        const node = this.#known(id);
        return this.#write({ ...node, value, overrides: node.overrides + 1 });
      }
      case "clear": {
        const [, id, value] = edit;
        const node = this.get(id);
        if (node) this.#clearing(node, value);
        return this.fold({ [id]: value });
      }
      case "remove":
        return this.#remove(edit[1]);
      case "announce":
        return this.#preload(edit[1]);
    }
  }

  #insert(id: string, props: SparseProps, value: unknown): void {
    this.#preload(props.kind);
    const old = this.#nodes.get(id);
    this.#stale.delete(id);
    this.#standIns.delete(id);
    if (!old) return this.#write({ id, props, value, children: [], overrides: 0 });
    const overrides = old.overrides + (isSameValue(old.value, value) ? 0 : 1);
    this.#write({ ...old, props, value, overrides });
  }

  #update(id: string, fields: Fields): void {
    const node = this.#known(id);
    // The page is never inserted: after a reset its first update begins from nothing.
    const props = id === "main" && this.#stale.delete(id) ? PAGE : node.props;
    this.#write({ ...node, props: { ...props, ...fields } as SparseProps });
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

  #remove(ids: readonly string[]): void {
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
    this.#standIns.delete(id);
    this.#loose.delete(id);
  }

  #detach(id: string): void {
    const parent = this.#parents.get(id);
    if (parent === undefined) return;
    const siblings = this.#open(parent);
    siblings.splice(siblings.indexOf(id), 1);
    this.#parents.delete(id);
  }

  /** Return the list of children for changing; a new list, so that readers see the change. */
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
    this.subscriptions.touch(node.id);
  }
}

function rootOf(id: string, props: SparseProps | null): Node {
  return { id, props, value: null, children: [], overrides: 0 };
}

function unknown(id: string): Error {
  return new Error(`tree: an edit must name a node that is there, got id=${JSON.stringify(id)}`);
}

export function isSameValue(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
