/** Draw: charts by Vega, which compiles and computes without making code. Loaded with the first. */

import {
  changeset,
  type Loader,
  loader,
  None,
  parse,
  parseExpression,
  type Renderers,
  type Spec,
  View,
} from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

import { isElsewhere } from "./problems";
import type { Row } from "./rows";
import { isObject, listOf, type Json } from "./spec";

export type { View };

/** Where a description has expressions. */
const EXPRESSIONS = ["calculate", "filter", "test", "expr"];

/** What a view draws, and how. */
export interface Plan {
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly renderer: Renderers;
}

/** Who hears of what goes wrong while a view draws, and of what the pointer is over. */
export interface Ears {
  fail(error: Error): void;
  tell(handler: unknown, event: MouseEvent | null, item: unknown, text: unknown): void;
}

/** Compile a description; throws what is wrong with it. */
export function compiled(spec: Json, config: Json): Json {
  checkExpressions(spec);
  const quiet = {
    level: () => quiet,
    error: (...words: unknown[]) => {
      throw new Error(words.map(String).join(" "));
    },
    warn: () => quiet,
    info: () => quiet,
    debug: () => quiet,
  };
  const { spec: vega } = compile(spec as unknown as TopLevelSpec, {
    config,
    logger: quiet as never,
  });
  hideNameless(vega as unknown as Json);
  return vega as unknown as Json;
}

/** Have marks without a name be none to a screen reader: helpers of the pointer, points far out. */
function hideNameless({ marks }: Json): void {
  for (const mark of listOf(marks) as Json[]) {
    if (mark.type === "group") hideNameless(mark);
    else if (!nameIn(mark)) mark.aria = false;
  }
}

function nameIn({ description, encode }: Json): unknown {
  const { update } = (isObject(encode) ? encode : {}) as { update?: Json };
  return description ?? update?.description;
}

/** Name the expression that is none: what compiles says only which sign it did not expect. */
function checkExpressions(value: unknown, key = ""): void {
  if (key === "values" || key === "datasets") return;
  if (typeof value === "string") {
    if (!EXPRESSIONS.includes(key)) return;
    try {
      parseExpression(value);
    } catch (error) {
      throw new Error(`${(error as Error).message} in ${JSON.stringify(value)}`);
    }
  } else if (Array.isArray(value)) value.forEach((each) => checkExpressions(each, key));
  else if (isObject(value))
    for (const [name, each] of Object.entries(value)) checkExpressions(each, name);
}

/** Make a view of a compiled description, in a box of the page. */
export async function viewOf(
  vega: Json,
  { tables, renderer }: Plan,
  box: HTMLElement,
  inputs: HTMLElement,
  { fail, tell }: Ears,
): Promise<View> {
  const view = new View(parse(vega as unknown as Spec, {}, { ast: true } as never), {
    renderer,
    loader: ownLoader(),
    logLevel: None,
    hover: true,
    expr: expressionInterpreter,
    tooltip: tell,
  } as never);
  // What goes wrong while it draws is only told to this.
  Object.assign(view, {
    error: (first: unknown, ...more: unknown[]) => {
      fail(first instanceof Error ? first : new Error([first, ...more].map(String).join(" ")));
      return view;
    },
  });
  view.initialize(box, inputs);
  for (const [name, rows] of Object.entries(tables)) fillIn(view, name, rows);
  await view.runAsync();
  return view;
}

/** Have other rows in a table; each drawing has objects of its own, as Vega writes into them. */
export function fillIn(view: View, name: string, rows: readonly Row[]): void {
  const copies = rows.map((row) => ({ ...row }));
  try {
    view.change(
      name,
      changeset()
        .remove(() => true)
        .insert(copies),
    );
  } catch {
    // A table that nothing is drawn of has been left out.
  }
}

/** What the app itself serves can be loaded, and pictures from anywhere. */
function ownLoader(): Loader {
  const own = loader();
  const load = own.load.bind(own);
  own.load = ((uri: string, options: never) => {
    if (isElsewhere(uri))
      return Promise.reject(
        new Error(`the data at ${uri} are not loaded: read them in the script`),
      );
    return load(uri, options);
  }) as never;
  return own;
}
