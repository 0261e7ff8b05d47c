/** Own look: a theme that a developer tries in this browser, kept until it is put away. */

import { read, write } from "./preferences";
import { adopt, call, EDITED, show, takeOff } from "./theme_sheet";

/**
 * Read by the script in index.html, too: the style sheet, after a comment with its name and that of
 * the app's own. An app with another one has another theme, or is another app.
 */
const LOOK = "ostinato-look";
const EDITS = "ostinato-look-edits";

/** Options of a theme, by their whole names. */
export type Edits = Readonly<Record<string, string | number>>;

/** What the server says of a theme that is tried. */
export interface Tried {
  readonly css: string;
  readonly own: "" | "light" | "dark";
  readonly problems: Readonly<Record<string, string>>;
  /** The colours as they are, by what their options begin with after "theme.". */
  readonly colors: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly whole: Readonly<Record<string, string | number>>;
  readonly contrast: readonly Measured[];
  readonly toml: string;
}

type Measured = readonly [
  place: string,
  what: string,
  on: string,
  ratio: number,
  needs: number,
  isEnough: boolean,
];

/** Ask the server what becomes of these options. */
export async function tryOut(edits: Edits, signal: AbortSignal): Promise<Tried> {
  const address = new URL("_stcore/theme", document.baseURI);
  address.searchParams.set("options", JSON.stringify(edits));
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Tried;
}

/** Show a theme that is tried, here and at the next load. */
export function wear(edits: Edits, { css, own }: Tried, theme: string | null): void {
  // As long as the others: what follows says which kind of page it is for.
  const time = Date.now().toString(36).slice(-8).padStart(8, "0");
  const name = `${EDITED}${time}${own && `-${own}`}`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  adopt(sheet);
  show(false);
  call(name);
  write(LOOK, `/*${name}*${theme ?? ""}*/${css}`);
  write(EDITS, JSON.stringify(edits));
}

/** Go back to the theme of the app. */
export function putAway(theme: string | null): void {
  takeOff(theme ?? "");
  write(LOOK, null);
  write(EDITS, null);
}

/** Return what was tried before, and is shown. */
export function worn(): Edits {
  if (!document.documentElement.dataset["sheet"]?.startsWith(EDITED)) return {};
  try {
    const kept: unknown = JSON.parse(read(EDITS) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Edits) : {};
  } catch {
    return {}; // something else was in it
  }
}
