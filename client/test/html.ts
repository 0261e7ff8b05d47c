/** Write what is inside an element as HTML, to compare it whole. */
export function insideOf(element: Element): string {
  return element.outerHTML.replace(/^<[^>]*>|<\/[^>]*>$/g, "");
}
