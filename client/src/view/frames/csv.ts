/** A frame as comma-separated values, as a file to keep. */

/** Lines are gathered into blobs, so that a long table is no single text. */
const LINES = 2000;

/** Write rows of texts, which are asked for one by one. */
export function csvOf(rows: Iterable<readonly string[]>): Blob {
  // The mark at the beginning tells Excel that it is UTF-8.
  const parts: string[] = ["\ufeff"];
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(row.map(quoted).join(","));
    if (lines.length < LINES) continue;
    parts.push(`${lines.join("\r\n")}\r\n`);
    lines = [];
  }
  if (lines.length > 0) parts.push(`${lines.join("\r\n")}\r\n`);
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

function quoted(text: string): string {
  const harmless = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What a spreadsheet would execute. A negative number is none. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !/^[-+]?[\d.]+(e[-+]?\d+)?%?$/i.test(text);
}

/** Have the browser keep a file. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
