/** Plain table: few cells as they are, for a chart that has no frame. */

/** Few cells, as texts and numbers. */
export interface PlainTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** How many there are, if not all of them are here. */
  readonly count?: number;
}

/** Return objects as the rows of a table, and what is no object as its only cell. */
export function tableOf(values: readonly unknown[]): PlainTable {
  const rows = values.map((row) =>
    typeof row === "object" && row !== null && !Array.isArray(row)
      ? (row as Record<string, unknown>)
      : { data: row },
  );
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { columns, rows: rows.map((row) => columns.map((name) => row[name])) };
}
