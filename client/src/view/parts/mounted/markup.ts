/** HTML of a component as nodes, under a policy that knows no inline styles. */

/** Where a style waits until it can be set property by property. */
const STYLE = "data-st-style";

/** What is no tag, although it may look like one: comments, and what these elements hold. */
const TEXT = String.raw`<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title|xmp)\b[\s\S]*?(?:<\/\1\b|$)`;
const TAG = String.raw`<[a-zA-Z](?:"[^"]*"|'[^']*'|[^"'>])*>`;
const PARTS = new RegExp(`${TEXT}|${TAG}`, "gi");
const ATTRIBUTE = /("[^"]*"|'[^']*')|([\s/"'])style(?=\s*=)/gi;

export interface Markup {
  content: DocumentFragment;
  /** Its style elements, which are not in there. */
  styles: HTMLStyleElement[];
}

/** Parse HTML as it is. Scripts in it do not run. */
export function parse(html: string): Markup {
  const template = document.createElement("template");
  // Browsers complain of each style that they leave out, so they are not to see one.
  // eslint-disable-next-line no-restricted-properties -- as the author of the component has it
  template.innerHTML = html.replace(PARTS, (part, raw?: string) =>
    raw !== undefined || part.startsWith("<!--")
      ? part
      : part.replace(ATTRIBUTE, (found, quoted?: string, space?: string) =>
          quoted === undefined ? `${space}${STYLE}` : found,
        ),
  );
  const { content } = template;
  const styles = [...content.querySelectorAll("style")];
  for (const element of styles) element.remove();
  for (const element of content.querySelectorAll<HTMLElement>(`[${STYLE}]`)) {
    const style = element.getAttribute(STYLE)!;
    element.removeAttribute(STYLE);
    element.style.cssText = style;
  }
  return { content, styles };
}

/**
 * Have styles apply that a component writes as text while it runs, which the policy leaves out.
 *
 * Returns what ends that.
 */
export function mendStyles(root: ShadowRoot | HTMLElement, sheets: Sheets): () => void {
  const observer = new MutationObserver((changes) => {
    for (const { target, type, addedNodes, removedNodes } of changes) {
      if (type === "attributes") mend(target as HTMLElement);
      const holder = target instanceof HTMLStyleElement ? target : target.parentElement;
      if (holder instanceof HTMLStyleElement && !holder.sheet) sheets.take(holder);
      for (const node of addedNodes) if (node instanceof Element) mendAll(node, sheets);
      for (const node of removedNodes) if (node instanceof Element) dropAll(node, sheets);
    }
  });
  observer.observe(root, {
    attributeFilter: ["style"],
    characterData: true,
    childList: true,
    subtree: true,
  });
  return () => observer.disconnect();
}

function mendAll(node: Element, sheets: Sheets): void {
  for (const element of [node, ...node.querySelectorAll("[style], style")]) {
    if (element instanceof HTMLStyleElement) {
      if (!element.sheet) sheets.take(element);
    } else mend(element);
  }
}

function dropAll(node: Element, sheets: Sheets): void {
  if (node.isConnected) return;
  for (const element of [node, ...node.querySelectorAll("style")]) sheets.drop(element);
}

/** Set what an attribute says that has come to nothing. */
function mend(element: Element): void {
  const { style } = element as HTMLElement;
  const text = element.getAttribute("style");
  if (text && style && style.length === 0) style.cssText = text;
}

/** The style sheets of a component, in its shadow root or in the page. */
export class Sheets {
  readonly #scope: DocumentOrShadowRoot;
  readonly #own: CSSStyleSheet[] = [];
  readonly #taken = new Map<Element, CSSStyleSheet>();

  constructor(scope: DocumentOrShadowRoot) {
    this.#scope = scope;
  }

  /** Apply a style sheet, where its media are. */
  add(css: string, media = ""): void {
    if (css.trim()) this.#own.push(this.#adopted(css, media));
  }

  /** Apply what a style element says, as it is now. */
  take(element: HTMLStyleElement): void {
    const known = this.#taken.get(element);
    if (known) known.replaceSync(element.textContent);
    else this.#taken.set(element, this.#adopted(element.textContent, element.media));
  }

  /** Apply what a style element has said no more. */
  drop(element: Element): void {
    const sheet = this.#taken.get(element);
    if (!sheet) return;
    this.#taken.delete(element);
    this.#leave([sheet]);
  }

  /** Apply nothing any more. */
  clear(): void {
    this.#leave([...this.#own, ...this.#taken.values()]);
    this.#own.length = 0;
    this.#taken.clear();
  }

  #adopted(css: string, media: string): CSSStyleSheet {
    const sheet = new CSSStyleSheet({ media });
    sheet.replaceSync(css);
    this.#scope.adoptedStyleSheets = [...this.#scope.adoptedStyleSheets, sheet];
    return sheet;
  }

  #leave(sheets: CSSStyleSheet[]): void {
    this.#scope.adoptedStyleSheets = this.#scope.adoptedStyleSheets.filter(
      (each) => !sheets.includes(each),
    );
  }
}
