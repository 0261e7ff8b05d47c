/** Tip: what is told of what one points at, beside it. */

export type Facts = readonly (readonly [name: string, text: string])[];

export class Tip {
  readonly box = document.createElement("div");

  constructor(private readonly around: HTMLElement) {
    this.box.className = "st-map-tip";
    around.append(this.box);
  }

  /** Show parts at a place, where they have room. */
  show(parts: readonly Node[], x: number, y: number): void {
    this.box.replaceChildren(...parts);
    const { clientWidth, clientHeight } = this.around;
    const { offsetWidth, offsetHeight } = this.box;
    const left = x + 14 + offsetWidth > clientWidth ? x - 14 - offsetWidth : x + 14;
    const top = y + 14 + offsetHeight > clientHeight ? y - 14 - offsetHeight : y + 14;
    this.box.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
  }

  hide(): void {
    this.box.replaceChildren();
  }
}

/** Return names and values as a list. */
export function listOf(facts: Facts): HTMLElement {
  const list = document.createElement("dl");
  for (const [name, text] of facts) {
    const term = document.createElement("dt");
    term.textContent = name;
    const value = document.createElement("dd");
    value.textContent = text;
    list.append(term, value);
  }
  return list;
}

/** Say in words what a tip shows. */
export function wordsIn(parts: readonly Node[]): string {
  const words: string[] = [];
  for (const part of parts) {
    const terms = part instanceof Element && part.matches("dl") ? part.querySelectorAll("dt") : [];
    for (const term of terms)
      words.push(`${term.textContent}: ${term.nextElementSibling?.textContent}`);
    const text = terms.length === 0 ? part.textContent?.trim() : "";
    if (text) words.push(text);
  }
  return words.join(", ");
}
