/** Credits: whom a base map is of. It is HTML of others, of which text and links are taken. */

/** Put it into a box. */
export function putCredits(box: HTMLElement, credits: readonly string[]): void {
  const parts = credits.flatMap((html, place) => [
    ...(place ? [" | "] : []),
    ...partsOf(new DOMParser().parseFromString(html, "text/html").body),
  ]);
  box.replaceChildren(...parts);
}

function partsOf(node: Node): (string | Node)[] {
  return [...node.childNodes].flatMap((child) => {
    if (child instanceof HTMLAnchorElement && /^https?:/i.test(child.href)) {
      const link = document.createElement("a");
      link.href = child.href;
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      link.textContent = child.textContent;
      return [link];
    }
    if (child.nodeType === Node.TEXT_NODE) return [child.textContent ?? ""];
    const isShown = child instanceof HTMLElement && !child.matches("script, style");
    return isShown ? partsOf(child) : [];
  });
}
