/** Plotly: a figure of Plotly as a chart of the page. */

import "./plotly.css";

import { useEffect, useMemo, useRef, useState } from "react";

import type { PlotlyChart } from "../../../core/wire.gen";
import { ChartFrame, useHost, useSize } from "../chart";
import { followHolds } from "../chart/held";
import { paletteAt } from "../chart/palette";
import { useColors } from "../page_colors";
import { PlotTools, toolsOf, type Tool } from "./bar";
import type { Figure } from "./figure";
import { pressLegend } from "./keys";
import { typeOf } from "./library";
import { useFigure } from "./loading";
import { Plot } from "./plot";
import { PointWalk } from "./points";
import { MOST, NOTHING, type Selected } from "./selection";
import { describe, tableOf } from "./words";

/** Its width in pixels if neither the script nor the figure says it. */
const USUAL_WIDTH = 700;

/** How long it takes Plotly to tell what was selected by a drag, in ms. */
const SETTLED = 120;

/** Traces that lie on maps of the web. */
const ON_MAPS = /^(scatter|choropleth|density)map(box)?$/;

interface PlotlyFrameProps {
  id: string;
  props: PlotlyChart;
  value: Selected | null;
  setValue(value: Selected): void;
}

/** Draw it. */
export function PlotlyFrame({ id, props, value, setValue }: PlotlyFrameProps) {
  const host = useHost();
  const { figure, plotly, problem: broken } = useFigure(props);
  const colors = useColors();
  const [isReady, setReady] = useState(false);
  const [failed, setFailed] = useState<{ figure: Figure; message: string } | null>(null);
  const size = useSize(host);
  const isSeen = size.width > 0;
  const [tools, setTools] = useState<readonly Tool[]>([]);
  const [count, setCount] = useState(0);
  const [plot] = useState(() => new Plot(host));
  const selected = value ?? NOTHING;
  const { has_theme: hasTheme, selects, modes, config } = props;
  const isChosen = selected.points.length + selected.box.length + selected.lasso.length > 0;
  const [words, say] = useState("");
  const [walk] = useState(() => new PointWalk(host));
  useEffect(
    () =>
      walk.follow({
        plotly: () => plot.plotly,
        say,
        select: selects && modes.includes("points") ? setValue : null,
        clear: selects && isChosen ? () => setValue(NOTHING) : null,
      }),
    [walk, plot, selects, modes, isChosen, setValue],
  );

  useEffect(() => {
    plot.follow({
      select: (selected, points) => {
        setCount(points);
        setValue(selected);
      },
      drawn: () => {
        setReady(true);
        walk.offer();
        setTools((before) => {
          const now = toolsOf(host);
          return sameTools(before, now) ? before : now;
        });
      },
      fail: ({ message }, figure) => setFailed({ figure, message }),
    });
  }, [plot, host, walk, setValue]);
  const isForbidden = useMemo(() => (figure ? forbidden(figure) : null), [figure]);
  const look = useMemo(
    () =>
      figure && plotly && !isForbidden
        ? { figure, plotly, colors, hasTheme, selects, modes, config }
        : null,
    [figure, plotly, isForbidden, colors, hasTheme, selects, modes, config],
  );
  const drawn = useRef<typeof look>(null);
  useEffect(() => {
    if (!look || !isSeen) return;
    // Only what it does not show already is drawn: what was selected here is.
    if (look === drawn.current && plot.shows(selected)) return;
    drawn.current = look;
    const palette = look.hasTheme ? paletteAt(host.parentElement!) : null;
    plot.draw(look.plotly, { ...look, selected, palette });
  }, [look, isSeen, selected, plot, host]);
  useEffect(() => {
    host.classList.add("st-plotly-host");
    host.addEventListener("keydown", pressLegend);
    const stop = followHolds(host, (isHeld) => plot.hold(isHeld), SETTLED);
    return () => {
      host.removeEventListener("keydown", pressLegend);
      stop();
    };
  }, [host, plot]);
  useEffect(() => plot.resize(), [plot, size]);
  useEffect(() => () => plot.end(), [plot]);

  const failure =
    failed && failed.figure === figure ? `Plotly cannot draw this figure: ${failed.message}` : null;
  const label = props.alt ?? (figure ? describe(figure) : "Chart");
  const table = useMemo(() => (figure ? tableOf(figure) : null), [figure]);
  useEffect(() => host.setAttribute("aria-label", label), [host, label]);
  return (
    <ChartFrame
      id={id}
      name="stPlotlyChart"
      label={label}
      height={props.height}
      room={props.room}
      width={props.width === "content" ? (props.own_width ?? USUAL_WIDTH) : null}
      host={host}
      isReady={isReady}
      problem={broken ?? isForbidden ?? failure}
      picture={() => plot.picture(paletteAt(host.parentElement!).background)}
      data={table}
      canExport={props.can_export}
      clear={selects && isChosen ? () => setValue(NOTHING) : null}
      tools={config["displayModeBar"] === false ? null : <PlotTools tools={tools} of={label} />}
    >
      {count > MOST && isChosen && (
        <p className="st-plotly-note" role="status">
          {`The app is told the first ${MOST.toLocaleString()} of ${count.toLocaleString()} points.`}
        </p>
      )}
      <div className="st-hidden" role="status">
        {words}
      </div>
    </ChartFrame>
  );
}

/** Return why a figure is not drawn, if it needs what the page may not load. */
function forbidden({ data }: Figure): string | null {
  for (const trace of data) {
    const type = typeOf(trace);
    if (ON_MAPS.test(type))
      return (
        `A trace of the type ${type} lies on a map of the web, which this page may not load: ` +
        "use st.map, st.pydeck_chart, or scattergeo and choropleth of Plotly."
      );
    if (/geo$|^choropleth$/.test(type) && trace["locations"] && !trace["geojson"])
      return (
        `A trace of the type ${type} needs the outlines of its locations, which this page may ` +
        "not load: pass them as geojson, with featureidkey."
      );
  }
  return null;
}

function sameTools(before: readonly Tool[], now: readonly Tool[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ name, isOn }, place) => name === now[place]!.name && isOn === now[place]!.isOn)
  );
}
