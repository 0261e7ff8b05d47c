/** The colours of a diagram: those of the page, as Mermaid computes with them. */

import { partsOf, withColors } from "../colors";

/** Colours for what is told apart by colour, in this order. */
const HUES = ["blue", "green", "orange", "violet", "red", "yellow", "gray"];

/** How much of a hue stays over the background, in percent, so that text on it can be read. */
const LIGHT = 55;
const DARK = 35;

/** What the theme of Mermaid is made of; the rest follows from these. */
export type Palette = Record<string, string | boolean | Record<string, string>>;

/** Return the colours as they are now where `box` is. */
export function paletteAt(box: Element): Palette {
  return withColors(box, (read, compute, isForced) => {
    const token = (name: string) => toHex(read(name));
    const isDark = luminance(token("background")) < luminance(token("text"));
    const share = isForced ? 100 : isDark ? DARK : LIGHT;
    const hues = HUES.map((name) =>
      toHex(compute(`color-mix(in srgb, ${token(name)} ${share}%, ${token("background")})`)),
    );
    const onHue = token(isForced ? "background" : "text");
    return {
      ...themeOf(token, isDark),
      ...tasksOf(token),
      ...scalesOf(hues, onHue, token("control-border")),
      xyChart: xyChartOf(token),
      pieTitleTextColor: token("text"),
      pieLegendTextColor: token("text"),
      pieSectionTextColor: onHue,
      pieStrokeColor: token("background"),
      pieOuterStrokeColor: token("border"),
      pieOpacity: "1",
    };
  });
}

function themeOf(token: (name: string) => string, darkMode: boolean): Palette {
  const text = token("text");
  const line = token("muted-text");
  const border = token("control-border");
  const fill = token("secondary-background");
  const background = token("background");
  return {
    darkMode,
    background,
    primaryColor: fill,
    primaryTextColor: text,
    primaryBorderColor: border,
    secondaryColor: fill,
    secondaryTextColor: text,
    secondaryBorderColor: border,
    tertiaryColor: background,
    tertiaryTextColor: text,
    tertiaryBorderColor: token("border"),
    lineColor: line,
    textColor: text,
    titleColor: text,
    edgeLabelBackground: background,
    noteBkgColor: token("yellow-background"),
    noteTextColor: text,
    noteBorderColor: border,
    fontSize: "14px",
  };
}

function tasksOf(token: (name: string) => string): Palette {
  const colors: Palette = {
    gridColor: token("border"),
    todayLineColor: token("red"),
    sectionBkgColor: token("secondary-background"),
    altSectionBkgColor: token("background"),
    sectionBkgColor2: token("secondary-background"),
    taskBkgColor: token("secondary-background"),
    taskBorderColor: token("control-border"),
    activeTaskBkgColor: token("blue-background"),
    activeTaskBorderColor: token("blue"),
    doneTaskBkgColor: token("gray-background"),
    doneTaskBorderColor: token("gray"),
    critBkgColor: token("red-background"),
    critBorderColor: token("red"),
  };
  for (const place of ["", "Light", "Dark", "Outside"]) {
    colors[`taskText${place}Color`] = token("text");
  }
  return colors;
}

/** Return the numbered colours, which each type of diagram has under a name of its own. */
function scalesOf(hues: string[], onHue: string, line: string): Palette {
  const scales: Palette = {};
  for (let index = 0; index < 12; index++) {
    const color = hues[index % hues.length]!;
    scales[`pie${index + 1}`] = color;
    scales[`cScale${index}`] = color;
    scales[`cScaleLabel${index}`] = onHue;
    scales[`cScalePeer${index}`] = line;
    scales[`cScaleInv${index}`] = line;
    scales[`git${index}`] = color;
    scales[`gitBranchLabel${index}`] = onHue;
    scales[`fillType${index}`] = color;
  }
  return scales;
}

function xyChartOf(token: (name: string) => string): Record<string, string> {
  const colors: Record<string, string> = {
    plotColorPalette: HUES.map(token).join(),
    backgroundColor: token("background"),
    titleColor: token("text"),
    dataLabelColor: token("text"),
  };
  for (const axis of ["xAxis", "yAxis"]) {
    colors[`${axis}TitleColor`] = token("text");
    colors[`${axis}LabelColor`] = token("text");
    colors[`${axis}TickColor`] = token("muted-text");
    colors[`${axis}LineColor`] = token("muted-text");
  }
  return colors;
}

/** Return a computed colour in hexadecimal: it is one of `rgb(16, 20, 26)`. */
function toHex(color: string): string {
  const bytes = partsOf(color).slice(0, 3);
  return `#${bytes.map((each) => Math.round(each).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.3 * red! + 0.59 * green! + 0.11 * blue!;
}
