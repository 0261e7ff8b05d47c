/** The style sheet of the app's theme, on a page that is open: another one, or one's own. */

import { kindOfPage, read, theme } from "./preferences";

/** How the names of looks begin that a person has made in the editor. */
export const EDITED = "edit";

const root = document.documentElement;
const links = () => [...document.querySelectorAll<HTMLLinkElement>("link[data-theme-sheet]")];

/** Show the theme of this name; that of the editor stays above it, for who can put it away. */
export function follow(name: string, isDeveloper: boolean): void {
  const shown = root.dataset["sheet"] ?? "";
  if (shown.startsWith(EDITED)) return isDeveloper ? show(false) : takeOff(name);
  if (!name) {
    for (const link of links()) link.remove();
    return call("");
  }
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(`_stcore/theme/${name}.css?live`, document.baseURI).href;
  link.dataset["themeSheet"] = name;
  const before = links();
  link.onload = () => {
    for (const each of before) each.remove();
    call(name);
  };
  // The page stays as it is: the next welcome tries again.
  link.onerror = () => link.remove();
  document.head.append(link);
}

/** Have this style sheet say what is tried, beside those of whoever else has some. */
export function adopt(sheet: CSSStyleSheet | null): void {
  const others = document.adoptedStyleSheets.filter((each) => each !== window.ostinato.worn);
  window.ostinato.worn = sheet;
  document.adoptedStyleSheets = sheet ? [sheet, ...others] : others;
}

/** Show the app's own theme again, of this name. */
export function takeOff(name: string): void {
  adopt(null);
  show(true);
  call(name);
}

/** Have the app's own style sheets count, or not. */
export function show(isShown: boolean): void {
  for (const link of links()) link.disabled = !isShown;
}

/** Tell whatever computes with colours that there are others. */
export function call(name: string): void {
  if (name) root.dataset["sheet"] = name;
  else delete root.dataset["sheet"];
  // Whoever chose a mode for another kind of page did not choose it for this one.
  theme.name = `ostinato-theme${kindOfPage()}`;
  const kept = read(theme.name);
  theme.signal.set(kept === "light" || kept === "dark" ? kept : "system");
}
