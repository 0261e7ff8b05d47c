/** The theme of the grid, of the tokens of the page. */

import type { Theme } from "@glideapps/glide-data-grid";

import { HUES } from "../../frames/cells";
import { withColors } from "../colors";

export interface Palette {
  readonly theme: Partial<Theme>;
  /** Turns a color that a script has named into one that a canvas knows. */
  readonly colorOf: (name: string) => string;
  /** What a chip of this color is filled with, and written in. */
  readonly chipOf: (name: string | null) => readonly [fill: string, text: string];
  /** The line around a chip and a track whose ground is that of the page; null where none is. */
  readonly edge: string | null;
  readonly track: string;
  readonly found: string;
  readonly control: string;
  readonly onPrimary: string;
  readonly secondary: string;
}

/** Return the colours as they are now where `box` is. */
export function paletteAt(box: Element): Palette {
  return withColors(box, (token, computed, isForced) => {
    const style = getComputedStyle(box);
    const size = `${parseFloat(style.getPropertyValue("font-size")) || 14}px`;
    const hues = new Map<string, readonly [string, string, string]>(
      HUES.map((hue) => [
        hue,
        [token(hue), token(`${hue}-background`), token(`${hue}-text`)] as const,
      ]),
    );
    const primary = token("primary");
    const chip = [token("secondary-background"), token("text")] as const;
    hues.set("primary", [primary, token("primary-background"), isForced ? chip[1] : primary]);
    hues.set("grey", hues.get("gray")!);
    const own = new Map<string, string>();
    return {
      theme: themeOf(token, computed, isForced, style.fontFamily, size),
      colorOf: (name) => hues.get(name)?.[0] ?? known(own, name, primary),
      chipOf: (name) => {
        if (name === null) return chip;
        const hue = hues.get(name);
        return hue
          ? [hue[1], hue[2]]
          : [known(own, name, chip[0]), inkOn(known(own, name, chip[0]))];
      },
      edge: isForced ? token("border") : null,
      track: token("secondary-background"),
      found: token("yellow-background"),
      control: token("control-border"),
      onPrimary: token("on-primary"),
      secondary: token("secondary-background"),
    };
  });
}

function themeOf(
  token: (name: string) => string,
  computed: (color: string) => string,
  isForced: boolean,
  fontFamily: string,
  size: string,
): Partial<Theme> {
  const [primary, text, muted] = [token("primary"), token("text"), token("muted-text")];
  const plain = token("background");
  // A theme may have others for tables.
  const own = (name: string, other: string) =>
    isForced ? token(other) : computed(`var(${name}, var(--st-${other}-color))`);
  const header = own("--st-dataframe-header-background-color", "secondary-background");
  const border = own("--st-dataframe-border-color", "border");
  const heading = own("--st-dataframe-header-text-color", "muted-text");
  const hovered = computed(`color-mix(in srgb, ${muted} 12%, ${header})`);
  return {
    accentColor: primary,
    accentFg: token("on-primary"),
    accentLight: computed(`color-mix(in srgb, ${primary} 14%, ${plain})`),
    textDark: text,
    textMedium: muted,
    textLight: token("disabled-text"),
    textBubble: text,
    bgIconHeader: heading,
    fgIconHeader: header,
    textHeader: heading,
    textGroupHeader: heading,
    textHeaderSelected: token("on-primary"),
    bgCell: plain,
    bgCellMedium: header,
    bgHeader: header,
    bgHeaderHasFocus: hovered,
    bgHeaderHovered: hovered,
    bgGroupHeader: header,
    bgGroupHeaderHovered: hovered,
    bgBubble: header,
    bgBubbleSelected: plain,
    bgSearchResult: token("yellow-background"),
    borderColor: border,
    horizontalBorderColor: border,
    drilldownBorder: border,
    linkColor: token("link"),
    cellHorizontalPadding: 8,
    cellVerticalPadding: 3,
    headerFontStyle: `500 ${size}`,
    baseFontStyle: size,
    markerFontStyle: size,
    fontFamily,
    editorFontSize: size,
    lineHeight: 1.4,
    checkboxMaxSize: 18,
    resizeIndicatorColor: primary,
    roundingRadius: 4,
    bubbleHeight: 22,
    bubblePadding: 8,
    bubbleMargin: 4,
  };
}

/** Colors that the browser does not know leave the canvas as it was: another one is taken for them. */
function known(own: Map<string, string>, name: string, otherwise: string): string {
  const found = own.get(name) ?? (CSS.supports("color", name) ? name : otherwise);
  own.set(name, found);
  return found;
}

/** Return black or white, whichever can be read on a color. */
function inkOn(color: string): string {
  const probe = document.createElement("canvas").getContext("2d");
  if (!probe) return "#000";
  probe.fillStyle = color;
  const hex = String(probe.fillStyle);
  if (!hex.startsWith("#")) return "#000";
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.3 * red! + 0.59 * green! + 0.11 * blue! > 140 ? "#1c2430" : "#fff";
}
