/** Loading: a figure with its files, and the build of Plotly that draws it. */

import { useEffect, useRef, useState } from "react";

import { insist } from "../../registry";
import { NOT_LOADED } from "../chart";
import { figureOf, type Figure, type Known } from "./figure";
import { buildOf, loadPlotly, type Plotly } from "./library";

interface Source {
  figure: Uint8Array | null;
  file: string | null;
  arrays: readonly string[];
}

export interface Loaded {
  /** The newest figure that is all there. */
  figure: Figure | null;
  plotly: Plotly | null;
  /** What is wrong. */
  problem: string | null;
}

const NONE: Loaded = { figure: null, plotly: null, problem: null };

/** Return a figure as soon as all of it is there; until then, the one before. */
export function useFigure({ figure: inline, file, arrays }: Source): Loaded {
  const [loaded, setLoaded] = useState(NONE);
  const known = useRef<Known>(new Map());
  const [source, setSource] = useState<Source>({ figure: inline, file, arrays });
  // Told again, as after a break, it is the same.
  if (!isSame(source, inline, file, arrays)) setSource({ figure: inline, file, arrays });
  useEffect(() => {
    const control = new AbortController();
    const task = async (): Promise<Loaded> => {
      try {
        const figure = await read(source, known.current, control.signal);
        return { figure, plotly: await loadPlotly(buildOf(figure)), problem: null };
      } catch (error) {
        if (error instanceof Broken) return { ...NONE, problem: error.message };
        throw error;
      }
    };
    const stop = insist(task, setLoaded, () =>
      setLoaded((before) => (before.figure ? before : { ...NONE, problem: NOT_LOADED })),
    );
    return () => {
      stop();
      control.abort();
    };
  }, [source]);
  return loaded;
}

function isSame(
  { figure, file, arrays }: Source,
  inline: Uint8Array | null,
  nextFile: string | null,
  next: readonly string[],
): boolean {
  if (file !== nextFile || arrays.join() !== next.join()) return false;
  if (figure === inline || figure === null || inline === null) return figure === inline;
  return figure.length === inline.length && figure.every((byte, place) => byte === inline[place]);
}

/** A figure that cannot be read, however often it is loaded. */
class Broken extends Error {}

async function read(source: Source, known: Known, signal: AbortSignal): Promise<Figure> {
  const { figure, file, arrays } = source;
  const isKnown = (name: string) => [...known.keys()].some((each) => each.startsWith(`${name} `));
  const needed = [...(file ? [file] : []), ...arrays.filter((each) => !isKnown(each))];
  const bytes = new Map(
    await Promise.all(needed.map(async (name) => [name, await fetched(name, signal)] as const)),
  );
  try {
    return figureOf(figure ?? bytes.get(file!)!, arrays, (name) => bytes.get(name)!, known);
  } catch (error) {
    throw new Broken(`The figure cannot be read: ${(error as Error).message}`);
  }
}

async function fetched(file: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(file, { signal });
  if (!response.ok) throw new Error(`the chart cannot be loaded: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
