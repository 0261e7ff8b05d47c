/** A frame as comma-separated values, as a file to keep. */

/** Lines of texts, as they come; they are gathered into blobs, so that a long table is no single text. */
export class Csv {
  // The mark at the beginning tells Excel that it is UTF-8.
  readonly #parts: Blob[] = [new Blob(["\ufeff"])];

  add(rows: Iterable<readonly string[]>): void {
    let lines = "";
    for (const row of rows) lines += `${row.map(quoted).join(",")}\r\n`;
    this.#parts.push(new Blob([lines]));
  }

  file(): Blob {
    return new Blob(this.#parts, { type: "text/csv;charset=utf-8" });
  }
}

function quoted(text: string): string {
  const harmless = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What a spreadsheet would execute. A negative number is none. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !/^[-+]?[\d.]+(e[-+]?\d+)?%?$/i.test(text);
}
