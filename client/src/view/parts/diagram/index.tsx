/** Diagram: a picture of a text in Mermaid's language, with a toolbar. */

import { useEffect, useRef, useState, type ReactNode } from "react";

import { wordsOf } from "../../../lib/words";
import { twice } from "../../registry";
import { useColors } from "../page_colors";
import type { Draw, Drawing } from "./draw";
import { DiagramFrame } from "./frame";
import { labelOf } from "./names";
import { paletteAt } from "./palette";

/** How long a text stands still before it is said that it is none, in ms: it may be growing. */
const PATIENCE = 500;

interface DiagramProps {
  source: string;
  /** What a screen reader calls it. */
  alt?: string | null;
  canExport?: boolean;
  /** What is shown until there is a picture. */
  children: ReactNode;
}

/** Draw it. The last picture stays until the next one is there. */
export function Diagram({ source, alt = null, canExport, children }: DiagramProps) {
  const box = useRef<HTMLDivElement>(null);
  const { drawing, error } = useDrawing(source, box);
  return (
    <DiagramFrame
      box={box}
      name="stMermaidChart"
      drawing={drawing}
      label={drawing ? labelOf(drawing, alt) : ""}
      of={alt ?? undefined}
      source={source}
      canExport={canExport}
      file="mermaid-diagram"
      problem={
        error && (
          <p className="st-diagram-error" data-testid="stMermaidError" role="alert" dir="auto">
            Mermaid diagram error: {error}
          </p>
        )
      }
    >
      {children}
    </DiagramFrame>
  );
}

interface Outcome {
  drawing: Drawing | null;
  error: string | null;
}

/** Return the newest picture that there is, and what is wrong with the text if it is none. */
function useDrawing(source: string, box: { current: HTMLElement | null }): Outcome {
  const [outcome, setOutcome] = useState<Outcome>({ drawing: null, error: null });
  const colors = useColors();
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stage = stageIn(box.current!);
    const start = async () => {
      const { draw } = await load();
      return draw(source, () => (isGone ? null : paletteAt(box.current!)), stage);
    };
    const fail = (error: unknown) => {
      const message = wordsOf(error);
      timer = setTimeout(() => setOutcome({ drawing: null, error: message }), PATIENCE);
    };
    start()
      .then(
        (drawing) => isGone || setOutcome({ drawing, error: null }),
        (error: unknown) => isGone || fail(error),
      )
      .finally(() => stage.remove());
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [source, colors, box]);
  return outcome;
}

let library: Promise<{ draw: Draw }> | undefined;

/** Load what draws, once: those who wait for it are served in their order, from the top of the page. */
function load() {
  library ??= twice(() => import("./draw")).catch((error: unknown) => {
    library = undefined; // the next diagram tries again
    throw error;
  });
  return library;
}

/** Return a box to measure in, as wide as there is room. It stands in the body: here may be hidden. */
function stageIn({ clientWidth }: HTMLElement): HTMLElement {
  const stage = document.createElement("div");
  stage.className = "st-diagram-stage";
  stage.style.width = `${clientWidth || 704}px`;
  stage.ariaHidden = "true";
  document.body.append(stage);
  return stage;
}
