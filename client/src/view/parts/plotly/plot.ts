/** Plot: one figure in the page, for as long as it is there. */

import type { Palette } from "../chart/palette";
import { painted } from "../chart/sheet";
import { copyOf, type Figure, type Layout, type Trace } from "./figure";
import { openLegend } from "./keys";
import { typeOf, type Plotly } from "./library";
import { NOTHING, select, selectedOf, type Selected, type SelectionEvent } from "./selection";
import { inTheme } from "./template";

export type Mode = "points" | "box" | "lasso";

/** How much finer a picture is than on a plain screen. */
const SCALE = 2;

/** How a figure is to be drawn. */
export interface Look {
  figure: Figure;
  /** The colours of the page; null for Plotly's. */
  palette: Palette | null;
  modes: readonly Mode[];
  selects: boolean;
  config: Readonly<Record<string, unknown>>;
  selected: Selected;
}

export interface Listener {
  select(selected: Selected, count: number): void;
  /** It has been drawn again, by whatever. */
  drawn(): void;
  fail(error: Error, figure: Figure): void;
}

/** The element that Plotly draws in, with what it puts there. */
interface Host extends HTMLElement {
  on?(name: string, listener: (event?: SelectionEvent) => void): void;
  layout?: { selections?: readonly unknown[] };
}

/** A figure that is drawn, and drawn again where something has changed. */
export class Plot {
  #plotly: Plotly | null = null;
  #next: { plotly: Plotly; look: Look } | null = null;
  #isResized = false;
  #isBusy = false;
  #isGone = false;
  #listens = false;
  #isHeld = false;
  #isDrawing = false;
  #draws = 0;
  #size = { width: 700, height: 450 };
  /** What is shown as selected; null if Plotly shows more than that. */
  #shown: Selected | null = NOTHING;
  /** What is known to be selected. */
  #told: Selected = NOTHING;

  #listener: Listener | null = null;

  constructor(readonly host: HTMLElement) {}

  /** The library that has drawn it; null until then. */
  get plotly(): Plotly | null {
    return this.#plotly;
  }

  /** Tell somebody else of what happens from now on. */
  follow(listener: Listener): void {
    this.#listener = listener;
  }

  /** Draw a figure, or what has changed of it; what somebody has zoomed or hidden stays. */
  draw(plotly: Plotly, look: Look): void {
    this.#next = { plotly, look };
    void this.#work();
  }

  /** Draw nothing while somebody holds it; what has come meanwhile, once they do not. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    void this.#work();
  }

  /** Return whether it shows that this is selected: then nothing is to be drawn. */
  shows(selected: Selected): boolean {
    return this.#shown !== null && isSame(selected, this.#shown);
  }

  /** Have it be as large as its box. */
  resize(): void {
    this.#isResized = this.#plotly !== null;
    void this.#work();
  }

  /** Return a picture of it, on the ground of the page. */
  async picture(ground: string): Promise<HTMLCanvasElement | null> {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (!this.#plotly) return null;
    const size = { width, height, scale: SCALE };
    const address = await this.#plotly.toImage(this.host, { format: "png", ...size });
    return painted(address, width * SCALE, height * SCALE, ground);
  }

  /** Give back all that it holds. */
  end(): void {
    this.#isGone = true;
    this.#clear();
  }

  #clear(): void {
    this.#listens = false;
    this.#plotly?.purge(this.host);
    this.#plotly = null;
  }

  /** Do what is to be done, one after the other: of several figures, the last is enough. */
  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (!this.#isGone && !this.#isHeld && (this.#next || this.#isResized)) {
        const next = this.#next;
        this.#next = null;
        this.#isResized = false;
        await (next ? this.#draw(next.plotly, next.look) : this.#fit());
      }
    } finally {
      this.#isBusy = false;
    }
  }

  async #draw(plotly: Plotly, look: Look): Promise<void> {
    if (this.#plotly && this.#plotly !== plotly) this.#clear();
    this.#plotly = plotly;
    this.#shown = this.#told = look.selected;
    this.#isDrawing = true;
    try {
      await plotly.react(this.host, this.#figureOf(look));
    } catch (error) {
      // What it has left behind is no ground for the next figure.
      this.#clear();
      if (!this.#isGone) this.#listener?.fail(error as Error, look.figure);
      return;
    } finally {
      this.#isDrawing = false;
    }
    if (this.#isGone) return plotly.purge(this.host);
    this.#listen();
    this.#tell();
    this.#isResized = true; // its box may have changed meanwhile
  }

  async #fit(): Promise<void> {
    const { clientWidth: width, clientHeight: height } = this.host;
    const isSame = width === this.#size.width && height === this.#size.height;
    if (!this.#plotly || !width || !height || isSame) return;
    this.#size = { width, height };
    await this.#plotly.relayout(this.host, { width, height });
  }

  #figureOf(look: Look) {
    const { figure, palette, modes, selects, selected } = look;
    const data = figure.data.map((trace) => copyOf(trace));
    const layout = copyOf(figure.layout);
    if (palette) inTheme(data, layout, palette);
    if (selects) {
      select(data, layout, selected);
      layout["clickmode"] ??= modes.includes("points") ? "event+select" : "event";
    }
    layout["dragmode"] ??= dragModeOf(modes);
    layout["uirevision"] ??= likenessOf(figure);
    // What is selected is what the server knows, and what was sent to it.
    layout["selectionrevision"] = ++this.#draws;
    const { clientWidth: width, clientHeight: height } = this.host;
    // Unseen, as it is while the data is shown, it keeps its size.
    if (width && height) this.#size = { width, height };
    Object.assign(layout, this.#size, { autosize: false });
    const { frames } = figure;
    return { data, layout, config: configOf(look), ...(frames ? { frames: copyOf(frames) } : {}) };
  }

  #listen(): void {
    const host = this.host as Host;
    if (this.#listens || this.#isGone) return;
    this.#listens = true;
    const change = (selected: Selected, count = 0) => {
      // While it draws anew, Plotly tells that what was selected before no longer is.
      if ((this.#isDrawing && isSame(selected, NOTHING)) || isSame(selected, this.#told)) return;
      this.#told = selected;
      // What waits to be drawn was asked for before.
      if (this.#next) this.#next.look = { ...this.#next.look, selected };
      // After a click, the outlines of what was selected before are still there.
      const outlines = this.#outlines();
      this.#shown = outlines === selected.box.length + selected.lasso.length ? selected : null;
      this.#listener?.select(selected, count);
    };
    host.on?.("plotly_selected", (event) => change(selectedOf(event), event?.points?.length ?? 0));
    host.on?.("plotly_deselect", () => change(NOTHING));
    host.on?.("plotly_doubleclick", () => change(NOTHING));
    host.on?.("plotly_afterplot", () => this.#tell());
    host.on?.("plotly_relayout", () => this.#tell());
  }

  #outlines(): number {
    return (this.host as Host).layout?.selections?.length ?? 0;
  }

  #tell(): void {
    if (this.#isGone) return;
    openLegend(this.host);
    this.#listener?.drawn();
  }
}

function isSame(one: Selected, other: Selected): boolean {
  if (one === other) return true;
  return one.points.length === other.points.length && JSON.stringify(one) === JSON.stringify(other);
}

/** Where pages are scrolled by a finger, a chart is not to hold it; else it is moved. */
function dragModeOf(modes: readonly Mode[]): string | false {
  if (modes.length > 0 && !modes.includes("points"))
    return modes.includes("box") ? "select" : "lasso";
  return matchMedia("(pointer: coarse)").matches ? false : "pan";
}

/** Return what figures have in common that are one and the same to who looks at them. */
function likenessOf({ data, layout }: Figure): string {
  const titles = Object.entries(layout).map(([name, value]) => {
    const title = name === "title" ? value : (value as Layout | null)?.["title"];
    return title ? [name, title] : [];
  });
  const traces = data.map((trace: Trace) => [typeOf(trace), trace["name"]]);
  return JSON.stringify([traces.slice(0, 100), titles]);
}

/** What the page's toolbar has, or another button does as well. */
const SPARE = ["toImage", "sendChartToCloud", "autoScale2d"];

function configOf({ config, modes }: Look): object {
  const { modeBarButtonsToRemove: removed, ...rest } = config as {
    modeBarButtonsToRemove?: unknown[];
  };
  const unused = [
    ...(modes.includes("box") ? [] : ["select2d"]),
    ...(modes.includes("lasso") ? [] : ["lasso2d"]),
  ];
  return {
    locale: "en",
    displayModeBar: true,
    showTips: false,
    doubleClickDelay: 300,
    ...rest,
    responsive: false,
    displaylogo: false,
    showSendToCloud: false,
    showLink: false,
    modeBarButtonsToRemove: [...(Array.isArray(removed) ? removed : []), ...unused, ...SPARE],
  };
}
