/** Layout: has graphs laid out by Graphviz in a worker, one after the other. */

/** What is to be laid out. */
export interface Job {
  source: string;
  engine: string;
}

/** What became of it: a picture as text, or what is wrong with it. */
export type Answer = { svg: string } | { problem: string; isBroken?: boolean };

/** How long a layout may take, in ms. */
const LIMIT = 15_000;
/** How long the library may take to be there. */
const LOAD_LIMIT = 60_000;
/** How long the worker is kept while nobody needs it. */
const IDLE = 60_000;

const SLOW = `it has to be laid out within ${LIMIT / 1000} seconds: leave out nodes and edges, or use engine="sfdp"`;
const ABSENT = "what draws it could not be loaded: reload the page to try again";

let last: Promise<unknown> = Promise.resolve();
let worker: Promise<Worker> | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;

/** Lay a graph out once it is its turn; null if it is wanted no more by then. */
export function layOut(job: Job, isWanted: () => boolean): Promise<string | null> {
  const laid = last.then(() => (isWanted() ? run(job) : null));
  last = laid.catch(() => undefined);
  return laid;
}

async function run(job: Job): Promise<string> {
  clearTimeout(idle);
  const ready = (worker ??= start());
  let answer: Answer;
  try {
    answer = await ask(await ready, job);
  } catch (error) {
    end();
    throw error;
  }
  if ("svg" in answer) {
    idle = setTimeout(end, IDLE);
    return answer.svg;
  }
  if (answer.isBroken) end();
  throw new Error(described(answer.problem, job.source));
}

function start(): Promise<Worker> {
  const started = new Worker(new URL("./graphviz_worker.ts", import.meta.url), { type: "module" });
  return heard<"ready">(started, LOAD_LIMIT, ABSENT).then(
    () => started,
    (error: unknown) => {
      started.terminate();
      throw error;
    },
  );
}

function end() {
  const ended = worker;
  worker = null;
  ended?.then(
    (each) => each.terminate(),
    () => undefined,
  );
}

function ask(to: Worker, job: Job): Promise<Answer> {
  const answer = heard<Answer>(to, LIMIT, SLOW);
  to.postMessage(job);
  return answer;
}

/** Return what a worker says next. */
function heard<T>(from: Worker, limit: number, otherwise: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(otherwise));
    const timer = setTimeout(fail, limit);
    from.onmessage = ({ data }: MessageEvent<T>) => {
      clearTimeout(timer);
      resolve(data);
    };
    from.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      fail();
    };
  });
}

/** Return what Graphviz says of a text, with the line that it means. */
function described(problem: string, source: string): string {
  if (!source.trim()) return 'the text is empty: write a graph, such as "digraph { a -> b }"';
  const line = /line (\d+)/.exec(problem)?.[1];
  const text = line ? source.split("\n")[Number(line) - 1]?.trim().slice(0, 200) : "";
  return `${problem || "it could not be laid out"}${text ? `:\n${text}` : ""}`;
}
