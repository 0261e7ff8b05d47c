/** Graphviz chart: a graph of nodes and edges. */

import "./graphviz_chart.css";

import { useEffect, useRef, useState } from "react";

import type { GraphvizChart as Props } from "../core/wire.gen";
import { wordsOf } from "../lib/words";
import { define } from "../view/define";
import { useAwaited } from "../view/lazily";
import { useKept } from "../view/kept";
import { DiagramFrame } from "../view/parts/diagram/frame";
import type { DrawnGraph } from "../view/parts/graph/finish";
import { layOut } from "../view/parts/graph/layout";
import { twice } from "../view/registry";

/** How high a graph is thought to be that was never drawn, in pixels. */
const USUAL = 192;

export default define<Props>(({ id, props }) => <Chart key={id} id={id} {...props} />);

function Chart({ id, source, engine, height, alt, can_export: canExport }: Props & { id: string }) {
  const box = useRef<HTMLDivElement>(null);
  const { drawing, error } = useGraph(source, engine);
  const [size, keepSize] = useKept(`${id} size`, [0, 0]);
  useAwaited(!drawing && error === null);
  useEffect(() => {
    // So that nothing moves when the page is loaded again.
    if (!drawing && error === null) return;
    const { width, height: upright } = box.current!.getBoundingClientRect();
    if (upright > 0) keepSize([Math.round(width), Math.round(upright)]);
  }, [drawing, error, keepSize]);
  const [across = 0, upright = 0] = size;
  const label = alt ?? drawing?.label ?? "Graph";
  return (
    <DiagramFrame
      id={id}
      box={box}
      name="stGraphVizChart"
      drawing={drawing}
      label={label}
      of={label}
      source={source}
      file="graph"
      data={drawing?.data ?? null}
      canExport={canExport}
      height={height}
      problem={
        error && (
          <p className="st-diagram-error" data-testid="stGraphVizError" role="alert" dir="auto">
            Graphviz: {error}
          </p>
        )
      }
    >
      <div
        className="stSkeleton st-graph-waiting"
        data-testid="stSkeleton"
        style={{
          width: across || undefined,
          height: typeof height === "number" ? height : upright || USUAL,
        }}
      />
    </DiagramFrame>
  );
}

interface Outcome {
  drawing: DrawnGraph | null;
  error: string | null;
}

/** Return the newest picture that there is, and what is wrong with the text if it is none. */
function useGraph(source: string, engine: string): Outcome {
  const [outcome, setOutcome] = useState<Outcome>({ drawing: null, error: null });
  useEffect(() => {
    let isGone = false;
    const draw = async () => {
      const loading = load();
      const svg = await layOut({ source, engine }, () => !isGone);
      return svg === null ? null : (await loading).finish(svg);
    };
    draw().then(
      (drawing) => isGone || setOutcome({ drawing, error: null }),
      (error: unknown) =>
        isGone ||
        setOutcome({
          drawing: null,
          error: wordsOf(error),
        }),
    );
    return () => {
      isGone = true;
    };
  }, [source, engine]);
  return outcome;
}

const load = () => twice(() => import("../view/parts/graph/finish"));
