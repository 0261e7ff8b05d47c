/** The style sheet of the diagram that is being drawn: the page has it for as long as that is measured. */

let rules = "";
let sheet: CSSStyleSheet | null = null;

/** Apply rules to the page; called by Mermaid in place of a style element (scripts/mermaid.ts). */
export function adopt(text: string): void {
  rules = text;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Take the rules from the page again, and return them. */
export function release(): string {
  const text = rules;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  rules = "";
  sheet = null;
  return text;
}
