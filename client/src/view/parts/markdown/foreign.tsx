/** Elements and style sheets that a script brought as HTML, after they have been cleaned. */

import { useLayoutEffect, useRef, type ReactNode } from "react";

interface ForeignProps {
  /** The cleaned element, as a pattern: its name and attributes. */
  pattern: Element;
  children: ReactNode;
}

/** Draw an element with the attributes of the pattern, as they are written there. */
export function Foreign({ pattern, children }: ForeignProps) {
  const element = useRef<HTMLDivElement>(null);
  const attributes = JSON.stringify(attributesOf(pattern));
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const pairs = JSON.parse(attributes) as [string, string][];
    for (const [name, value] of pairs) {
      // An attribute named style is forbidden by the page's policy, its properties are not.
      if (name === "style") current.style.cssText = value;
      else current.setAttribute(name, value);
    }
    return () => pairs.forEach(([name]) => current.removeAttribute(name));
  }, [attributes]);
  const Name = pattern.localName as "div";
  return <Name ref={element}>{pattern.hasChildNodes() ? children : undefined}</Name>;
}

function attributesOf(pattern: Element): [string, string][] {
  const pairs = [...pattern.attributes].map(({ name, value }): [string, string] => [name, value]);
  if (pattern.localName !== "a") return pairs;
  const isHere = pattern.getAttribute("href")?.startsWith("#") ?? true;
  if (!isHere && !pattern.hasAttribute("target")) pairs.push(["target", "_blank"]);
  return isHere ? pairs : [...pairs, ["rel", "noopener noreferrer"]];
}

/** Apply a style sheet to the page for as long as this is drawn. */
export function Sheet({ source }: { source: string }) {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(source);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [source]);
  return null;
}
