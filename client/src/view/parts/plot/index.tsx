/** Plot: lines, areas, bars or points, with a legend, drawn by ECharts. */

import "./plot.css";

import { useCallback, useEffect, useMemo, useState } from "react";

import { useKept } from "../../kept";
import { ChartFrame, useHost } from "../chart";
import type { Palette } from "../chart/palette";
import { useEChart, type Chart } from "../echarts";
import { ToolbarButton } from "../toolbar_button";
import { endsOf, type Span } from "./axes";
import { colorsOf } from "./colors";
import { useDetail } from "./detail";
import { Legend, Shades } from "./legend";
import { latest } from "./latest";
import { layersOf, optionOf, seriesOf, tooltipOf, type Look } from "./option";
import { rangeOf, usePoints } from "./points";
import { pictureOf } from "./picture";
import { summaryOf } from "./summary";
import type { Plan, PlotFacts, PlotProps } from "./types";
import { ALL, KEYS, useZoom } from "./zoom";

const RESET = "M4 4v6h6M4.500 10a8 8 0 1 1-.5 4";
const REPLACED = ["series"];
const SHOWN: number[] = [];

interface PlotViewProps extends Partial<Plan> {
  id: string;
  kind: Plan["kind"];
  props: PlotProps;
}

/** Draw it. */
export function PlotView({ id, props, kind, ...rest }: PlotViewProps) {
  const { stack = "side", horizontal = false, size = null } = rest;
  const plan = useMemo<Plan>(
    () => ({ kind, stack, horizontal, size }),
    [kind, stack, horizontal, size],
  );
  const { x, y, series, shade } = props;
  const facts = useMemo<PlotFacts>(() => ({ x, y, series, shade }), [x, y, series, shade]);
  const host = useHost();
  const { lines: sample, problem } = usePoints(props.points, props.series);
  const [kept, setHidden] = useKept(`${id} hidden`, SHOWN);
  const hidden = useMemo(() => new Set(kept.filter((at) => at < series.length)), [kept, series]);
  const zoom = useZoom(host);
  const extent = useMemo(() => sample && rangeOf(sample.map(({ x }) => x)), [sample]);
  const sight = useMemo(() => sightOf(zoom.part, extent), [zoom.part, extent]);
  const lines = useDetail(props, sample, sight);
  const layers = useMemo(() => lines && layersOf(lines, hidden, plan), [lines, hidden, plan]);
  const [colors, setColors] = useState<Colors>(NO_COLORS);
  const [make] = useState(() => ({
    look: latest(lookOf),
    series: latest(seriesOf),
    tooltip: latest(tooltipOf),
    colors: latest(colorsOf),
  }));
  const option = useCallback(
    (palette: Palette, chart: Chart) => {
      const own = make.colors(host, facts.series, palette);
      const look = make.look(facts, plan, lines!, own, palette);
      const view = {
        width: chart.getWidth(),
        height: chart.getHeight(),
        sight,
        part: zoom.part,
        isFocused: zoom.isFocused,
      };
      setColors((last) => (last.own === own ? last : { own, scale: palette.scale.slice(2) }));
      return {
        ...optionOf(look, view, layers!),
        series: make.series(look, layers!),
        tooltip: make.tooltip(look),
      };
    },
    [host, facts, plan, lines, layers, sight, zoom.part, zoom.isFocused, make],
  );
  const drawn = useEChart(host, {
    option: layers ? option : null,
    replace: REPLACED,
    begin: zoom.watch,
  });
  const summary = useMemo(() => summaryOf(kind, props, sample), [kind, props, sample]);
  const label = props.alt || summary;
  useEffect(() => name(host, label), [host, label]);
  const isEmpty = sample !== null && extent === null;
  const isNamed = props.series.some((each) => each.name);
  return (
    <ChartFrame
      id={id}
      name="stVegaLiteChart"
      label={label}
      height={props.height}
      room={props.room}
      host={host}
      isReady={drawn.isReady}
      problem={problem ?? drawn.problem}
      picture={drawn.chart && (() => pictureOf(drawn.chart!, host, props.series, colors.own))}
      data={props.frame}
      canExport={props.can_export}
      tools={
        zoom.part.end - zoom.part.start < 99.9 && (
          <ToolbarButton
            label="Reset zoom"
            of={label}
            icon={RESET}
            onClick={() => zoom.show(ALL)}
          />
        )
      }
    >
      {isEmpty && <p className="st-plot-empty">There is no data to draw</p>}
      {props.shade !== null && sample && (
        <Shade props={props} scale={colors.scale} sample={sample} />
      )}
      {isNamed && props.series.length > 1 && (
        <Legend
          kind={kind}
          label={label}
          series={props.series}
          colors={colors.own}
          hidden={hidden}
          hide={(next) => setHidden(next.size > 0 ? [...next] : null)}
        />
      )}
      {props.left_out && <p className="st-plot-note">{`Only ${props.left_out}`}</p>}
    </ChartFrame>
  );
}

interface Colors {
  readonly own: readonly string[];
  readonly scale: readonly string[];
}

const NO_COLORS: Colors = { own: [], scale: [] };

interface ShadeProps {
  props: PlotProps;
  scale: readonly string[];
  sample: Look["lines"];
}

function Shade({ props, scale, sample }: ShadeProps) {
  const range = rangeOf(sample.flatMap(({ shade }) => (shade ? [shade] : [])));
  if (!range) return null;
  const [low, high] = endsOf(range);
  return <Shades name={props.shade ?? ""} low={low} high={high} scale={scale} />;
}

function lookOf(
  props: PlotFacts,
  plan: Plan,
  lines: Look["lines"],
  colors: readonly string[],
  palette: Palette,
): Look {
  return { props, plan, lines, colors, palette };
}

/** Return what of an axis is in sight; null for all. */
function sightOf({ start, end }: { start: number; end: number }, extent: Span | null): Span | null {
  if (!extent || end - start >= 99.9) return null;
  const at = (part: number) => extent[0] + ((extent[1] - extent[0]) * part) / 100;
  return [at(start), at(end)];
}

/** Say what a chart is to who cannot see it. */
function name(host: HTMLElement, label: string): void {
  host.setAttribute("role", "application");
  host.setAttribute("aria-roledescription", "chart");
  host.setAttribute("aria-label", label);
  host.setAttribute("aria-keyshortcuts", KEYS);
}
