/** HTML as nodes of the page: cleaned of all that could run, with its style sheets and scripts. */

import DOMPurify from "dompurify";

/** What kinds of scripts run; others are data, and are left as they are. */
const RUNNABLE = new Set(["", "module", "text/javascript", "application/javascript"]);

/**
 * Put HTML into a box.
 *
 * Scripts run in their order if `refuse` is given; it is told of those that are not loaded, which
 * come from other sites.
 *
 * Returns what takes all away that was put.
 */
export function put(
  box: HTMLElement,
  html: string,
  refuse: ((address: string) => void) | null,
): () => void {
  const content = clean(html, refuse !== null);
  const sheets = [...content.querySelectorAll("style")].map(sheetOf);
  for (const element of content.querySelectorAll<HTMLElement>("[style]")) restyle(element);
  const scripts = [...content.querySelectorAll("script")].filter(({ type }) =>
    RUNNABLE.has(type.toLowerCase()),
  );
  trim(content);
  box.replaceChildren(content);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  for (const script of scripts) run(script, refuse);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (each) => !sheets.includes(each),
    );
    box.replaceChildren();
  };
}

function clean(html: string, withScripts: boolean): DocumentFragment {
  return DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    FORCE_BODY: true, // or a style at the start would be lost
    ADD_TAGS: withScripts ? ["script"] : [],
    ADD_ATTR: ["target"],
  });
}

/** Take a style element out and return its sheet: the page's policy forbids the element. */
function sheetOf(element: HTMLStyleElement): CSSStyleSheet {
  const sheet = new CSSStyleSheet({ media: element.media });
  sheet.replaceSync(element.textContent);
  element.remove();
  return sheet;
}

/** Set the properties of a style one by one: the page's policy forbids the attribute. */
function restyle(element: HTMLElement): void {
  const style = element.getAttribute("style") ?? "";
  element.removeAttribute("style");
  element.style.cssText = style;
}

/** Leave nothing where there is only space, such as that between two style sheets. */
function trim(content: DocumentFragment): void {
  if (content.childElementCount === 0 && !content.textContent.trim()) content.replaceChildren();
}

/** Replace a script by one that the browser runs: from a blob, as the page's policy allows. */
function run(script: HTMLScriptElement, refuse: ((address: string) => void) | null): void {
  const copy = document.createElement("script");
  for (const { name, value } of script.attributes) {
    if (name !== "src") copy.setAttribute(name, value);
  }
  const source = script.getAttribute("src");
  const address =
    source ?? URL.createObjectURL(new Blob([script.text], { type: "text/javascript" }));
  copy.async = false; // each after the one before
  copy.addEventListener("load", () => source ?? URL.revokeObjectURL(address));
  copy.addEventListener("error", () => source && refuse?.(source));
  copy.src = address;
  script.replaceWith(copy);
}
