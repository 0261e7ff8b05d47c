/** Data: what a script has given to a component. */

import { decode } from "../../../core/msgpack";
import type { ComponentV2 } from "../../../core/wire.gen";
import { bytesOf } from "../component/bytes";

/** The one name of what stands for a table: its number among the tables. */
const PLACE = "\0table";

/** Get data; each call makes new ones, which a component may change. */
export async function dataOf(
  { data, tables }: Pick<ComponentV2, "data" | "tables">,
  signal: AbortSignal,
): Promise<unknown> {
  const plain = data === null ? null : decode(await bytesOf(data, signal));
  if (tables.length === 0) return plain;
  const [{ tableFromIPC }, ...parts] = await Promise.all([
    import("./arrow"),
    ...tables.map((table) => bytesOf(table, signal)),
  ]);
  const found = parts.map((bytes) => tableFromIPC(bytes));
  return filled(plain, found);
}

/** Return values with tables in the places that stand for them. */
function filled(value: unknown, tables: readonly unknown[]): unknown {
  if (Array.isArray(value)) return value.map((each) => filled(each, tables));
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const items = Object.entries(value);
  if (items.length === 1 && items[0]![0] === PLACE) return tables[items[0]![1] as number];
  return Object.fromEntries(items.map(([name, each]) => [name, filled(each, tables)]));
}
