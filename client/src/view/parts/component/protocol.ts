/** What the page and a custom component say to each other, by messages between their windows. */

import type { ComponentInstance, ComponentTable } from "../../../core/wire.gen";
import { wordsOf } from "../../../lib/words";
import { bytesOf } from "./bytes";
import type { ComponentTheme } from "./theme";

/** What a component has said, as far as it can be understood. */
export type Said =
  | { type: "ready"; version: number }
  | { type: "height"; height: number }
  /** Its new value, as it travels. */
  | { type: "value"; value: string }
  /** What is wrong with what it has said. */
  | { type: "nonsense"; problem: string };

/** What the page says to a component whenever anything of it is another. */
export interface Render {
  type: "streamlit:render";
  args: Record<string, unknown>;
  dfs: { key: string; value: { data: Record<"data" | "index" | "columns", Uint8Array> } }[];
  disabled: boolean;
  theme: ComponentTheme;
}

const MB = 1_000_000;
/** Higher would be a mistake, and take the browser's memory. */
const HIGHEST = 30_000;
/** Characters of a value: the server takes no more, however large its messages may be. */
const LONGEST = 64 * 1024 * 1024;
/** The base64 of so many bytes is made at once: as many as a call takes arguments. */
const AT_ONCE = 0x6000;

/**
 * Read a message from the window of a component; null if it is none of the protocol.
 *
 * The server takes messages of up to `limit` bytes.
 */
export function read(message: unknown, limit: number): Said | null {
  if (typeof message !== "object" || message === null) return null;
  const said = message as Record<string, unknown>;
  if (said.isStreamlitMessage !== true) return null;
  try {
    return understood(said, Math.min(limit, LONGEST));
  } catch (problem) {
    // Values that are no text, and cannot be made one.
    return { type: "nonsense", problem: `what it says cannot be read: ${wordsOf(problem)}` };
  }
}

function understood(said: Record<string, unknown>, most: number): Said {
  switch (said.type) {
    case "streamlit:componentReady":
      return { type: "ready", version: Number(said.apiVersion) };
    case "streamlit:setFrameHeight":
      return heightSaid(said.height);
    case "streamlit:setComponentValue":
      return valueIn(said.value, said.dataType, most);
    default:
      return { type: "nonsense", problem: `it says ${brief(said.type)}, which nobody knows` };
  }
}

function heightSaid(said: unknown): Said {
  const height = pixels(said);
  if (height === null) {
    const problem = `its height must be a number of pixels, not ${brief(said)}`;
    return { type: "nonsense", problem };
  }
  return { type: "height", height };
}

/** Return the height that a component begins with: its argument of that name, or 0. */
export function heightIn(args: string): number {
  const { height } = JSON.parse(args) as { height?: unknown };
  return pixels(height) ?? 0;
}

/** Return a height within bounds; null for what is none. */
function pixels(given: unknown): number | null {
  const height = typeof given === "string" && given.trim() ? Number(given) : given;
  if (typeof height !== "number" || !Number.isFinite(height) || height < 0) return null;
  return Math.min(height, HIGHEST);
}

function valueIn(value: unknown, form: unknown, most: number): Said {
  try {
    const wire = written(value, form);
    if (wire.length > most) {
      const sizes = [wire.length, most].map((size) => `${Math.ceil((10 * size) / MB) / 10} MB`);
      const means = most < LONGEST ? " (server.maxMessageSize)" : "";
      throw new Error(`it is ${sizes[0]}, and the server takes at most ${sizes[1]}${means}`);
    }
    return { type: "value", value: wire };
  } catch (problem) {
    return { type: "nonsense", problem: `its value cannot be sent: ${wordsOf(problem)}` };
  }
}

/** Return a value as it travels. A component that names no form says JSON. */
function written(value: unknown, form: unknown): string {
  if (form === "bytes") return `bytes:${base64(asBytes(value))}`;
  if (form === "dataframe") {
    const { data, index, columns } = Object(value) as Record<string, unknown>;
    const parts = Object.entries({ data, index, columns });
    const table = parts.map(([name, part]) => [name, base64(asBytes(part))]);
    return `dataframe:${JSON.stringify(Object.fromEntries(table))}`;
  }
  if (form !== undefined && form !== "json")
    throw new Error(`${brief(form)} is no form of a value`);
  return `json:${wellFormed(JSON.stringify(value) ?? "null")}`;
}

/** Return JSON without halves of characters, which only JavaScript knows. */
function wellFormed(json: string): string {
  if (!json.includes("\\ud")) return json;
  // A backslash that stands for itself is two, and begins nothing.
  return json.replace(/\\\\|\\ud[0-9a-f]{3}/g, (each) => (each === "\\\\" ? each : "\ufffd"));
}

function asBytes(value: unknown): Uint8Array {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new Error("it must be bytes");
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)));
  return text;
}

function brief(value: unknown): string {
  return String(JSON.stringify(value)).slice(0, 60);
}

/** The arguments of a call, as a component gets them: what is in files is fetched. */
export async function argumentsOf({
  args,
  blobs,
  tables,
}: Pick<ComponentInstance, "args" | "blobs" | "tables">): Promise<Pick<Render, "args" | "dfs">> {
  const plain = JSON.parse(args) as Record<string, unknown>;
  const given = Object.entries(blobs ?? {}).map(
    async ([name, bytes]) => [name, await bytesOf(bytes)] as const,
  );
  const dfs = Object.entries(tables ?? {}).map(async ([key, table]) => ({
    key,
    value: { data: await streamsOf(table) },
  }));
  return {
    args: { ...plain, ...Object.fromEntries(await Promise.all(given)) },
    dfs: await Promise.all(dfs),
  };
}

async function streamsOf(table: ComponentTable) {
  const [data, index, columns] = await Promise.all([
    bytesOf(table.data),
    bytesOf(table.index),
    bytesOf(table.columns),
  ]);
  return { data, index, columns };
}
