/** Template: how a figure looks where its script has not said so: as the page does. */

import type { Palette } from "../chart/palette";
import type { Layout, Trace } from "./figure";

/** The colours that figures have of Plotly Express if nobody has chosen others. */
const USUAL = [
  ...["#636efa", "#ef553b", "#00cc96", "#ab63fa", "#ffa15a"],
  ...["#19d3f3", "#ff6692", "#b6e880", "#ff97ff", "#fecb52"],
];

/** The colours of its scale. */
const USUAL_SCALE = ["#0d0887", "#46039f", "#7201a8", "#9c179e", "#bd3786"];

/** From where a scene is seen: from Plotly's own place its corners are cut off. */
const FAR = { x: 1.45, y: 1.45, z: 1.2 };

/** Where traces have colours. */
const COLORED = new Set([
  "color",
  "colors",
  "fillcolor",
  "marker",
  "line",
  "increasing",
  "decreasing",
]);

/** Return a figure's layout and traces in the colours of the page; it writes to both. */
export function inTheme(data: Trace[], layout: Layout, palette: Palette): void {
  const theirs = layout["template"];
  const ours = templateOf(palette);
  if (theirs === "plotly") {
    for (const trace of data) recolor(trace, palette.categories);
    for (const [name, axis] of Object.entries(layout))
      if (name.startsWith("coloraxis")) dropUsualScale(axis);
    layout["template"] = ours;
  } else if (isObject(theirs)) {
    // Its own colours stay, on the page's ground.
    const own = isObject(theirs["layout"]) ? theirs["layout"] : {};
    const { colorway, colorscale, ...rest } = ours.layout;
    layout["template"] = {
      ...theirs,
      layout: merged({ colorway, colorscale, ...own }, rest),
    };
  } else layout["template"] = ours;
}

function recolor(part: Record<string, unknown>, categories: readonly string[]): void {
  const ours = (color: unknown): unknown => {
    if (typeof color !== "string") return color;
    // What stands beside a scale has its first color.
    const known = color.toLowerCase();
    const place = known === USUAL_SCALE[0] ? 0 : USUAL.indexOf(known);
    return place < 0 ? color : categories[place % categories.length];
  };
  for (const [name, value] of Object.entries(part)) {
    if (!COLORED.has(name)) continue;
    if (typeof value === "string") part[name] = ours(value);
    else if (Array.isArray(value)) {
      if (value.some((each) => ours(each) !== each)) part[name] = value.map(ours);
    } else if (isObject(value)) recolor(value, categories);
  }
}

function dropUsualScale(axis: unknown): void {
  if (!isObject(axis) || !Array.isArray(axis["colorscale"])) return;
  const colors = (axis["colorscale"] as unknown[][]).map((step) => String(step[1]).toLowerCase());
  if (USUAL_SCALE.every((each, place) => colors[place] === each)) delete axis["colorscale"];
}

function templateOf(palette: Palette) {
  const { text, muted, border, background, raised, primary, categories } = palette;
  const small = { color: muted, size: 12 };
  const title = { font: { color: muted, size: 13 } };
  const scale = steps(palette.scale);
  const axis = {
    gridcolor: border,
    linecolor: border,
    tickcolor: border,
    zerolinecolor: border,
    tickfont: small,
    title: { ...title, standoff: 16 },
    automargin: true,
    minor: { gridcolor: border },
  };
  const colorbar = {
    thickness: 14,
    outlinewidth: 0,
    ticks: "",
    tickfont: small,
    title,
    bgcolor: "rgba(0,0,0,0)",
  };
  const sheet = { bgcolor: "rgba(0,0,0,0)" };
  const scene = { ...axis, showbackground: false };
  const veil = palette.isDark ? "rgba(255,255,255,0.2)" : "rgba(0,0,0,0.15)";
  const [first, , third, , fifth] = categories;
  const scaled = { colorbar, colorscale: scale };
  const edge = { marker: { line: { color: background, width: 0.5 }, colorbar } };
  const slice = { marker: { line: { color: background, width: 1 } }, textfont: { size: 13 } };
  const gain = { increasing: { line: { color: third } }, decreasing: { line: { color: fifth } } };
  const bars = {
    increasing: { marker: { color: third } },
    decreasing: { marker: { color: fifth } },
    totals: { marker: { color: first } },
    connector: { line: { color: muted, width: 1 } },
  };
  return {
    data: {
      bar: [edge],
      barpolar: [edge],
      histogram: [edge],
      scatter: [{ marker: { colorbar } }],
      pie: [slice],
      funnelarea: [slice],
      sunburst: [slice],
      treemap: [slice],
      icicle: [slice],
      heatmap: [scaled],
      histogram2d: [scaled],
      histogram2dcontour: [scaled],
      contour: [scaled],
      surface: [scaled],
      choropleth: [{ ...scaled, marker: { line: { color: background, width: 0.5 } } }],
      candlestick: [gain],
      ohlc: [gain],
      waterfall: [bars],
      indicator: [
        {
          number: { font: { color: text } },
          gauge: { bar: { color: first }, bgcolor: "rgba(0,0,0,0)", bordercolor: border },
        },
      ],
      sankey: [{ node: { line: { width: 0 } }, link: { color: veil }, textfont: { color: text } }],
      parcoords: [
        { line: { colorbar }, labelfont: { color: text }, tickfont: small, rangefont: small },
      ],
      table: [
        {
          header: {
            fill: { color: raised },
            line: { color: border },
            font: { color: muted },
          },
          cells: { fill: { color: background }, line: { color: border }, font: { color: text } },
        },
      ],
    },
    layout: {
      font: { family: palette.font, color: text, size: 12 },
      title: { font: { size: 16, color: text }, x: 0, xref: "paper", xanchor: "left" },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      colorway: [...categories],
      colorscale: {
        sequential: scale,
        sequentialminus: steps([...palette.scale].reverse()),
        diverging: steps(palette.diverging),
      },
      coloraxis: { colorbar, colorscale: scale },
      xaxis: { ...axis, showgrid: false, zeroline: false, rangeselector: selector(palette) },
      yaxis: axis,
      polar: { ...sheet, angularaxis: axis, radialaxis: axis },
      ternary: { ...sheet, aaxis: axis, baxis: axis, caxis: axis },
      smith: { ...sheet, realaxis: axis, imaginaryaxis: axis },
      scene: { xaxis: scene, yaxis: scene, zaxis: scene, camera: { eye: FAR } },
      geo: {
        ...sheet,
        landcolor: raised,
        showland: true,
        lakecolor: background,
        oceancolor: background,
        subunitcolor: border,
        countrycolor: border,
        coastlinecolor: border,
        framecolor: border,
        showlakes: false,
        lataxis: { gridcolor: border, showgrid: true },
        lonaxis: { gridcolor: border, showgrid: true },
      },
      legend: { font: { size: 12, color: text }, title: { font: { size: 12, color: muted } } },
      hoverlabel: {
        bgcolor: raised,
        bordercolor: border,
        font: { family: palette.font, color: text, size: 13 },
        align: "left",
      },
      annotationdefaults: { arrowcolor: muted, font: { color: text } },
      shapedefaults: { line: { color: muted } },
      newselection: { line: { color: primary, width: 1.5, dash: "solid" } },
      activeselection: { fillcolor: primary, opacity: 0.15 },
      modebar: { bgcolor: "rgba(0,0,0,0)" },
      margin: { l: 48, r: 16, t: 48, b: 48, pad: 4 },
      updatemenudefaults: { bgcolor: raised, bordercolor: border, font: { color: text } },
      sliderdefaults: { bgcolor: border, bordercolor: border, tickcolor: muted, font: small },
    },
  };
}

function selector({ raised, border, text, primary }: Palette) {
  return {
    bgcolor: raised,
    activecolor: primary,
    bordercolor: border,
    borderwidth: 1,
    font: { color: text },
  };
}

function steps(colors: readonly string[]): [number, string][] {
  return colors.map((color, place) => [place / (colors.length - 1), color]);
}

function merged(under: Record<string, unknown>, over: Record<string, unknown>) {
  const result = { ...under };
  for (const [name, value] of Object.entries(over)) {
    const below = result[name];
    result[name] = isObject(below) && isObject(value) ? merged(below, value) : value;
  }
  return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value)
  );
}
