/** Picture: a chart in its box, made anew only where new rows or another size are not enough. */

import { wordsOf } from "../../../lib/words";
import { followHolds } from "../chart/held";
import type * as Drawing from "./vega_library";
import type { Row } from "./rows";
import {
  inputNames,
  isSame,
  namesOf,
  NOTHING,
  selectedOf,
  withSelections,
  withWholeNames,
  type Selected,
  type Selections,
} from "./selections";
import { fitted, isWithin, measured, widened, type Size } from "./sizes";
import { boundNames, selectionsOf, type Json } from "./spec";
import type { Clock } from "./times";
import { Tooltip } from "./tooltip";

/** What a picture is to be. */
export interface Wanted {
  readonly spec: Json;
  readonly config: Json;
  readonly renderer: "canvas" | "svg";
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly clocks: (field: string) => Clock | null;
  readonly size: Size;
  /** What the script knows of selections. */
  readonly selections: Selections;
  /** What else a person has done to the chart: where it is zoomed to, what stands in its inputs. */
  readonly kept: Selections;
}

export interface Listener {
  /** A person has selected something. */
  select(selections: Selections): void;
  keep(kept: Selections): void;
  /** It is drawn, and so large. */
  drawn(width: number, height: number): void;
  fail(problem: string | null): void;
}

/** How long what follows no press stands still before it is told, in ms: a wheel, keys, hovering. */
const STILL = 150;

/** For how long after a person has done something a change is taken to be theirs, in ms. */
const OWN = 1500;

const DOINGS = [
  "pointermove",
  "pointerdown",
  "click",
  "dblclick",
  "wheel",
  "keydown",
  "input",
  "touchmove",
];

/** What a view was made of, and what is in it. */
export interface Shown {
  readonly wanted: Wanted;
  /** Its description as it was compiled. */
  readonly vega: Json;
  readonly view: Drawing.View;
  readonly stage: HTMLElement;
}

export class Picture {
  #shown: Shown | null = null;
  #next: Wanted | null = null;
  #isBusy = false;
  #isClosed = false;
  /** What was last told or taken, by the names of selections and of inputs. */
  #known: Record<string, Selected> = {};
  /** Whether a person has just done something. */
  #isDoing = false;
  #isHeld = false;
  /** Of how many presses it may not have computed yet what they lead to. */
  #settling = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #dirty = new Set<string>();
  readonly #tooltip: Tooltip;
  readonly #control = new AbortController();

  constructor(
    private readonly host: HTMLElement,
    private readonly draw: typeof Drawing,
    private readonly listener: Listener,
  ) {
    this.#tooltip = new Tooltip(host);
    const { signal } = this.#control;
    let doing: ReturnType<typeof setTimeout> | undefined;
    signal.addEventListener("abort", () => clearTimeout(doing));
    // A timer, and not the time: what the chart computes at once holds it up.
    const note = () => {
      this.#isDoing = true;
      clearTimeout(doing);
      doing = setTimeout(() => (this.#isDoing = false), OWN);
    };
    // Before the chart hears of it.
    const before = { signal, passive: true, capture: true };
    for (const each of DOINGS) host.addEventListener(each, note, before);
    const tell = () => this.#tell();
    const stop = followHolds(host, (isHeld) => {
      this.#isHeld = isHeld;
      // What was dragged is computed before the view may be another.
      if (!isHeld) void this.settle().then(() => this.#work());
    });
    signal.addEventListener("abort", stop);
    const press = () => {
      this.#settling++;
      setTimeout(() => {
        void this.settle();
        this.#settling--;
      });
    };
    for (const each of ["click", "dblclick"]) {
      host.addEventListener(each, press, before);
      host.addEventListener(each, tell, { signal });
    }
    // Before the tab is kept as it is: nothing waits then.
    addEventListener("pagehide", tell, { signal, capture: true });
    host.addEventListener("pointerleave", () => this.#tooltip.hide(), { signal });
  }

  /** Become what is wanted, once no drag goes on; of what is wanted meanwhile, the last. */
  update(wanted: Wanted): void {
    this.#next = wanted;
    void this.#work();
  }

  /** What there is to go through: null until it is drawn. */
  get shown(): Shown | null {
    return this.#shown;
  }

  /** Say something at a place in the window, as if the pointer was there; null for nothing. */
  tip(value: unknown, left = 0, top = 0): void {
    this.#tooltip.show(value, left, top);
  }

  /** Tell what somebody's doing has selected: now, and once the chart has computed all it heard. */
  async settle(): Promise<void> {
    this.#tell();
    this.#settling++;
    try {
      await this.#shown?.view.runAsync();
    } finally {
      this.#settling--;
    }
    if (!this.#isHeld) this.#tell();
  }

  /** Select nothing; where it is zoomed to stays. Tells whether anything was selected. */
  clear(): boolean {
    const { view, wanted } = this.#shown ?? {};
    const stores = (wanted ? selectionsOf(wanted.spec) : [])
      .filter(({ bind }) => bind !== "scales")
      .map(({ name }) => `${String(name)}_store`)
      .filter((store) => view!.data(store).length > 0);
    for (const store of stores) view!.data(store, []);
    void this.settle();
    return stores.length > 0;
  }

  /** Return a picture to save. */
  async picture(): Promise<HTMLCanvasElement | undefined> {
    return this.#shown?.view.toCanvas(2);
  }

  close(): void {
    this.#isClosed = true;
    this.#tell();
    this.#control.abort();
    this.#tooltip.close();
    this.#shown?.view.finalize();
    this.#shown?.stage.remove();
    this.#shown = null;
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#next && !this.#isClosed && !this.#isHeld) {
      const wanted = this.#next;
      this.#next = null;
      try {
        await this.#become(wanted);
        if (!this.#isClosed && !this.#next) this.listener.fail(null);
      } catch (error) {
        if (!this.#isClosed && !this.#next)
          this.listener.fail(`The chart cannot be drawn: ${wordsOf(error)}`);
      }
    }
    this.#isBusy = false;
  }

  async #become(wanted: Wanted): Promise<void> {
    const shown = this.#shown;
    const before = shown?.wanted;
    const isOther = Object.entries(wanted.selections).some(
      ([name, selected]) => !isSame(this.#known[name] ?? NOTHING, selected),
    );
    const isSamePicture =
      before !== undefined &&
      !isOther &&
      isSame(before.spec, wanted.spec) &&
      isSame(before.config, wanted.config) &&
      before.renderer === wanted.renderer &&
      isWithin(before.size, wanted.size);
    if (!shown || !isSamePicture) return this.#rebuild(wanted, isOther);
    this.#shown = { ...shown, wanted };
    await this.#change(shown, wanted);
  }

  /** Bring new rows and a new size into the view that there is. */
  async #change({ view, stage, wanted: before }: Shown, wanted: Wanted): Promise<void> {
    let isChanged = false;
    for (const [name, rows] of Object.entries(wanted.tables)) {
      if (before.tables[name] === rows) continue;
      this.draw.fillIn(view, name, rows);
      isChanged = true;
    }
    const { width, height } = wanted.size;
    if (before.size.width !== width || before.size.height !== height) {
      isChanged = true;
      if (wanted.size.isSingle) {
        if (wanted.size.fitsWidth) view.width(width);
        if (height !== null) view.height(height);
      }
    }
    if (!isChanged) return;
    await view.resize().runAsync();
    if (!wanted.size.isSingle && wanted.size.fitsWidth) await widened(view, stage, width);
    hideEmpty(stage);
    this.listener.drawn(...measured(stage));
  }

  /** Make another view, and show it in place of the one that there is once it is complete. */
  async #rebuild(wanted: Wanted, takesSelections: boolean): Promise<void> {
    // What has just been done is in the view that is about to go.
    this.#tell();
    const known = this.#shown
      ? { ...this.#known, ...(takesSelections ? wanted.selections : {}) }
      : { ...wanted.kept, ...chosen(wanted.selections) };
    const spec = fitted(structuredClone(wanted.spec), wanted.size);
    const names = namesOf(spec);
    let vega = this.draw.compiled(structuredClone(spec), wanted.config);
    if (names.some((name) => known[name] !== undefined)) {
      withSelections(spec, vega, known, wanted.clocks);
      vega = this.draw.compiled(structuredClone(spec), wanted.config);
      withWholeNames(vega, names);
    }
    const inputs = inputNames(spec);
    for (const signal of (vega.signals ?? []) as Json[]) {
      const value = known[String(signal.name)] as Json | undefined;
      if (inputs.includes(String(signal.name)) && value && "value" in value)
        signal.value = value.value;
    }
    const stage = document.createElement("div");
    stage.className = "st-vega-stage";
    const box = document.createElement("div");
    const form = document.createElement("form");
    form.className = "st-vega-inputs";
    form.addEventListener("submit", (event) => event.preventDefault());
    stage.append(box, form);
    stage.style.visibility = "hidden";
    this.host.append(stage);
    let failure: Error | null = null;
    let view: Drawing.View;
    try {
      view = await this.draw.viewOf(vega, wanted, box, form, {
        fail: (error) => (failure ??= error),
        tell: (_, event, __, text) =>
          event ? this.#tooltip.show(text, event.clientX, event.clientY) : this.#tooltip.hide(),
      });
      if (failure) throw failure;
    } catch (error) {
      stage.remove();
      throw error;
    }
    if (!wanted.size.isSingle && wanted.size.fitsWidth)
      await widened(view, stage, wanted.size.width);
    if (this.#isClosed || this.#isHeld) {
      view.finalize();
      stage.remove();
      // What is dragged is in the view that there is: it goes on, and this one is made anew.
      this.#next ??= wanted;
      return;
    }
    const old = this.#shown;
    stage.style.visibility = "";
    old?.stage.remove();
    old?.view.finalize();
    this.#tooltip.hide();
    this.#shown = { wanted, vega, view, stage };
    this.#known = known;
    this.#listen(view, [...names, ...inputs], boundNames(spec));
    hideEmpty(stage);
    this.listener.drawn(...measured(stage));
  }

  #listen(view: Drawing.View, names: readonly string[], bound: ReadonlySet<string>): void {
    for (const name of names) {
      const note = () => {
        // What a press or a drag leads to is a person's, however long it takes to compute; and what
        // stands in an input, however long that waits.
        const isTheirs = this.#isHeld || this.#settling > 0 || bound.has(name);
        if (!isTheirs && !this.#isDoing) return;
        this.#dirty.add(name);
        if (!this.#isHeld) this.#tellSoon();
      };
      try {
        view.addSignalListener(name, note);
      } catch {
        // It is in a part of the chart that is there many times.
      }
    }
  }

  /** What is done without a press is told when it stands still. */
  #tellSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#isHeld ? undefined : this.#tell()), STILL);
  }

  /** Tell at once what has not been told. */
  #tell(): void {
    clearTimeout(this.#timer);
    const shown = this.#shown;
    const names = [...this.#dirty];
    this.#dirty.clear();
    if (!shown || names.length === 0) return;
    const { wanted, view } = shown;
    const inputs = new Set(inputNames(wanted.spec));
    const changed: Record<string, Selected> = {};
    for (const name of names) {
      const signal: unknown = view.signal(name);
      const now = inputs.has(name) ? { value: signal } : selectedOf(signal, wanted.clocks);
      if (!isSame(this.#known[name] ?? NOTHING, now)) changed[name] = now;
    }
    if (Object.keys(changed).length === 0) return;
    this.#known = { ...this.#known, ...changed };
    const isAsked = (name: string) => name in wanted.selections;
    const [asked, others] = [Object.keys(changed).filter(isAsked), { ...this.#known }];
    if (asked.length > 0)
      this.listener.select(
        Object.fromEntries(
          Object.keys(wanted.selections).map((name) => [name, this.#known[name] ?? NOTHING]),
        ),
      );
    for (const name of Object.keys(others)) if (isAsked(name)) delete others[name];
    if (Object.keys(changed).some((name) => !isAsked(name))) this.listener.keep(others);
  }
}

/** Have marks that nothing is drawn of be none to a screen reader: they have no name. */
function hideEmpty(stage: HTMLElement): void {
  for (const each of stage.querySelectorAll('[role="graphics-symbol"]:empty:not([aria-label])'))
    each.setAttribute("aria-hidden", "true");
}

/** Leave out what is not selected: the chart may begin with a selection of its own. */
function chosen(selections: Selections): Selections {
  return Object.fromEntries(
    Object.entries(selections).filter(([, selected]) => Object.keys(selected).length > 0),
  );
}
