/** ECharts chart: what a script has said in the option object of Apache ECharts. */

import { useEffect, useMemo, useRef, useState } from "react";

import type { EchartsChart } from "../core/wire.gen";
import { define } from "../view/define";
import { lazily } from "../view/lazily";
import { ChartFrame, useHost, type DataOf } from "../view/parts/chart";
import { followHolds } from "../view/parts/chart/held";
import type { DataProps } from "../view/parts/chart/lazy_data";
import { paletteAt, type Palette } from "../view/parts/chart/palette";
import { useEChart, type Chart, type Option } from "../view/parts/echarts";
import { keepArranged } from "../view/parts/option/arranged";
import { followKeys } from "../view/parts/option/keys";
import { load, needsOf, wrongIn, type Need } from "../view/parts/option/needs";
import {
  allOf,
  firstOf,
  readOption,
  sharedOf,
  withData,
  type Said,
} from "../view/parts/option/parts";
import { pictureOf } from "../view/parts/option/picture";
import { prepared, type Wish } from "../view/parts/option/prepared";
import { NOTHING, Selecting, type Choice } from "../view/parts/option/selection";
import { useTables } from "../view/parts/option/tables";
import { themeOfAll } from "../view/parts/option/theme";
import { guardWheel } from "../view/parts/option/wheel";
import { labelOf } from "../view/parts/option/words";

const USUAL_WIDTH = 700;
/** How long after a press ends its click may come, in ms: a chart drawn anew before would miss it. */
const SETTLED = 50;

const OptionData = lazily<DataProps<Said>>(
  async () => (await import("../view/parts/option/data")).OptionData,
);

type Whole = Pick<Wish, "spec" | "sources">;

export default define<EchartsChart, Choice | null>(({ id, props, value, setValue }) => {
  const { spec, renderer, alt, has_theme: hasTheme, selects } = props;
  const host = useHost();
  const said = useMemo(() => readOption(spec), [spec]);
  const { sources, problem: missing } = useTables(props.tables);
  const [words, say] = useState("");

  // What there is to know whenever the chart asks.
  const now = useRef({ value, setValue, said, selects });
  useEffect(() => {
    now.current = { value, setValue, said, selects };
  });

  const more = useMore(said, renderer);
  const selecting = useRef<Selecting | null>(null);
  const begin = useMemo(
    () => (chart: Chart) => {
      const modifiers = () => allOf(now.current.said, "dataZoom").flatMap(modifiersOf);
      const tell = (choice: Choice) => {
        if (now.current.selects) now.current.setValue(choice);
      };
      const own = new Selecting(chart, tell);
      selecting.current = own;
      host.tabIndex = 0;
      const stops = [
        guardWheel(host, modifiers),
        followKeys(host, chart, say, () => {
          const { value, selects } = now.current;
          if (selects) own.clear();
          return selects && isChosen(value);
        }),
      ];
      return () => {
        for (const stop of stops) stop();
        selecting.current = null;
      };
    },
    [host],
  );

  const amiss = useMemo(() => wrongIn(said), [said]);
  // Until its tables are there, a changed chart stays as it was.
  const [whole, setWhole] = useState<Whole | null>(null);
  if (sources && (whole?.spec !== spec || whole.sources !== sources)) setWhole({ spec, sources });
  const option = useMemo(() => {
    if (!whole || amiss) return null;
    return ({ text, isForced }: Palette) =>
      prepared({ ...whole, hasTheme, selects, alt, text, isForced });
  }, [whole, hasTheme, selects, alt, amiss]);
  // While somebody drags in it, it stays as it is: what they do would end there.
  const [isHeld, setHeld] = useState(false);
  useEffect(() => followHolds(host, setHeld, SETTLED), [host]);
  const [taken, take] = useState(() => option);
  if (!isHeld && taken !== option) take(() => option);
  const { chart, isReady, problem, size } = useEChart(host, {
    option: taken,
    hasTheme,
    renderer,
    more,
    begin,
    draw,
    theme: themeOfAll,
  });

  useEffect(() => selecting.current?.fit(), [size]);

  function draw(drawn: Chart, next: Option, last: Option | null, arranged: () => Option): void {
    if (last) keepArranged(last, next, arranged);
    drawn.setOption(next, { notMerge: true });
    selecting.current?.showAnew(now.current.value ?? NOTHING, next as Said);
  }

  useEffect(() => {
    if (isReady) selecting.current?.show(value ?? NOTHING);
  }, [isReady, value]);

  const data = useMemo(() => (hasData(said) ? dataOf(said) : null), [said]);
  const wrong = missing ?? amiss;
  return (
    <ChartFrame
      id={id}
      name="stEChartsChart"
      label={labelOf(said, alt)}
      height={props.height}
      room={props.room}
      width={props.width === "content" ? USUAL_WIDTH : null}
      host={host}
      isReady={isReady}
      problem={wrong ? `echarts_chart: ${wrong}` : problem}
      picture={chart && (() => pictureOf(chart, paletteAt(host).background))}
      data={props.tables[0]?.frame ?? data}
      canExport={props.can_export}
      clear={isChosen(value) && selects ? () => selecting.current?.clear() : null}
    >
      <div className="st-hidden" role="status">
        {words}
      </div>
    </ChartFrame>
  );
});

function isChosen(choice: Choice | null): boolean {
  return choice !== null && choice.selected.length + choice.areas.length > 0;
}

/** Whether there are values in a specification, to be seen as a table. */
function hasData(said: Said): boolean {
  const first = firstOf(said);
  return sharedOf(first) !== null || withData(first).length > 0;
}

function dataOf(said: Said): DataOf {
  return (about) => <OptionData {...about} data={said} />;
}

/** Return what loads the files that a specification needs; they only become more. */
function useMore(said: Said, renderer: string): () => Promise<unknown> {
  const needs = needsOf(said, renderer);
  const [known, setKnown] = useState<readonly Need[]>(needs);
  const all = [...new Set([...known, ...needs])];
  if (all.length > known.length) setKnown(all);
  return useMemo(() => () => load(known), [known]);
}

function modifiersOf({ zoomOnMouseWheel, moveOnMouseWheel }: Said): string[] {
  return [zoomOnMouseWheel, moveOnMouseWheel].filter((each) => typeof each === "string");
}
