/**
 * Uploads: the files on their way to one input.
 *
 * They belong to the page and not to what draws them, so that a rerun that moves an input, or a tab
 * that hides it, ends nothing. When all have come to an end, those that are whole become part of the
 * input's value, by one event.
 */

import type { Session } from "../../core/session";
import { Signal } from "../../core/signal";
import { Upload, type Uploaded } from "./upload";

/** Which files an input takes. */
export interface Rules {
  readonly types: readonly string[];
  /** Bytes that each may have. */
  readonly limit: number;
  readonly permit: string;
  readonly multiple: boolean;
}

export class Uploads {
  /** Those that are not part of the value yet, and those that failed. */
  readonly items = new Signal<readonly Upload[]>([]);
  #rules: Rules = { types: [], limit: 0, permit: "", multiple: false };
  /** Makes files part of the value; null while nobody can. */
  #take: ((files: readonly Uploaded[]) => void) | null = null;
  /** Whether anything was on its way since the page was loaded. */
  hasBegun = false;
  readonly #isThere: () => boolean;
  readonly #drop: (names: readonly string[]) => void;

  /** `drop` is told of files that have come, or were to come, when the input is not there any more. */
  constructor(isThere: () => boolean, drop: (names: readonly string[]) => void) {
    this.#isThere = isThere;
    this.#drop = drop;
  }

  /** Whether something is on its way. */
  get isUnderWay(): boolean {
    return this.items.get().some((each) => each.isUnderWay);
  }

  /** Learn what the input takes now. */
  follow(rules: Rules): void {
    this.#rules = rules;
  }

  /** Have files that are whole become part of the value; the answer ends that. */
  join(take: (files: readonly Uploaded[]) => void): () => void {
    this.#take = take;
    // What is whole counts, though the rest is lost with the page.
    const leave = () => this.settle(true);
    addEventListener("pagehide", leave, { capture: true });
    this.settle();
    return () => {
      this.#take = null;
      removeEventListener("pagehide", leave, { capture: true });
    };
  }

  /** Send files, but for those that do not fit, which say why. */
  add(files: readonly File[], nameOf = (file: File) => file.name): void {
    const { multiple, types } = this.#rules;
    const taken = multiple ? files : files.slice(-1);
    if (taken.length === 0) return;
    const before = multiple ? this.items.get() : [];
    if (!multiple) for (const each of this.items.get()) each.cancel();
    const fresh = taken.map(
      (file) =>
        new Upload(
          file,
          nameOf(file),
          () => this.#rules.permit,
          () => this.#changed(),
          problemOf(file, this.#rules.limit, types),
        ),
    );
    this.hasBegun = true;
    this.items.set([...before, ...fresh]);
    // An empty file may be whole already.
    this.#changed();
  }

  /** Take one back. */
  remove(upload: Upload): void {
    upload.cancel();
    this.items.set(this.items.get().filter((each) => each !== upload));
    this.#changed();
  }

  /** Take all back. */
  clear(): void {
    for (const each of this.items.get()) each.cancel();
    this.items.set([]);
  }

  /** Make what is whole part of the value, unless more is on its way; `now` does not wait for that. */
  settle(now = false): void {
    if (!this.#isThere()) return this.#dropAll();
    const done = this.items.get().filter((each) => each.status === "done");
    if (!this.#take || done.length === 0 || (!now && this.isUnderWay)) return;
    this.items.set(this.items.get().filter((each) => each.status !== "done"));
    this.#take(done.map((each) => each.uploaded));
  }

  #dropAll(): void {
    // Those that failed have said so.
    const names = this.items.get().flatMap((each) => (each.status === "failed" ? [] : [each.name]));
    this.clear();
    if (names.length > 0) this.#drop(names);
  }

  #changed(): void {
    // Whoever draws them looks at each by itself, and at the list when one comes to an end.
    this.items.set([...this.items.get()]);
    this.settle();
  }
}

const all = new WeakMap<Session, Map<string, Uploads>>();

/** Return the uploads of an input, which is a node on the page unless `isThere` says so. */
export function uploadsOf(
  session: Session,
  id: string,
  isThere = () => session.tree.get(id) !== undefined,
): Uploads {
  const known = all.get(session) ?? new Map<string, Uploads>();
  all.set(session, known);
  const found = known.get(id) ?? new Uploads(isThere, (names) => tellDropped(session, names));
  known.set(id, found);
  return found;
}

function tellDropped({ server }: Session, [first, ...others]: readonly string[]): void {
  const more = others.length > 0 ? ` and ${others.length} more were` : " was";
  const why = "the input is not on the page any more";
  server.tell("dropped", `“${first}”${more} not uploaded: ${why}.`);
}

/** Return why a file cannot be sent, if so. */
export function problemOf(
  { name, size, type }: { name: string; size: number; type: string },
  limit: number,
  types: readonly string[],
): string | undefined {
  if (size > limit) return `File must be ${sizeOf(limit)} or smaller.`;
  return fits(name, type, types) ? undefined : `${kindOf(name, type)} files are not allowed.`;
}

function kindOf(name: string, type: string): string {
  const end = name.lastIndexOf(".");
  return end > 0 ? name.slice(end) : type || "Such";
}

/** Return whether a file is of one of some types: ends of names, and MIME types. */
export function fits(name: string, type: string, types: readonly string[]): boolean {
  const lowered = name.toLowerCase();
  return (
    types.length === 0 ||
    types.some((each) => {
      if (each.startsWith(".")) return lowered.endsWith(each);
      // Of what the browser knows nothing, the server looks at the name.
      if (type === "") return true;
      return each.endsWith("/*") ? type.startsWith(each.slice(0, -1)) : type === each;
    })
  );
}

const UNITS = ["B", "KB", "MB", "GB", "TB"];

/** Return a size as people read it. */
export function sizeOf(bytes: number): string {
  let unit = 0;
  let amount = bytes;
  for (; amount >= 999.5 && unit < UNITS.length - 1; unit += 1) amount /= 1000;
  const digits = unit > 0 && amount < 9.95 && amount % 1 !== 0 ? 1 : 0;
  return `${amount.toFixed(digits)} ${UNITS[unit]}`;
}
