/** How a microphone is used: recording or not, for how long, and how loud. */

import { useEffect, useRef, useState } from "react";

import { Recorder } from "./recorder";

/** Milliseconds between two looks at how loud it is. */
const EVERY = 100;
/** The last so many of these are shown. */
const MOST_LEVELS = 60;

interface Recording {
  isOn: boolean;
  /** Whether the browser still asks the person. */
  isStarting: boolean;
  seconds: number;
  levels: readonly number[];
  /** Why there is no sound, in a sentence. */
  problem: string;
  start(): Promise<void>;
  /** End, and return what was heard; null if that is nothing. */
  finish(rate: number | null): Promise<File | null>;
  cancel(): void;
}

/** Record sound; what is not finished is forgotten with the component. */
export function useRecording(): Recording {
  const recorder = useRef<Recorder | null>(null);
  const [state, setState] = useState<"off" | "starting" | "on">("off");
  const [heard, setHeard] = useState<{ seconds: number; levels: readonly number[] }>(NOTHING);
  const [problem, setProblem] = useState("");
  useEffect(() => () => recorder.current?.cancel(), []);
  useEffect(() => {
    if (state !== "on") return;
    const timer = setInterval(() => {
      const now = recorder.current;
      if (!now) return;
      setHeard(({ levels }) => ({
        seconds: now.seconds,
        levels: [...levels, now.level].slice(-MOST_LEVELS),
      }));
    }, EVERY);
    return () => clearInterval(timer);
  }, [state]);

  const end = () => {
    recorder.current = null;
    setState("off");
    setHeard(NOTHING);
  };
  return {
    isOn: state === "on",
    isStarting: state === "starting",
    seconds: heard.seconds,
    levels: heard.levels,
    problem,
    async start() {
      setProblem("");
      setState("starting");
      try {
        recorder.current = await Recorder.begin();
        setState("on");
      } catch (error) {
        setProblem((error as Error).message);
        setState("off");
      }
    },
    async finish(rate) {
      const now = recorder.current;
      if (!now) return null;
      end();
      try {
        return await now.finish(rate);
      } catch {
        setProblem("The sound could not be read. Record it again.");
        return null;
      }
    },
    cancel() {
      recorder.current?.cancel();
      end();
    },
  };
}

const NOTHING = { seconds: 0, levels: [] };
