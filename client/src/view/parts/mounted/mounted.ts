/** A component of the second kind where it is mounted: its nodes, its styles and its function. */

import type { ComponentV2 } from "../../../core/wire.gen";
import { wordsOf } from "../../../lib/words";
import { twice } from "../../registry";
import { Changes, type Target } from "./changes";
import { dataOf } from "./data";
import { mendStyles, parse, Sheets } from "./markup";

/** What its function is called with. */
export interface Given {
  name: string;
  key: string;
  data: unknown;
  parentElement: ShadowRoot | HTMLElement;
  setStateValue(name: string, value: unknown): void;
  setTriggerValue(name: string, value: unknown): void;
}

type Call = (given: Given) => unknown;

/** What a component is made of: another one of these begins anew. */
export type Source = Pick<ComponentV2, "label" | "html" | "css" | "sheet" | "script" | "isolates">;

export interface Ports extends Omit<Target, "refuse"> {
  /** What went wrong; null once it works again. */
  tell(problem: string | null): void;
  /** Whether something can be triggered: in a form nothing can. */
  hasTriggers(): boolean;
  /** Its module, by its address. */
  load(address: string): Promise<unknown>;
}

let count = 0;

/** Whether a module has failed before on this page. */
let isAgain = false;

export class Mounted {
  readonly changes: Changes;
  readonly #source: Source;
  readonly #ports: Ports;
  readonly #box: HTMLElement;
  readonly #root: ShadowRoot | HTMLElement;
  readonly #sheets: Sheets;
  readonly #endMending: () => void;
  readonly #key = `st-component-${++count}`;
  readonly #ready: Promise<Call | null>;
  /** Whether its module could not be had: it may come when the server is back. */
  isBroken = false;
  /** What went wrong for as long as it is mounted. */
  #flaw: string | null = null;
  /** Whether what was told last is that a value was refused, which the next good one takes back. */
  #isRefused = false;
  #cleanUp: unknown;
  #asked: AbortController | null = null;
  #isOver = false;

  /** Mount a component into an empty place. */
  constructor(place: HTMLElement, source: Source, ports: Ports) {
    this.#source = source;
    this.#ports = ports;
    const refuse = (problem: Error) => this.#refuse(problem);
    this.changes = new Changes({ ...ports, refuse });
    this.#box = document.createElement("div");
    this.#box.className = "st-mounted";
    this.#box.dataset.testid = `stBidiComponent${source.isolates ? "Isolated" : "Regular"}`;
    this.#root = source.isolates ? this.#box.attachShadow({ mode: "open" }) : this.#box;
    this.#sheets = new Sheets(source.isolates ? (this.#root as ShadowRoot) : document);
    const { content, styles } = parse(source.html);
    this.#sheets.add(source.css);
    for (const { textContent, media } of styles) this.#sheets.add(textContent, media);
    this.#root.append(content);
    this.#endMending = mendStyles(this.#root, this.#sheets);
    place.append(this.#box);
    this.#ready = this.#prepare();
  }

  /** Call the function of the component with these data, as soon as all is there. */
  async call(props: Pick<ComponentV2, "data" | "tables">): Promise<void> {
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    try {
      const [call, data] = await Promise.all([this.#ready, dataOf(props, asked.signal)]);
      if (asked.signal.aborted) return;
      this.#heal();
      if (call) this.#take(call(this.#given(data)));
    } catch (problem) {
      if (!asked.signal.aborted) this.#fail("", problem);
    }
  }

  /** Take it away, and have it clean up. */
  end(): void {
    this.#asked?.abort();
    this.#isOver = true;
    this.#runCleanUp();
    this.#endMending();
    this.#sheets.clear();
    this.#box.remove();
  }

  /** Get its style sheet and its module; null for a component without one. */
  async #prepare(): Promise<Call | null> {
    const { sheet, script } = this.#source;
    const styled = sheet === null ? null : this.#link(sheet);
    if (script === null) return styled?.then(() => null) ?? null;
    const [module] = await Promise.all([this.#load(script), styled]);
    const call = (module as { default?: unknown }).default;
    if (typeof call !== "function")
      throw new TypeError("its module must export a function by default");
    return call as Call;
  }

  async #load(script: string): Promise<unknown> {
    let attempt = 0;
    const load = () => {
      const address = new URL(script, document.baseURI);
      // Browsers may ask once only for what has failed under one name.
      if (attempt++ || isAgain) address.searchParams.set("again", String(Date.now()));
      return this.#ports.load(address.href);
    };
    try {
      return await twice(load);
    } catch (problem) {
      this.isBroken = isAgain = true;
      throw problem;
    }
  }

  /** Have a style sheet of a file apply; one that does not come is said, and done without. */
  #link(sheet: string): Promise<void> {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(sheet, document.baseURI).href;
    return new Promise((done) => {
      link.onload = () => done();
      link.onerror = () => {
        this.#flaw = "its style sheet cannot be loaded";
        this.#ports.tell(this.#flaw);
        done();
      };
      this.#root.prepend(link);
    });
  }

  #given(data: unknown): Given {
    return {
      name: this.#source.label,
      key: this.#key,
      data,
      parentElement: this.#root,
      setStateValue: (name, value) => this.#say(() => this.changes.keep(name, value)),
      setTriggerValue: (name, value) => this.#say(() => this.#trigger(name, value)),
    };
  }

  #trigger(name: string, value: unknown): void {
    if (this.#ports.hasTriggers()) this.changes.trigger(name, value);
    else
      console.warn(
        `component “${this.#source.label}”: in a form nothing is triggered, so “${name}” is left out`,
      );
  }

  /** Say something for the component, unless it is over. */
  #say(say: () => void): void {
    if (this.#isOver) return;
    try {
      say();
      if (this.#isRefused) this.#heal();
    } catch (problem) {
      this.#refuse(problem);
    }
  }

  /** Tell that a value was refused. What is said in the same go does not take that back. */
  #refuse(problem: unknown): void {
    this.#fail("", problem);
    queueMicrotask(() => {
      this.#isRefused = true;
    });
  }

  /** Tell that all is well, but for what stays wrong. */
  #heal(): void {
    this.#isRefused = false;
    this.#ports.tell(this.#flaw);
  }

  /** Take what its function has returned: what cleans up in the end, or a promise of it. */
  #take(returned: unknown): void {
    this.#cleanUp = returned ?? this.#cleanUp;
    if (returned instanceof Promise)
      returned.catch((problem: unknown) => this.#isOver || this.#fail("", problem));
  }

  #runCleanUp(): void {
    const cleanUp = this.#cleanUp;
    this.#cleanUp = null;
    const clean = (each: unknown) => {
      if (typeof each !== "function") return;
      try {
        (each as () => void)();
      } catch (problem) {
        this.#fail("it could not clean up", problem);
      }
    };
    if (cleanUp instanceof Promise) cleanUp.then(clean, () => {});
    else clean(cleanUp);
  }

  #fail(what: string, problem: unknown): void {
    console.error(problem);
    this.#isRefused = false;
    this.#ports.tell([what, wordsOf(problem)].filter(Boolean).join(": "));
  }
}
