/** Signs that stand for others when written on their own: "a -> b" shows an arrow. */

const SIGNS: Record<string, string> = {
  "<->": "↔",
  "<-": "←",
  "->": "→",
  "--": "—",
  ">=": "≥",
  "<=": "≤",
  "~=": "≈",
};

/** Replace the signs that stand alone between spaces. */
export function typeset(text: string): string {
  return text.replace(
    /(^|\s)(<->|<-|->|--|>=|<=|~=)(?=\s|$)/g,
    (_, space: string, sign: string) => space + SIGNS[sign],
  );
}

/** Put the characters for entities such as "&copy;" and "&#65;". */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/gi, (entity) => {
    // The browser knows all 2,231 names; the text is one entity and never reaches the page.
    return new DOMParser().parseFromString(entity, "text/html").documentElement.textContent ?? "";
  });
}
