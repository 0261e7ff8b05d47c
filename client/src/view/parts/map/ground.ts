/** Ground: a map to move and to zoom, with a base map if there is one, and what stands on it. */

import "./map.css";

import { Map as MapLibre, setWorkerUrl, type MapOptions } from "maplibre-gl";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";

import { wordsOf } from "../../../lib/words";
import { paletteAt, type Palette } from "../chart/palette";
import { sheetOf } from "../chart/sheet";
import { BaseStyle } from "./base_style";
import { putCredits } from "./credits";
import { drawGraticule } from "./graticule";
import { scaleAt } from "./scale";

const PLUS = "M12 5v14M5 12h14";
const MINUS = "M5 12h14";

/** How near the edge of a map something is out of sight, in pixels. */
const EDGE = 12;

/** An error that says that the browser cannot draw maps. */
export class NoDrawing extends Error {}

export class Ground {
  readonly map: MapLibre;
  readonly box: HTMLElement;
  palette: Palette;

  readonly #lines: HTMLCanvasElement;
  readonly #scale: HTMLElement;
  readonly #credit: HTMLElement;
  readonly #style: BaseStyle;
  readonly #hasLines: boolean;
  readonly #buttons = new Map<HTMLElement, string>();
  #hasBase = false;
  #scheme: "light" | "dark" | null = null;
  /** The base map to show, from when on anything can be put on the map. */
  #wanted: string | null = null;
  #isBegun = false;

  /** Make a map in `host`. Throws `NoDrawing` where there is no WebGL. */
  constructor(
    host: HTMLElement,
    label: string,
    options: Partial<MapOptions> & { isFlat: boolean; hasLines?: boolean },
  ) {
    const { isFlat, hasLines = true, ...rest } = options;
    this.#hasLines = hasLines;
    this.box = part("div", "st-map");
    this.#lines = part("canvas", "st-map-lines");
    this.#lines.setAttribute("aria-hidden", "true");
    const view = part("div", "st-map-view");
    this.#scale = part("div", "st-map-scale");
    this.#credit = part("div", "st-map-credit");
    this.box.append(this.#lines, view, this.#scale, this.#credit);
    host.append(this.box);
    this.palette = paletteAt(host);
    setWorkerUrl(worker);
    try {
      this.map = new MapLibre({
        container: view,
        style: { version: 8, sources: {}, layers: [] },
        attributionControl: false,
        cooperativeGestures: true,
        fadeDuration: 0,
        maxPitch: isFlat ? 0 : 85,
        dragRotate: !isFlat,
        touchPitch: !isFlat,
        pitchWithRotate: !isFlat,
        validateStyle: false,
        ...rest,
      });
    } catch (error) {
      this.box.remove();
      throw new NoDrawing(wordsOf(error));
    }
    if (isFlat) {
      this.map.touchZoomRotate.disableRotation();
      this.map.keyboard.disableRotation();
    }
    this.box.append(this.#zoomButtons());
    this.setLabel(label);
    this.#style = new BaseStyle(this.map, (isThere, credits) => {
      this.#hasBase = isThere;
      putCredits(this.#credit, credits);
      this.#draw();
    });
    this.map.on("move", () => this.#draw());
    this.map.on("resize", () => this.#draw());
    this.map.on("load", () => {
      this.#isBegun = true;
      this.#style.show(this.#wanted);
      this.#draw();
    });
    this.#draw();
  }

  /** Say what a screen reader calls it. */
  setLabel(label: string): void {
    this.map.getCanvas().setAttribute("aria-label", label);
    for (const [button, does] of this.#buttons)
      button.setAttribute("aria-label", `${does}: ${label}`);
  }

  /** Have a place in sight, and return where it is in the box. */
  see(longitude: number, latitude: number): { x: number; y: number } {
    const { map } = this;
    const { clientWidth, clientHeight } = map.getContainer();
    const find = () => {
      // The world lies beside itself: the nearest one is meant.
      const turns = Math.round((map.getCenter().lng - longitude) / 360);
      return map.project([longitude + 360 * turns, latitude]);
    };
    let at = find();
    const isIn = (place: number, size: number) => place >= EDGE && place <= size - EDGE;
    if (!isIn(at.x, clientWidth) || !isIn(at.y, clientHeight)) {
      map.jumpTo({ center: [longitude, latitude] });
      at = find();
    }
    return at;
  }

  /** Show a base map: the address of a style, a style as JSON, or none. */
  showBase(style: string | null): void {
    this.#wanted = style;
    if (this.#isBegun) this.#style.show(style);
  }

  /** Be light or dark whatever the page is, as a base map is; null to be as the page. */
  setScheme(scheme: "light" | "dark" | null): void {
    if (scheme === this.#scheme) return;
    this.#scheme = scheme;
    this.box.style.colorScheme = scheme ?? "";
    this.recolor();
  }

  /** Read the colours of the page again. */
  recolor(): void {
    this.palette = paletteAt(this.box);
    this.#draw();
    this.map.triggerRepaint();
  }

  /** Return a picture of what is to be seen. */
  picture(above: () => readonly HTMLCanvasElement[] = () => []): Promise<HTMLCanvasElement> {
    return new Promise((resolve) => {
      this.map.once("render", () => {
        const drawn = this.map.getCanvas();
        const ground = getComputedStyle(this.box).backgroundColor;
        const [sheet, context] = sheetOf(drawn.width, drawn.height, ground);
        for (const each of [this.#lines, drawn, ...above()])
          if (each.width > 0) context.drawImage(each, 0, 0, sheet.width, sheet.height);
        const credit = this.#credit.textContent;
        if (credit) {
          context.font = `${11 * (devicePixelRatio || 1)}px ${this.palette.font}`;
          context.textAlign = "right";
          context.fillStyle = this.palette.text;
          context.fillText(credit, sheet.width - 8, sheet.height - 8);
        }
        resolve(sheet);
      });
      this.map.triggerRepaint();
    });
  }

  /** Take it away. */
  remove(): void {
    this.#style.close();
    this.map.remove();
    this.box.remove();
  }

  #draw(): void {
    if (this.#hasBase || !this.#hasLines) this.#lines.width = 0;
    else drawGraticule(this.#lines, this.map, this.palette);
    const { pixels, text } = scaleAt(this.map.getCenter().lat, this.map.getZoom());
    this.#scale.style.width = `${pixels}px`;
    this.#scale.textContent = text;
  }

  #zoomButtons(): HTMLElement {
    const group = part("div", "st-map-zoom");
    group.dataset.testid = "stDeckGlJsonChartZoomButton";
    const put = (does: string, icon: string, press: () => void) => {
      const made = button(does, icon, press);
      this.#buttons.set(made, does);
      group.append(made);
    };
    put("Zoom in", PLUS, () => this.map.zoomIn());
    put("Zoom out", MINUS, () => this.map.zoomOut());
    return group;
  }
}

function part<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function button(title: string, icon: string, press: () => void): HTMLElement {
  const element = part("button", "");
  element.type = "button";
  element.title = title;
  element.addEventListener("click", press);
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", icon);
  picture.append(path);
  element.append(picture);
  return element;
}
