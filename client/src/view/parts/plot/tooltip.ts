/** Tooltip: what stands at a place, as an element of the page. */

/** Lines of a tooltip: of more series the greatest are told. */
const MOST = 12;

export interface Entry {
  readonly name: string;
  readonly color: string | null;
  readonly text: string;
  /** What entries are ordered by, the greatest first. */
  readonly value: number;
}

/** Return the element that shows some entries below a title. */
export function tooltip(title: string, entries: readonly Entry[]): HTMLElement {
  const box = make("div", "st-plot-tooltip");
  if (title) box.append(make("strong", "", title));
  const list = make("dl", "");
  const shown = [...entries].sort((one, other) => other.value - one.value).slice(0, MOST);
  for (const { name, color, text } of entries.length > MOST ? shown : entries) {
    const term = make("dt", "", name);
    if (color) {
      const marker = make("i", "");
      marker.style.background = color;
      term.prepend(marker);
    }
    list.append(term, make("dd", "", text));
  }
  box.append(list);
  if (entries.length > MOST) box.append(make("small", "", `and ${entries.length - MOST} more`));
  return box;
}

function make(tag: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
